import { expect, test } from 'vitest'
import { board, bodyRules, minute, taking } from '../../../../tests/given-minute.ts'
import { judgeMinute } from './judge-minute.ts'
import type { Amendment, Attendance, Minute } from './minute.ts'

const now = new Date('2026-06-12T18:00:00Z')
const with1 = (memberId: string, change: Partial<Attendance>) =>
	board.map((seat) => (seat.memberId === memberId ? { ...seat, ...change } : seat))
const hands = (inFavour: number, against: number, abstain = 0) =>
	({ how: 'hands', for: inFavour, against, abstain }) as const
const level = taking({ colin: 'against', ngozi: 'for', amina: 'against', joe: 'abstain', priya: 'absent' })
const casting = { choice: 'for', reason: 'The carers cannot wait.' } as const
const amendment: Amendment = {
	change: 'Put 2028 for 2027',
	moverId: 'joe',
	seconderId: null,
	parts: {},
	vote: hands(4, 2),
	casting: null,
	wording: 'That it be a priority for 2028.',
}

test.each<[string, Partial<Minute>, string[]]>([
	['a whole minute', {}, []],
	['tomorrow', { heldOn: '2026-06-13' }, ['held-later heldOn']],
	[
		'nothing typed',
		{ heldOn: '', place: ' ', question: '', motion: '', reasons: '', presiderId: null, officerId: null, moverId: null },
		[
			'held-missing heldOn',
			'place-missing place',
			'question-missing question',
			'motion-missing motion',
			'presider-missing presiderId',
			'officer-missing officerId',
			'mover-missing moverId',
			'reasons-missing reasons',
		],
	],
	['an absent presider', { presiderId: 'joe', seats: taking({ joe: 'absent' }) }, ['presider-not-there presiderId']],
	[
		'a presider with an interest',
		{ seats: with1('helen', { part: 'interest', interest: 'Owns the hall' }) },
		['presider-interested presiderId'],
	],
	[
		'an interest, and a vote all the same',
		{ seats: with1('priya', { interest: 'Runs the co-operative' }) },
		['interest-shuts-out seats.priya.part'],
	],
	[
		'the same with a dispensation',
		{ seats: with1('priya', { interest: 'Runs the co-operative', dispensation: 'Standards committee, 2 May' }) },
		[],
	],
	[
		'a dispensation from nothing',
		{ seats: with1('priya', { dispensation: 'Standards committee' }) },
		['dispensation-of-nothing seats.priya.interest'],
	],
	[
		'shut out, and nobody says why',
		{ seats: with1('priya', { part: 'interest' }) },
		['interest-unsaid seats.priya.interest'],
	],
	['shut out, and said', { seats: with1('priya', { part: 'interest', interest: 'Runs the co-operative' }) }, []],
	[
		'a substitute who is absent',
		{ seats: with1('joe', { part: 'absent', substitute: 'Wei' }) },
		['substitute-absent seats.joe.part'],
	],
	[
		'a vote from a seat that has none',
		{ seats: with1('farah', { part: 'for' }) },
		['seat-has-no-vote seats.farah.part'],
	],
	[
		'moved by somebody shut out',
		{ seats: with1('colin', { part: 'interest', interest: 'A cousin' }) },
		['mover-took-no-part moverId'],
	],
	['seconded by nobody', { seconderId: null }, []],
	['seconded by the mover', { seconderId: 'colin' }, ['seconder-is-mover seconderId']],
	['seconded by somebody absent', { seats: taking({ amina: 'absent' }) }, ['seconder-took-no-part seconderId']],
	['assent, moved by nobody', { vote: { how: 'assent' }, moverId: null, seconderId: null }, []],
	[
		'assent, and somebody against',
		{ vote: { how: 'assent' }, seats: taking({ joe: 'against' }) },
		['against-under-assent seats.joe.part'],
	],
	[
		'assent, and somebody asked to be minuted as abstaining',
		{ vote: { how: 'assent' }, seats: taking({ joe: 'abstain' }) },
		[],
	],
	[
		'hands',
		{
			vote: hands(3, 2, 1),
			seats: taking({
				helen: 'present',
				colin: 'present',
				ngozi: 'present',
				amina: 'present',
				joe: 'against',
				priya: 'present',
			}),
		},
		[],
	],
	['more hands than people who could vote', { vote: hands(4, 2, 1) }, ['hands-too-many for']],
	['not a number', { vote: hands(Number.NaN, 2) }, ['hands-unclear for']],
	[
		'fewer hands than names',
		{ vote: hands(6, 0), seats: taking({ joe: 'against' }) },
		['hands-fewer-than-named against'],
	],
	['a casting vote when level', { seats: level, casting }, []],
	['a casting vote when not level', { casting }, ['casting-not-level castingChoice']],
	[
		'a casting vote without a reason',
		{ seats: level, casting: { ...casting, reason: ' ' } },
		['casting-reason-missing castingReason'],
	],
	[
		'a casting vote the rules do not give',
		{ seats: level, casting, rules: { ...bodyRules, castingVote: false } },
		['casting-not-given castingChoice'],
	],
	[
		'a casting vote without a quorum',
		{ seats: taking({ colin: 'against', ngozi: 'absent' }), casting },
		['casting-not-level castingChoice'],
	],
	[
		'a casting vote from a seat that has none',
		{ seats: level, casting, presiderId: 'farah' },
		['casting-without-vote castingChoice'],
	],
	['a vote from afar', { seats: with1('joe', { joined: 'remote' }) }, ['remote-cannot-vote seats.joe.part']],
	[
		'the same where the rules let them',
		{ seats: with1('joe', { joined: 'remote' }), rules: { ...bodyRules, remoteCounts: true } },
		[],
	],
	['speaking from afar', { seats: with1('joe', { joined: 'remote', part: 'present' }) }, []],
	['moved from afar', { seats: with1('colin', { joined: 'remote', part: 'present' }) }, ['mover-took-no-part moverId']],
	[
		'presided from afar',
		{ seats: with1('helen', { joined: 'remote', part: 'present' }) },
		['presider-not-there presiderId'],
	],
	['a vote by somebody late', { seats: with1('joe', { late: true }) }, ['late-cannot-vote seats.joe.part']],
	['late and silent', { seats: with1('joe', { late: true, part: 'present' }) }, []],
	[
		'absent and remote',
		{ seats: with1('joe', { part: 'absent', joined: 'remote' }) },
		['absent-said-more seats.joe.part'],
	],
	['moved, and left before the vote', { seats: taking({ colin: 'left' }) }, []],
	['a presider who left before the vote', { seats: taking({ helen: 'left' }) }, ['presider-not-there presiderId']],
	['a seat by no right', { seats: with1('joe', { right: ' ' }) }, ['right-missing seats.joe.right']],
	[
		'one substitute in two seats',
		{
			seats: board.map((one) =>
				one.memberId === 'joe' || one.memberId === 'amina' ? { ...one, substitute: 'Wei' } : one,
			),
		},
		['substitute-twice seats.joe.substitute'],
	],
	[
		'somebody who sits there in another’s seat too',
		{ seats: with1('joe', { substitute: ' PRIYA ' }) },
		['substitute-sits-there seats.joe.substitute'],
	],
	[
		'a member who is away in her own seat and sits in another’s',
		{
			seats: with1('joe', { substitute: 'Priya' }).map((one) =>
				one.memberId === 'priya' ? { ...one, part: 'absent' as const } : one,
			),
		},
		[],
	],
	[
		'named votes on an amendment',
		{ amendments: [{ ...amendment, vote: { how: 'names' }, parts: { helen: 'for', joe: 'abstain' } }] },
		[],
	],
	[
		'votes on an amendment by those who have none',
		{
			seats: taking({ joe: 'absent' }).map((one) =>
				one.memberId === 'priya' ? { ...one, part: 'interest' as const, interest: 'Runs the co-operative' } : one,
			),
			amendments: [
				{
					...amendment,
					moverId: 'colin',
					vote: { how: 'names' },
					parts: { helen: 'for', joe: 'for', priya: 'against', farah: 'for' },
				},
			],
		},
		[
			'amendment-no-part amendments.0.parts.joe',
			'amendment-no-part amendments.0.parts.priya',
			'seat-has-no-vote amendments.0.parts.farah',
		],
	],
	[
		'fewer hands for an amendment than names',
		{ amendments: [{ ...amendment, parts: { helen: 'abstain' } }] },
		['hands-fewer-than-named amendments.0.abstain'],
	],
	[
		'more hands for an amendment than were there for it',
		{ amendments: [{ ...amendment, parts: { helen: 'away' } }] },
		['hands-too-many amendments.0.for'],
	],
	['an amendment moved by somebody who left after it', { seats: taking({ joe: 'left' }), amendments: [amendment] }, []],
	[
		'an amendment by assent with somebody against',
		{ amendments: [{ ...amendment, vote: { how: 'assent' }, parts: { priya: 'against' } }] },
		['against-under-assent amendments.0.parts.priya'],
	],
	['an amendment', { amendments: [amendment] }, []],
	[
		'an amendment, carried, without the words it left',
		{ amendments: [{ ...amendment, wording: '' }] },
		['amended-wording-missing amendments.0.wording'],
	],
	[
		'an amendment, lost, that changed the words',
		{ amendments: [{ ...amendment, vote: hands(2, 4) }] },
		['amendment-not-carried amendments.0.wording'],
	],
	[
		'an empty amendment',
		{ amendments: [amendment, { ...amendment, change: '', moverId: null }] },
		['amendment-missing amendments.1.change', 'mover-missing amendments.1.moverId'],
	],
	['an amendment on a level vote', { amendments: [{ ...amendment, vote: hands(3, 3), casting }] }, []],
	[
		'an amendment with a casting vote out of place',
		{ amendments: [{ ...amendment, casting }] },
		['casting-not-level amendments.0.castingChoice'],
	],
])('%s', (_what, change, problems) => {
	const judged = judgeMinute({ ...minute, ...change }, now, new Map(board.map(({ memberId }) => [memberId, memberId])))
	expect(judged.map(({ problem, at }) => `${problem} ${at}`)).toEqual(problems)
})
