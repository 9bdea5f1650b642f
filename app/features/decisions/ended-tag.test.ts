import { expect, test } from 'vitest'
import { options } from '../../../tests/given-question.ts'
import type { DecisionKind, Method, Outcome } from '../../domain/decisions/decision.ts'
import { endedTag } from './ended-tag.ts'

const tag = (kind: DecisionKind, method: Method, outcome: Outcome, winners: string[] = []) =>
	endedTag({ kind, method, options, state: 'closed', result: { outcome, winners } }).text

/** As a list says it, with the kind beside it. */
test.each<[DecisionKind, Method, Outcome, string[], string]>([
	['show-of-views', 'irv', 'chosen', ['B'], 'preferred: Night sitting'],
	['panel-vote', 'irv', 'chosen', ['B'], 'chosen: Night sitting'],
	['panel-vote', 'scottish-stv', 'chosen', ['B', 'A'], 'chosen: Night sitting and Weekend breaks'],
	['panel-vote', 'approval', 'chosen', ['A', 'B', 'C'], 'chosen: 3 of 3 options'],
	['show-of-views', 'equal-shares', 'chosen', ['C'], 'would be funded: A minibus'],
	['panel-vote', 'greedy', 'chosen', ['C', 'A', 'B'], 'funded: 3 of 3 projects'],
	['panel-vote', 'schulze', 'level', ['A', 'B'], 'level: Weekend breaks and Night sitting'],
	['panel-vote', 'motion', 'level', [], 'level'],
	['panel-vote', 'motion', 'agreed', [], 'agreed'],
	['show-of-views', 'motion', 'agreed', [], 'in favour'],
	['show-of-views', 'consent', 'not-agreed', [], 'not enough in favour'],
	['board-decision', 'motion', 'not-agreed', [], 'not agreed'],
	['panel-vote', 'equal-shares', 'none-chosen', [], 'nothing funded'],
	['show-of-views', 'points', 'none-chosen', [], 'none preferred'],
	['panel-vote', 'irv', 'no-quorum', ['B'], 'too few took part'],
	['board-decision', 'motion', 'no-quorum', [], 'no quorum'],
	['show-of-views', 'irv', 'nobody-voted', [], 'nobody answered'],
])('%s by %s that ended “%s” %j: %s', (kind, method, outcome, winners, said) => {
	expect(tag(kind, method, outcome, winners)).toBe(said)
})

test('what was withdrawn is not among those that could be funded', () => {
	const asked = { kind: 'panel-vote', method: 'equal-shares', state: 'closed', options } as const
	const withdrawn = [{ option: 'C', reason: 'The hall is gone.', at: '2026-06-08T12:00:00.000Z' }]
	const all = [...options, { id: 'D', name: 'A garden' }, { id: 'E', name: 'A choir' }]
	const ended = { ...asked, options: all, withdrawn, result: { outcome: 'chosen' as const, winners: ['A', 'B', 'D'] } }
	expect(endedTag(ended).text).toBe('funded: 3 of 4 projects')
})

test('of a long name the beginning stands in a list', () => {
	const long = [{ id: 'L', name: 'A minibus that comes to the door of everybody who cannot walk to a stop' }]
	const asked = { kind: 'panel-vote', method: 'irv', state: 'closed', options: long } as const
	const ended = { ...asked, result: { outcome: 'chosen' as const, winners: ['L'] } }
	expect(endedTag(ended)).toEqual({ text: 'chosen: A minibus that comes to the door of…', tone: 'good' })
})
