import type { Action } from '~/domain/actions/action.ts'
import type { VerdictTally } from '~/domain/actions/verdict.ts'
import { presentAction } from '../present-action.ts'
import { ActionTags } from './ActionTags.tsx'

/** What stands under an action's title in a list: how it stands, who answers for it, when it is due, what people say. */
export function ActionMeta({ action, tally }: { action: Action; tally?: VerdictTally }) {
	const presented = presentAction(action, tally)
	const { reference, accountableBody, due, difference } = presented
	return (
		<>
			<ActionTags action={presented} /> {reference} · {accountableBody} · {due} {difference}
		</>
	)
}
