import type { Decision } from './decision.ts'

/** What stands in front of whoever would let more people see them. */
export type NamedVote = Pick<Decision, 'id' | 'reference' | 'question'>

/** Those that say who voted how, or will once they close. */
export function namedAmong(decisions: readonly Pick<Decision, 'id' | 'reference' | 'question' | 'rules' | 'state'>[]) {
	return decisions
		.filter(({ rules, state }) => rules.secrecy === 'named' && state !== 'stopped')
		.map(({ id, reference, question }): NamedVote => ({ id, reference, question }))
}
