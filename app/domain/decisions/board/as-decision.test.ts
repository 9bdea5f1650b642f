import { expect, test } from 'vitest'
import { minute, taking } from '../../../../tests/given-minute.ts'
import { asDecision } from './as-decision.ts'

test('reads like any other decision', () => {
	const seats = taking({ colin: 'against', priya: 'interest', joe: 'absent' })
	expect(asDecision({ ...minute, seats }, 'f'.repeat(64))).toMatchObject({
		kind: 'board-decision',
		state: 'closed',
		rules: { secrecy: 'named', quorum: 4, threshold: 'majority' },
		closedAt: new Date('2026-06-12T12:00:00Z'),
		result: {
			outcome: 'agreed',
			tally: { for: 3, against: 1, abstain: 0 },
			electors: 5,
			byVoice: [
				{ voiceId: 'citizen', electors: 2, tally: { for: 1, against: 0, abstain: 0 } },
				{ voiceId: 'commissioner', electors: 3, tally: { for: 2, against: 1, abstain: 0 } },
			],
		},
	})
})

test('its seal changes with its minute and with the words it was about', () => {
	const seals = [
		asDecision(minute, 'a').seal,
		asDecision(minute, 'b').seal,
		asDecision({ ...minute, place: 'Online' }, 'a').seal,
	]
	expect(new Set(seals).size).toBe(3)
	expect(asDecision(structuredClone(minute), 'a').seal).toBe(seals[0])
})
