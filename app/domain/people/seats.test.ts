import { expect, test } from 'vitest'
import type { Office } from '../access/membership.ts'
import { type HeldSeat, heirOf, judgeSeat, judgeTakingAway } from './seats.ts'

function seat(memberId: string, office: Office = 'none', day = 1): HeldSeat {
	return { memberId, votes: true, office, since: new Date(Date.UTC(2026, 0, day)) }
}
const panel = { kind: 'panel', closedAt: null } as const
const circle = { kind: 'circle', closedAt: null } as const
const voting = { votes: true, office: 'none' } as const
const member = { id: 'a', role: 'member' } as const

test.each([
	['a seat in a panel', panel, member, voting, [], 'ok'],
	['an observer may watch', panel, { id: 'o', role: 'observer' }, { votes: false, office: 'none' }, [], 'ok'],
	['an observer may not vote', panel, { id: 'o', role: 'observer' }, voting, [], 'observers-do-not-vote'],
	['a closed group takes nobody in', { ...panel, closedAt: new Date(0) }, member, voting, [], 'group-closed'],
	['a panel may be without a chair', panel, member, voting, [seat('a', 'chair')], 'ok'],
	['the only chair of a circle stays', circle, member, voting, [seat('a', 'chair'), seat('b')], 'circle-needs-a-chair'],
	['a circle with a clerk may lose its chair', circle, member, voting, [seat('a', 'chair'), seat('b', 'clerk')], 'ok'],
] as const)('%s', (_rule, group, who, wanted, seats, judged) => {
	expect(judgeSeat(group, who, wanted, seats)).toBe(judged)
})

test.each([
	['anybody may go from a panel', panel, [seat('a', 'chair'), seat('b')], 'ok'],
	['the chair hands a circle on first', circle, [seat('a', 'chair'), seat('b')], 'circle-needs-a-chair'],
	['the last one out ends the circle', circle, [seat('a', 'chair')], 'ok'],
	['others may go from a circle', circle, [seat('a'), seat('b', 'chair')], 'ok'],
	['a closed group stays as it was', { ...circle, closedAt: new Date(0) }, [seat('a')], 'group-closed'],
] as const)('%s', (_rule, group, seats, judged) => {
	expect(judgeTakingAway(group, 'a', seats)).toBe(judged)
})

test.each([
	['longest in a circle takes the chair', 'circle', [seat('b', 'none', 9), seat('c', 'none', 3)], 'c'],
	['a circle that still has a clerk', 'circle', [seat('b', 'clerk'), seat('c')], undefined],
	['a panel is mended by a facilitator', 'panel', [seat('b')], undefined],
	['an empty circle', 'circle', [], undefined],
] as const)('heir: %s', (_rule, kind, seats, heir) => {
	expect(heirOf(kind, seats)?.memberId).toBe(heir)
})
