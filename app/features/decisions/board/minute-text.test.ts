import { expect, test } from 'vitest'
import { minute, taking } from '../../../../tests/given-minute.ts'
import type { Minute } from '../../../domain/decisions/board/minute.ts'
import { minuteText } from './minute-text.ts'
import { presentMinute } from './present-minute.ts'

const names = new Map(
	minute.seats.map(({ memberId }) => [
		memberId,
		{ memberId, name: memberId[0]!.toUpperCase() + memberId.slice(1), voice: 'Citizen', shape: 0 },
	]),
)
const full: Minute = {
	...minute,
	seats: taking({ colin: 'against', amina: 'against', ngozi: 'for', joe: 'absent', priya: 'interest' }).map((seat) => ({
		...seat,
		...(seat.memberId === 'priya' && { interest: 'Would be paid' }),
		...(seat.memberId === 'ngozi' && { substitute: 'Dr Ade' }),
	})),
	moverId: 'colin',
	casting: { choice: 'for', reason: 'They cannot wait.' },
	amendments: [
		{
			change: 'Put 2028 for 2027',
			moverId: 'amina',
			seconderId: null,
			vote: { how: 'assent' },
			casting: null,
			wording: 'That it be a priority for 2028.',
		},
	],
}

const text = minuteText({
	decision: {
		reference: 'DEC-2026-011',
		groupName: 'Health and Wellbeing Board',
		outcome: 'It begins in spring.',
		seal: 'a'.repeat(64),
		about: {
			documentId: 'd',
			title: 'Breaks',
			number: 2,
			fingerprint: 'f',
			documentReference: 'PRI-2026-004',
			fullFingerprint: 'f'.repeat(64),
		},
	},
	partnership: 'Harbourside',
	board: {
		...presentMinute(full, names),
		recorded: { by: 'Farah', at: new Date('2026-06-13T09:00:00Z') },
		approved: { by: 'Helen', on: '2026-07-12' },
		corrections: [
			{
				number: 1,
				reason: 'Wrong name.',
				by: 'Farah',
				at: new Date('2026-06-14T09:00:00Z'),
				changes: ['Colin: “For” became “Against”'],
			},
		],
	},
	notes: [
		{ name: 'Marek', words: 'Not without evening pay.', isWithdrawn: false },
		{ name: 'Sian', words: 'Taken back.', isWithdrawn: true },
	],
})

test.each([
	['body', 'Body: Health and Wellbeing Board, Harbourside'],
	['date', 'Date: 12 June 2026'],
	['place or link', 'Place or link: Town Hall, room 2'],
	['present, by name and right', 'Helen, Director of public health, chair'],
	['without a vote', 'Farah, Clerk, no vote'],
	['absent', 'ABSENT\nJoe, Councillor'],
	['substitutes', 'SUBSTITUTES\nDr Ade, substitute for Ngozi'],
	['who presided', 'Presiding: Helen'],
	[
		'quorum, and that it was not met or met at the vote',
		'4 were there. Nobody shut out by an interest is counted. There was a quorum.',
	],
	['item and the words it was about', 'About version 2 of “Breaks” (PRI-2026-004). Fingerprint'],
	['exact wording', 'MOTION\nThat breaks for carers be a priority for 2027.\nMoved by Colin.\nSeconded by Amina.'],
	['amendments', '1. Put 2028 for 2027 Moved by Amina. No seconder. By assent'],
	['substantive wording', 'THE WORDS VOTED ON\nThat it be a priority for 2028.'],
	['interests and who withdrew', 'Priya: Would be paid. Did not take part: interest.'],
	['method and numbers', 'A named vote.\n2 for, 2 against, 0 abstained.'],
	['names', 'Dr Ade, substitute for Ngozi: For'],
	['casting vote and how it was used', 'Helen, presiding: for. The reason: They cannot wait.'],
	['result in words', 'RESULT\nAgreed.'],
	['reasons', 'REASONS\nThirty-one carers'],
	['the officer taking the minute', 'Minute taken by: Farah'],
	['notes travel with it', 'SEEN DIFFERENTLY\nMarek: Not without evening pay.\n'],
	['corrections', '1. 14 June 2026, Farah. The reason: Wrong name. Changed: Colin: “For” became “Against”.'],
	['approval', 'Approved at the meeting on 12 July 2026, entered by Helen. It is locked.'],
])('a minute holds %s', (_field, words) => {
	expect(text).toContain(words)
})

test('a note taken back is not in it', () => {
	expect(text).not.toContain('Taken back.')
})
