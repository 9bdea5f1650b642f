import { expect, test } from 'vitest'
import { invitationEnds, judgeCard, judgeJoinCode } from './join-code.ts'

test.each([
	['somebody with no e-mail address', { memberId: 'm', email: null }, 'ok'],
	['somebody who signs in by e-mail', { memberId: 'm', email: 'm@example.org' }, 'has-email'],
	['a facilitator’s own', { memberId: 'f', email: 'f@example.org' }, 'ok'],
] as const)('a card for %s', (_who, holder, judged) => {
	expect(judgeCard({ memberId: 'f' }, holder)).toBe(judged)
})

const now = new Date('2026-11-21T14:14:00Z')
const ends = invitationEnds(now)

test.each([
	['a live card', { state: 'live', expiresAt: null }, now, 'ok'],
	['a live invitation on its last day', { state: 'live', expiresAt: ends }, new Date(ends.getTime() - 1), 'ok'],
	['an invitation after 30 days', { state: 'live', expiresAt: ends }, ends, 'expired'],
	['a used invitation', { state: 'used', expiresAt: ends }, now, 'used'],
	['a revoked card', { state: 'revoked', expiresAt: null }, now, 'revoked'],
	['a row that waits for a yes is as good as none', { state: 'waiting', expiresAt: null }, now, 'unknown'],
	['no such code', null, now, 'unknown'],
] as const)('%s', (_what, joinCode, at, judged) => {
	expect(judgeJoinCode(joinCode, at)).toBe(judged)
})
