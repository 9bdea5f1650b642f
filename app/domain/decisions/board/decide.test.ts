import { expect, test } from 'vitest'
import { board, bodyRules, minute, seat, taking } from '../../../../tests/given-minute.ts'
import { decide } from './decide.ts'
import type { Amendment, BodyRules, Minute } from './minute.ts'

const level = taking({ colin: 'against', ngozi: 'for', amina: 'against', joe: 'abstain', priya: 'absent' })
const casting = (choice: 'for' | 'against') => ({ choice, reason: 'The carers cannot wait.' })
const rules = (change: Partial<BodyRules>): BodyRules => ({ ...bodyRules, ...change })
const hands = (inFavour: number, against: number, abstain = 0) =>
	({ how: 'hands', for: inFavour, against, abstain }) as const
const twoThirds = { numerator: 2, denominator: 3 }

test.each<[string, Partial<Minute>, string, string | null]>([
	['more for than against', {}, 'agreed', null],
	[
		'level, and the presider, who had voted already, votes again',
		{ seats: level, casting: casting('for') },
		'agreed',
		'casting-vote',
	],
	[
		'level, and the second vote goes the other way',
		{ seats: level, casting: casting('against') },
		'not-agreed',
		'casting-vote',
	],
	['level, and no casting vote was used', { seats: level }, 'not-agreed', 'no-casting-vote'],
	[
		'level, and the rules give none',
		{ seats: level, rules: rules({ castingVote: false }), casting: casting('for') },
		'not-agreed',
		'no-casting-vote',
	],
	['not level: a casting vote changes nothing', { casting: casting('against') }, 'agreed', null],
	[
		'all abstain',
		{
			seats: taking({
				helen: 'abstain',
				colin: 'abstain',
				ngozi: 'abstain',
				amina: 'abstain',
				joe: 'abstain',
				priya: 'abstain',
			}),
		},
		'not-agreed',
		'no-casting-vote',
	],
	[
		'present and silent is not a vote',
		{
			seats: taking({
				helen: 'present',
				colin: 'present',
				ngozi: 'present',
				amina: 'present',
				joe: 'present',
				priya: 'present',
			}),
		},
		'nobody-voted',
		null,
	],
	['hands', { vote: hands(2, 3), seats: taking({ helen: 'present' }) }, 'not-agreed', null],
	['assent', { vote: { how: 'assent' } }, 'agreed', null],
	['assent without a quorum', { vote: { how: 'assent' }, seats: taking({ ngozi: 'absent' }) }, 'no-quorum', null],
	['one too few', { seats: taking({ colin: 'absent', amina: 'absent', joe: 'absent' }) }, 'no-quorum', null],
	['enough, but nobody of a class that must be there', { seats: taking({ ngozi: 'absent' }) }, 'no-quorum', null],
	[
		'a casting vote mends no quorum',
		{ seats: taking({ colin: 'against', ngozi: 'absent' }), casting: casting('for') },
		'no-quorum',
		null,
	],
	[
		'two thirds of those voting, exactly',
		{
			rules: rules({ threshold: { share: twoThirds, of: 'voting' } }),
			seats: taking({ joe: 'against', priya: 'against' }),
		},
		'agreed',
		null,
	],
	[
		'two thirds of those present: an abstention weighs',
		{
			rules: rules({ threshold: { share: twoThirds, of: 'present' } }),
			seats: taking({ joe: 'abstain', priya: 'abstain', amina: 'abstain' }),
		},
		'not-agreed',
		null,
	],
	[
		'two thirds of those entitled: an absence weighs',
		{
			rules: rules({ threshold: { share: twoThirds, of: 'entitled' } }),
			seats: taking({ joe: 'absent', priya: 'absent', amina: 'against' }),
		},
		'not-agreed',
		null,
	],
	[
		'whoever has an interest is not among those present',
		{
			rules: rules({ threshold: { share: twoThirds, of: 'present' } }),
			seats: taking({ joe: 'against', priya: 'interest', amina: 'for' }),
		},
		'agreed',
		null,
	],
])('%s', (_rule, change, outcome, settled) => {
	expect(decide({ ...minute, ...change })).toMatchObject({ outcome, level: settled })
})

test.each<[string, BodyRules['quorum'], Minute['seats'], object]>([
	['a number, exactly met', { least: 6 }, board, { met: true, needed: 6, present: 6 }],
	['one short', { least: 6 }, taking({ joe: 'absent' }), { met: false, needed: 6, present: 5 }],
	['a quarter of six is two', { least: { numerator: 1, denominator: 4 } }, board, { met: true, needed: 2 }],
	[
		'a third of ten is four',
		{ least: { numerator: 1, denominator: 3 } },
		Array.from({ length: 10 }, (_, at) => seat(`m${at}`, { part: at < 3 ? 'for' : 'absent' })),
		{ met: false, needed: 4, present: 3 },
	],
	[
		'an interest leaves the quorum',
		{ least: 6, countsInterested: false },
		taking({ priya: 'interest' }),
		{ met: false, present: 5 },
	],
	[
		'an interest counts where the rules say so',
		{ least: 6, countsInterested: true },
		taking({ priya: 'interest' }),
		{ met: true, present: 6 },
	],
	[
		'an interest leaves its class',
		{ least: 1, classes: [{ seat: 'NHS member', least: 1 }] },
		taking({ ngozi: 'interest' }),
		{ met: false, missing: [{ seat: 'NHS member', needed: 1, present: 0 }] },
	],
	[
		'a substitute counts for the seat',
		{ least: 1, classes: [{ seat: 'NHS member', least: 1 }] },
		board.map((one) => (one.memberId === 'ngozi' ? { ...one, substitute: 'Dr Ade' } : one)),
		{ met: true },
	],
	['a seat without a vote counts for nothing', { least: 7 }, board, { met: false, present: 6 }],
])('quorum: %s', (_rule, quorum, seats, answer) => {
	expect(decide({ ...minute, seats, rules: rules({ quorum }) }).quorum).toMatchObject(answer)
})

