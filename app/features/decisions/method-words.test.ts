import { expect, test } from 'vitest'
import type {
	ChoosingMethod,
	ChoosingRules,
	DecisionKind,
	DecisionPart,
	MotionRules,
} from '../../domain/decisions/decision.ts'
import { ruleWords } from './method-words.ts'

const common = { secrecy: 'secret', quorum: 0, showsStanding: false } as const
const wordsOf = (method: string, rules: object, kind?: DecisionKind) =>
	ruleWords({
		method,
		...(kind && { kind }),
		rules: { ...common, ...rules },
		voiceNames: { citizens: 'Citizens' },
		castingVoter: 'Ada Eze',
	} as unknown as DecisionPart<'method' | 'rules'>)

/** What each method may be told besides, one rule at a time. */
const rules: [ChoosingMethod, Partial<ChoosingRules>, Partial<ChoosingRules>[]][] = [
	['approval', { seats: 1 }, [{ seats: 2 }, { most: 3 }]],
	['score', { seats: 1, highest: 5 }, [{ seats: 2 }, { highest: 10 }, { missing: 'zero' }]],
	['points', { seats: 1, points: 10 }, [{ seats: 2 }, { points: 5 }, { cap: 3 }]],
	['irv', { seats: 1 }, []],
	['scottish-stv', { seats: 2 }, [{ seats: 3 }]],
	['schulze', { seats: 1 }, []],
	['greedy', { budget: 20_000_00 }, [{ budget: 50 }, { support: 3 }, { most: 3 }]],
	['greedy-no-skip', { budget: 20_000_00 }, [{ budget: 50 }, { support: 3 }, { most: 3 }]],
	['greedy', { budget: 50, ballot: 'points', points: 10 }, [{ points: 5 }, { cap: 3 }, { support: 3 }]],
	['greedy-no-skip', { budget: 50, ballot: 'ranks', most: 1 }, [{ most: 2 }, { most: 3 }, { support: 3 }]],
	[
		'equal-shares',
		{ budget: 50, ballot: 'points', points: 10, completion: 'add1' },
		[
			{ points: 5 },
			{ cap: 3 },
			{ comparison: true },
			{ bar: true },
			{ completion: 'none' },
			{ completion: 'greedy' },
			{ completion: 'add1u' },
			{ completion: 'add1-until-overflow' },
		],
	],
	['equal-shares', { budget: 50, ballot: 'ranks', most: 1 }, [{ most: 2 }, { most: 3 }, { byVoice: true }]],
	[
		'equal-shares',
		{ budget: 20_000_00, completion: 'add1', utility: 'cost' },
		[
			{ budget: 50 },
			{ most: 3 },
			{ byVoice: true },
			{ comparison: true },
			{ bar: true },
			{ utility: 'cardinality' },
			{ completion: 'none' },
			{ completion: 'greedy' },
			{ completion: 'add1u' },
			{ completion: 'add1-until-overflow' },
		],
	],
]

test.each(rules)('no rule of %s is sealed unsaid', (method, usual, changes) => {
	const all = [{}, { quorum: 4 }, ...changes].map((change) => wordsOf(method, { ...usual, ...change }))
	expect(new Set(all).size).toBe(all.length)
	for (const words of all) expect(words).not.toMatch(/undefined|NaN/)
})

test.each([
	{ ballot: 'points', points: 10 },
	{ ballot: 'ranks', most: 3 },
])('no rule says “most votes” or “chose” where people give points: %o', (how) => {
	for (const method of ['greedy', 'greedy-no-skip', 'equal-shares'])
		for (const completion of ['add1', 'add1-until-overflow', 'add1u', 'greedy', 'none'] as const) {
			const rules = { budget: 50, support: 3, comparison: true, completion, ...how }
			expect(wordsOf(method, rules)).not.toMatch(/(most|\d) votes|chose|ticks/)
		}
})

test('by voice the money is promised to voices of which somebody votes, and not to people alike', () => {
	const words = wordsOf('equal-shares', { budget: 20_000_00, byVoice: true })
	expect(words).toContain('Each voice of which anybody votes gets an equal share of it,')
	expect(words).not.toContain('Everyone who votes gets an equal share')
})

