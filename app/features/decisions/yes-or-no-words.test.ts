import { expect, test } from 'vitest'
import type { MotionResult, Outcome } from '../../domain/decisions/decision.ts'
import { lockedWords, motionViewsTitle } from './yes-or-no-words.ts'

const votes = (inFavour: number, against: number, abstain = 0) => ({ for: inFavour, against, abstain })

test.each<[Outcome, ReturnType<typeof votes>, string]>([
	['agreed', votes(5, 3), 'People are in favour.'],
	['not-agreed', votes(4, 4), 'People are evenly split.'],
	['not-agreed', votes(3, 5), 'People are not in favour.'],
	['not-agreed', votes(5, 3), 'Not enough people are in favour.'],
	['not-agreed', votes(0, 0, 6), 'Nobody is for or against.'],
	['no-quorum', votes(1, 1), 'Too few took part to say.'],
])('a show of views that ends %s with %o says what people think', (outcome, tally, says) => {
	expect(motionViewsTitle({ outcome, tally, electors: 9 } as MotionResult)).toBe(says)
})

test('a show of views that one voice is not in favour of says that', () => {
	const lock = [{ voiceId: 'citizens', outcome: 'not-agreed' as const }]
	expect(motionViewsTitle({ outcome: 'not-agreed', tally: votes(5, 3), electors: 9, lock } as MotionResult)).toBe(
		'Not every voice that was asked by itself is in favour.',
	)
})

test.each([
	['show-of-views', votes(0, 0, 1), 'neither for nor against'],
	['show-of-views', votes(2, 2), 'evenly split'],
	['show-of-views', votes(1, 2), 'not in favour'],
	['show-of-views', votes(2, 1), 'not enough in favour'],
	['show-of-views', { agree: 2, concern: 0, object: 1 }, 'not enough in favour'],
	['show-of-views', null, 'not enough in favour'],
	['panel-vote', votes(0, 0, 1), 'not agreed'],
] as const)('of a %s, a voice asked by itself that gave %o says: %s', (kind, tally, says) => {
	expect(lockedWords(kind, 'not-agreed', tally)).toBe(says)
})