const amendment = (change: Partial<Amendment>): Amendment => ({
	change: 'Put 2028 for 2027',
	moverId: 'joe',
	seconderId: null,
	parts: {},
	vote: hands(4, 2),
	casting: null,
	wording: 'That breaks for carers be a priority for 2028.',
	...change,
})
const second = amendment({
	change: 'Add young carers',
	wording: 'That breaks for carers, young ones too, be a priority for 2028.',
})

test.each<[string, Amendment[], string]>([
	['none: the words moved', [], minute.motion],
	['carried: its words', [amendment({})], amendment({}).wording],
	['lost: the words moved', [amendment({ vote: hands(2, 4) })], minute.motion],
	['accepted by assent', [amendment({ vote: { how: 'assent' } })], amendment({}).wording],
	['level and no casting vote: lost', [amendment({ vote: hands(3, 3) })], minute.motion],
	['level with a casting vote', [amendment({ vote: hands(3, 3), casting: casting('for') })], amendment({}).wording],
	['two carried: the words of the second', [amendment({}), second], second.wording],
	['the second lost: the words of the first', [amendment({}), { ...second, vote: hands(1, 5) }], amendment({}).wording],
])('amendments: %s', (_rule, amendments, wording) => {
	expect(decide({ ...minute, amendments }).wording).toBe(wording)
})

const came = (memberId: string, change: object) =>
	board.map((one) => (one.memberId === memberId ? { ...one, ...change } : one))

test.each<[string, Partial<Minute>, object]>([
	[
		'whoever joined remotely does not count, as in a formal board in England',
		{ seats: came('ngozi', { joined: 'remote', part: 'present' }) },
		{ outcome: 'no-quorum', quorum: { met: false, present: 5, missing: [{ seat: 'NHS member' }] }, tally: { for: 5 } },
	],
	[
		'and does where the body’s rules say so',
		{ seats: came('ngozi', { joined: 'remote' }), rules: rules({ remoteCounts: true }) },
		{ outcome: 'agreed', quorum: { met: true, present: 6 }, tally: { for: 6 } },
	],
	[
		'whoever came late counts towards the quorum and has no vote',
		{ seats: came('ngozi', { late: true }) },
		{ outcome: 'agreed', quorum: { met: true, present: 6 }, tally: { for: 5 } },
	],
	[
		'and votes where the body’s rules say so',
		{ seats: came('ngozi', { late: true }), rules: rules({ lateVotes: true }) },
		{ tally: { for: 6 } },
	],
	[
		'a quorum that was lost before the vote is none',
		{ seats: taking({ helen: 'left', colin: 'left', amina: 'left' }) },
		{ outcome: 'no-quorum', quorum: { met: false, present: 3 } },
	],
])('%s', (_rule, change, answer) => {
	expect(decide({ ...minute, ...change })).toMatchObject(answer)
})

const named = (parts: Amendment['parts']) => amendment({ vote: { how: 'names' }, parts })

test.each<[string, Partial<Minute>, Amendment, object]>([
	[
		'by name: those named are counted, and nobody else',
		{},
		named({ helen: 'for', colin: 'against', ngozi: 'for' }),
		{ outcome: 'agreed', tally: { for: 2, against: 1, abstain: 0 } },
	],
	['nobody named voted', {}, named({}), { outcome: 'nobody-voted' }],
	[
		'somebody who left before the motion had a vote on it',
		{ seats: taking({ helen: 'left' }) },
		named({ helen: 'for' }),
		{ outcome: 'agreed', tally: { for: 1 }, quorum: { present: 6 } },
	],
	[
		'its quorum is that of its own vote',
		{},
		named({ helen: 'for', colin: 'away', amina: 'away', joe: 'away' }),
		{ outcome: 'no-quorum', quorum: { present: 3 } },
	],
	[
		'an interest shuts out of it too',
		{ seats: taking({ priya: 'interest' }) },
		named({ helen: 'for', priya: 'against' }),
		{ tally: { for: 1, against: 0 } },
	],
	[
		'level by name, with a casting vote',
		{},
		{ ...named({ helen: 'for', colin: 'against' }), casting: casting('against') },
		{ outcome: 'not-agreed', level: 'casting-vote' },
	],
])('an amendment, %s', (_rule, change, amended, answer) => {
	expect(decide({ ...minute, ...change, amendments: [amended] }).amendments[0]).toMatchObject(answer)
})

test('an amendment needs a plain majority, whatever the motion itself needs', () => {
	const share = rules({ threshold: { share: { numerator: 3, denominator: 4 }, of: 'entitled' } })
	expect(decide({ ...minute, amendments: [amendment({})], rules: share }).amendments[0]?.outcome).toBe('agreed')
})

test('assent is no number', () => {
	expect(decide({ ...minute, vote: { how: 'assent' } }).tally).toBeNull()
})
