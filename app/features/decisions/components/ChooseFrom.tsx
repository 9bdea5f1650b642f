import type { ShownDecision } from '../present-decision.server.ts'
import { namedAsCast } from '../withdrawn-words.ts'
import { OptionTable } from './OptionTable.tsx'

/** What people choose from, for whoever has no ballot in front of them; what was withdrawn is said to be. */
export function ChooseFrom({ decision }: { decision: ShownDecision }) {
	return <OptionTable caption="What people choose from" method={decision.method} options={namedAsCast(decision)} />
}
