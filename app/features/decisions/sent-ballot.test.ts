import { expect, test } from 'vitest'
import { choosing, someMotion } from '../../../tests/given-question.ts'
import type { Consent, Decision } from '../../domain/decisions/decision.ts'
import { newId } from '../../http/new-id.ts'
import { readBallot } from './ballot-form.ts'
import { sentBallot } from './sent-ballot.ts'

const consent: Consent = {
	...someMotion,
	method: 'consent',
	rules: { secrecy: 'named', quorum: 0, showsStanding: false, silenceIsConsent: false },
	result: null,
}
type Sent = [string, string][]

test.each<[string, Decision, Sent, string | null]>([
	['one answer', someMotion, [['choice', 'against']], 'Against'],
	['no answer', someMotion, [['choice', 'constructor']], null],
	['an objection that lacks its change', consent, [['consent', 'object']], 'I object'],
	[
		'ticks',
		choosing('approval'),
		[
			['tick', 'A'],
			['tick', 'C'],
		],
		'Weekend breaks, A minibus',
	],
	[
		'too many ticks',
		choosing('approval', { most: 1 }),
		[
			['tick', 'A'],
			['tick', 'C'],
		],
		'Weekend breaks, A minibus',
	],
	[
		'an order',
		choosing('irv'),
		[
			['mark-A', '2'],
			['mark-B', '1'],
		],
		'1 Night sitting, 2 Weekend breaks',
	],
	[
		'an order that cannot be read',
		choosing('irv'),
		[
			['mark-A', '7'],
			['mark-B', 'x'],
		],
		'Weekend breaks: 7, Night sitting: x',
	],
	['left blank on purpose', choosing('irv'), [['blank', 'yes']], 'Left blank'],
	['nothing', choosing('irv'), [], null],
])('what was chosen is told back in words: %s', (_what, decision, sent, chosen) => {
	expect(sentBallot(decision, readBallot(decision, [['id', newId()], ...sent])).chosen).toBe(chosen)
})

test('all that was typed comes back, however short, and whatever is wrong with the rest', () => {
	const sent: Sent = [
		['reason', ' Nights. '],
		['change', 'Days'],
	]
	expect(sentBallot(consent, readBallot(consent, sent))).toEqual({ chosen: null, reason: 'Nights.', change: 'Days' })
})
