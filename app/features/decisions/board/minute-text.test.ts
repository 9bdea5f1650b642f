import { expect, test } from 'vitest'
import { minute, taking } from '../../../../tests/given-minute.ts'
import type { Minute } from '../../../domain/decisions/board/minute.ts'
import { minuteText } from './minute-text.ts'
import { presentMinute } from './present-minute.ts'

const names = new Map(
	minute.seats.map(({ memberId }) => [
		memberId,
		{ memberId, name: memberId[0]!.toUpperCase() + memberId.slice(1), voiceId: 'citizen', voice: 'Citizen', shape: 0 },
	]),
)
const full: Minute = {
	...minute,
	seats: taking({ colin: 'against', amina: 'against', ngozi: 'for', joe: 'absent', priya: 'interest' }).map((seat) => ({
		...seat,
		...(seat.memberId === 'priya' && { interest: 'Would be paid for evening breaks.' }),
		...(seat.memberId === 'ngozi' && { substitute: 'Dr Ade' }),
		...(seat.memberId === 'farah' && { joined: 'remote' as const }),
	})),
	moverId: 'colin',
	casting: { choice: 'for', reason: 'They cannot wait.' },
	amendments: [
		{
			change: 'Put 2028 for 2027',
			moverId: 'amina',
			seconderId: null,
			parts: { helen: 'for', colin: 'against', ngozi: 'for', amina: 'abstain' },
			vote: { how: 'names' },
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
		own: null,
		meeting: null,
		groundless: 0,
		actions: [
			{
				reference: 'ACT-2026-014',
				title: 'Open evenings',
				accountableBody: 'Harbourside Council',
				dueOn: '2027-03-03',
			},
		],
		removals: [
			{ reason: 'She asked.', places: 2, by: 'Farah', at: new Date('2026-08-01T09:00:00Z'), isAfterSeal: true },
		],
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
	['without a vote, and remotely', 'Farah, Clerk, no vote (joined remotely, so may speak but does not count or vote)'],
	[
		'the rules it was decided under',
		'The body’s rules: quorum 4 voting seats, at least 1 sitting there as “NHS member”;',
	],
	['absent, with who came in their place', 'ABSENT\nNgozi, NHS member. Dr Ade came in their place.\nJoe, Councillor\n'],
	['substitutes', 'SUBSTITUTES\nDr Ade, substitute for Ngozi'],
	['who presided', 'Presiding: Helen'],
	[
		'quorum, and that it was not met or met at the vote',
		'4 were there. Nobody shut out by an interest is counted. There was a quorum.',
	],
	['item and the words it was about', 'About version 2 of “Breaks” (PRI-2026-004).\n'],
	['exact wording', 'MOTION\nThat breaks for carers be a priority for 2027.\nMoved by Colin.\nSeconded by Amina.'],
	[
		'amendments',
		'1. Put 2028 for 2027. Moved by Amina. Seconder: not named. A named vote. 2 for, 1 against, 1 abstained. For: Helen; Dr Ade, substitute for Ngozi. Against: Colin. Abstained: Amina.',
	],
	['the amendment as a comparison', 'Taken out: “breaks for carers”, “2027.” Put in: “it”, “2028.”'],
	['substantive wording', 'THE WORDS VOTED ON\nThat it be a priority for 2028.'],
	['interests and who withdrew', 'Priya: Would be paid for evening breaks. Did not take part: interest.'],
	['method and numbers', 'A named vote.\n2 for, 2 against, 0 abstained.'],
	['names', 'Dr Ade, substitute for Ngozi: For'],
	['casting vote and how it was used', 'Helen, presiding: for. The reason: They cannot wait.'],
	['result in words', 'RESULT\nAgreed.'],
	['reasons', 'REASONS\nThirty-one carers'],
	['the officer taking the minute', 'Minute taken by: Farah'],
	['notes travel with it', 'WHO SEES IT DIFFERENTLY\nMarek: Not without evening pay.\n'],
	[
		'the actions that followed',
		'ACTIONS AGREED\nACT-2026-014: Open evenings. Harbourside Council, due 3 March 2027.\n',
	],
	['corrections', '1. 14 June 2026, Farah. The reason: Wrong name. Changed: Colin: “For” became “Against”.'],
	[
		'names taken out, and what becomes of the seal',
		'On 1 August 2026 Farah took names of other people out at 2 places. The reason: She asked. The seal is still that of the minute with those names in it',
	],
	['approval', 'Approved at the meeting on 12 July 2026, entered by Helen. It is locked.'],
])('a minute holds %s', (_field, words) => {
	expect(text).toContain(words)
})

test('what came of it stands first, and codes that nobody reads aloud last', () => {
	const parts = text.split('\n\n').slice(2)
	expect(parts[0]).toMatch(/^RESULT\nAgreed\./)
	expect(parts.at(-1)).toMatch(/^CODES\nFingerprint of the words it was about/)
	expect(parts.slice(0, -1).join()).not.toMatch(/fingerprint|SHA-256/i)
})

test('a note taken back is not in it', () => {
	expect(text).not.toContain('Taken back.')
})

test('whoever sat there for a member presides, moves and seconds, and not the member', () => {
	const seats = full.seats.map((one) => (one.memberId === 'joe' ? { ...one, substitute: 'Alan Brown' } : one))
	const amendments = full.amendments.map((one) => ({ ...one, moverId: 'ngozi', seconderId: 'joe' }))
	const shown = presentMinute(
		{ ...full, seats, amendments, presiderId: 'joe', moverId: 'joe', seconderId: 'ngozi' },
		names,
	)
	const [alan, ade] = ['Alan Brown, substitute for Joe', 'Dr Ade, substitute for Ngozi']
	expect(shown).toMatchObject({ presider: alan, mover: alan, seconder: ade, casting: { by: alan } })
	expect(shown.amendments).toMatchObject([{ mover: ade, seconder: alan }])
})