test.each<[Partial<MotionRules>, string]>([
	[{ threshold: 'majority' }, 'It is agreed if it has more for than against.'],
	[
		{ threshold: { numerator: 2, denominator: 3 }, of: 'entitled', quorum: 7 },
		'It is agreed if it has at least two thirds of everyone who can vote to be for and at least 7 taking part.',
	],
	[
		{ threshold: 'majority', voiceLock: [{ voiceId: 'citizens', quorum: 3 }] },
		'It is agreed if it has more for than against. Each voice that is asked by itself must agree as well: Citizens (at least 3 taking part).',
	],
	[
		{ threshold: 'majority', quorum: 5, quorumShare: { numerator: 1, denominator: 2 } },
		'It is agreed if it has more for than against and at least 5 taking part (half of all who may vote).',
	],
	[
		{ threshold: { numerator: 2, denominator: 3 }, of: 'present', voiceQuorum: [{ voiceId: 'citizens', quorum: 2 }] },
		'It is agreed if it has at least two thirds of everyone who votes, with those who abstain, to be for and at least 2 of the Citizens taking part.',
	],
	[
		{ threshold: 'majority', castingVote: { memberId: 'ada' } },
		'It is agreed if it has more for than against. If votes are level, Ada Eze has the casting vote, and gives a reason everyone can read within 14 days. Without that it is not agreed.',
	],
])('a motion’s rule is said in one breath', (own, words) => {
	expect(wordsOf('motion', own)).toBe(words)
})

test('what silence means is said before anyone answers', () => {
	expect(wordsOf('consent', { silenceIsConsent: true })).toContain('Whoever says nothing counts as agreeing.')
	const voiceLock = [{ voiceId: 'citizens', quorum: 1 }]
	expect(wordsOf('consent', { silenceIsConsent: true, quorum: 7, voiceLock })).toBe(
		'It is agreed if nobody objects. A concern is written down and stops nothing. Whoever says nothing counts as agreeing. The 7 who must take part include those who say nothing. Each voice that is asked by itself must agree as well: Citizens (at least 1 taking part). There silence does not count: people of that voice must answer.',
	)
	expect(wordsOf('consent', { silenceIsConsent: false })).not.toContain('says nothing')
})

test.each([
	[
		'equal-shares',
		'ticks',
		'If several are level, the cheapest goes first, then the one with more votes, then a lot decides.',
	],
	[
		'equal-shares',
		'points',
		'If several are level, the cheapest goes first, then the one with more points, then a lot decides.',
	],
	['greedy', 'ticks', 'Where several have as many votes, the cheaper goes first, then a lot decides.'],
	['greedy-no-skip', 'ranks', 'Where several have as many points, the cheaper goes first, then a lot decides.'],
] as const)('%s by %s says before the vote what settles what is level', (method, ballot, said) => {
	const rules = { secrecy: 'secret' as const, quorum: 0, showsStanding: false, budget: 1_000_00, most: 2, points: 10 }
	expect(
		ruleWords({ method, rules: { ...rules, ...(ballot !== 'ticks' && { ballot }) }, options: [] } as never),
	).toContain(said)
})

const views = { ...common, seats: 1 }
const seats = { seats: 2 }

test.each<[string, object, { decides: string; hears: string }]>([
	['motion', { threshold: 'majority' }, { decides: 'It is agreed if it has', hears: 'People are in favour if it has' }],
	[
		'motion',
		{ threshold: 'majority', voiceLock: [{ voiceId: 'citizens', quorum: 0 }] },
		{ decides: 'must agree as well: Citizens.', hears: 'must be in favour as well: Citizens.' },
	],
	[
		'consent',
		{},
		{
			decides: 'It is agreed if nobody objects. A concern is written down and stops nothing.',
			hears: 'People are in favour if nobody objects. A concern is written down and changes nothing.',
		},
	],
	['consent', { silenceIsConsent: true }, { decides: 'counts as agreeing', hears: 'counts as in favour' }],
	[
		'approval',
		{},
		{ decides: 'The one most people choose wins.', hears: 'The most liked is the one most people choose.' },
	],
	[
		'approval',
		seats,
		{ decides: 'The 2 most people choose win.', hears: 'The 2 most liked are those most people choose.' },
	],
	['score', {}, { decides: 'The winner has the highest', hears: 'The most liked has the highest' }],
	['score', seats, { decides: 'The 2 winners have the highest', hears: 'The 2 most liked have the highest' }],
	[
		'points',
		{ points: 5 },
		{ decides: 'The winner has the most points.', hears: 'The most liked has the most points.' },
	],
	['scottish-stv', seats, { decides: '2 are chosen, by', hears: 'The 2 most liked are found by' }],
	['schulze', {}, { decides: 'beats every other wins;', hears: 'beats every other is the most liked;' }],
])('what %s settles, a show of views only hears: %j', (method, rules, { decides, hears }) => {
	const asked = { ...views, ...rules }
	for (const kind of ['panel-vote', 'board-decision', undefined] as const)
		expect(wordsOf(method, asked, kind)).toContain(decides)
	const heard = wordsOf(method, asked, 'show-of-views')
	expect(heard).toContain(hears)
	expect(heard).not.toMatch(/agree(d|ing)?\b|winner|\bwins?[.;]|stops|are chosen/)
})

test.each(['irv', 'scottish-stv'])('what settles a tie before the lot is part of the rule: %s', (method) => {
	expect(wordsOf(method, { seats: 2 })).toContain(
		'Where several are level, their votes in earlier rounds decide, then a lot.',
	)
})
