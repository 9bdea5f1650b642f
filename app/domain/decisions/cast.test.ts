import { expect, test } from 'vitest'
import { castRefusal, stateAt } from './cast.ts'
import type { DecisionState } from './decision.ts'

const opensAt = new Date('2026-03-29T00:30:00Z')
const closesAt = new Date('2026-06-14T16:00:00Z')
const at = (moment: Date, ms = 0) => new Date(moment.getTime() + ms)

test.each<[string, DecisionState, boolean, Date, string | null]>([
	['while it is open', 'open', true, opensAt, null],
	['a millisecond before the close', 'open', true, at(closesAt, -1), null],
	['the closing moment is the first that is too late', 'open', true, closesAt, 'voting-over'],
	['before it opens', 'open', true, at(opensAt, -1), 'not-open-yet'],
	['somebody not on the roll', 'open', false, opensAt, 'not-on-the-roll'],
	['a stopped vote', 'stopped', true, opensAt, 'stopped'],
	['a counted vote, by a clock that is behind', 'closed', true, opensAt, 'voting-over'],
])('%s', (_when, state, isElector, now, refused) => {
	expect(castRefusal({ state, opensAt, closesAt }, isElector, now)).toBe(refused)
})

test.each<[DecisionState, Date, string]>([
	['open', at(closesAt, -1), 'open'],
	['open', closesAt, 'closing'],
	['closed', closesAt, 'closed'],
	['stopped', at(closesAt, 1), 'stopped'],
])('%s is shown for what it is', (state, now, shown) => {
	expect(stateAt({ state, closesAt }, now)).toBe(shown)
})
