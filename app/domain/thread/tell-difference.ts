import { type Felt, feltBy, noVerdicts, type VerdictTally } from '../actions/verdict.ts'
import type { ActionFacts } from './choose.ts'
import type { Target, Told } from './stops.ts'

/** What is done is put to people; an action with too few answers to show safely is not counted in. */
export function tellDifference(actions: ActionFacts[], verdicts: { actionId: string; tally: VerdictTally }[]): Told {
	const done = actions.filter(({ status }) => status === 'done')
	if (done.length === 0) return { settled: 'no', standing: { is: 'not-yet' } }
	const target: Target | null = actions.length === 1 ? { to: 'action', id: done[0]!.id } : null
	const tallyOf = (id: string) => verdicts.find(({ actionId }) => actionId === id)?.tally ?? noVerdicts
	const shown = done.map(({ id }) => feltBy(tallyOf(id))).filter(isShown)
	if (shown.length === 0) return { settled: 'no', standing: { is: 'asking' }, target }
	const felt = shown.reduce((sum, one) => sum + one.felt, 0)
	const people = shown.reduce((sum, one) => sum + one.people, 0)
	return {
		settled: felt * 2 < people ? 'stopped' : 'yes',
		standing: { is: 'felt', felt, people, actions: shown.length },
		target,
	}
}

const isShown = (felt: Felt): felt is Extract<Felt, { shown: true }> => felt.shown
