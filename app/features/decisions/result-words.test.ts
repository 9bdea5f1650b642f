import { expect, test } from 'vitest'
import { ballotsOf, choosing, electors, someMotion } from '../../../tests/given-question.ts'
import type {
	Answer,
	Choosing,
	ChoosingMethod,
	ChoosingRules,
	Decision,
	DecisionKind,
} from '../../domain/decisions/decision.ts'
import { countOpenBallots } from '../../domain/decisions/methods/count-open-ballots.ts'
import { ballotsToCount, resultOf } from '../../domain/decisions/result.ts'
import { sharesStoryOf } from '../../domain/decisions/shares-story.ts'
import { workOut } from '../../domain/decisions/worked.ts'
import { amountWords, exactAmountWords, numberWords } from './amount-words.ts'
import { asBudget } from './budget-words.ts'
import { whyNotFunded } from './not-funded-words.ts'
import { tooFewToShow } from './outcome-only-words.ts'
import { narrowlyMissed, resultTitle, resultWhy, resultWhyInParts, turnoutResultWords } from './result-words.ts'
import { mostVotesFirstWords } from './shares-compared-words.ts'
import { raisedInFull } from './shares-grown-words.ts'
import { sharesWhy } from './shares-words.ts'
import { beginningWords, priceWords, raisingWords, togetherWords, widthWords } from './steps-words.ts'
import { tieSentence, tieWords } from './tie-words.ts'
import { chosenOf } from './told.ts'

const ticks = (...ids: string[]): Answer => ({ marks: Object.fromEntries(ids.map((id) => [id, 1])) })
const ranks = (...ids: string[]): Answer => ({ ranks: ids.map((id) => [id]) })

function closed<D extends Decision>(decision: D, ...answers: Answer[]): D {
	const ballots = ballotsOf(...answers)
	const file = ballotsToCount(decision, ballots)
	const result = resultOf({ decision, ballots, electors, count: file && countOpenBallots(file) })
	return { ...decision, result }
}

function chose(method: ChoosingMethod, rules: Partial<ChoosingRules>, kind: DecisionKind, ...answers: Answer[]) {
	return closed<Choosing>({ ...choosing(method, rules), kind }, ...answers) as Choosing & {
		result: NonNullable<Choosing['result']>
	}
}

const tiesOf = (told: Choosing) => tieWords(chosenOf(told)!)

const budget = { budget: 9_000_00 }

test.each<[ChoosingMethod, Partial<ChoosingRules>, Answer[], string, string]>([
	[
		'approval',
		{},
		[ticks('A', 'B'), ticks('A')],
		'“Weekend breaks” is chosen.',
		'Each person ticked all they support. The one with most ticks wins. “Weekend breaks” had 2 ticks, the most. The next, “Night sitting”, had 1 tick.',
	],
	[
		'points',
		{ points: 10 },
		[{ marks: { A: 3, C: 4 } }, { marks: { C: 1 } }],
		'“A minibus” is chosen.',
		'Each person had 10 points to share out. The one with most points wins. “A minibus” had 5 points, the most. The next, “Weekend breaks”, had 3 points.',
	],
	[
		'score',
		{ highest: 5, missing: 'no-opinion' },
		[{ marks: { A: 5, B: 1 } }, { marks: { A: 4 } }, { marks: { A: 5 } }],
		'“Weekend breaks” is chosen.',
		'People gave each option a score from 0 to 5. The highest average of the scores given wins. “Weekend breaks” had 4.67 on average, the most. The next, “Night sitting”, had 1 on average.',
	],
	[
		'irv',
		{},
		[ranks('A'), ranks('A'), ranks('B')],
		'“Weekend breaks” is chosen.',
		'People put the options in order. “Weekend breaks” was the first choice on 2 of the 3 votes: more than half.',
	],
	[
		'schulze',
		{},
		[ranks('A', 'B', 'C'), ranks('B', 'C', 'A'), ranks('C', 'A', 'B')],
		'“Weekend breaks”, “Night sitting” and “A minibus” come first, level. No one of them is chosen.',
		'People put the options in order, and every two were compared: which of them did more people put higher? No one option beats every other: the comparisons go round in a circle, or are level. So wins are followed from one option to the next, like the links of a chain. A chain is as strong as its weakest link, and the option with the stronger chain comes first. Even so, “Weekend breaks”, “Night sitting” and “A minibus” stay level. The rule does not choose between them.',
	],
	[
		'greedy',
		budget,
		[ticks('A'), ticks('A', 'C'), ticks('B')],
		'“Weekend breaks” is funded.',
		'It costs £6,000 of the £9,000 there was to share. £3,000 is left. The project with most votes is funded first, then each next one that still fits in the money left.',
	],
])('%s: what is said first, and why', (method, rules, answers, title, why) => {
	const told = chose(method, rules, 'panel-vote', ...answers)
	expect(resultTitle(told)).toBe(title)
	expect(resultWhy(told).join(' ')).toBe(why)
})

test('equal shares is explained without its name, with what is left', () => {
	const told = chose(
		'equal-shares',
		{ ...budget, completion: 'none' },
		'panel-vote',
		ticks('B'),
		ticks('B'),
		ticks('C'),
	)
	expect(resultTitle(told)).toBe('“Night sitting” is funded.')
	const story = sharesStoryOf(told, ballotsOf(ticks('B'), ticks('B'), ticks('C')))
	const why = resultWhy(told, [], story).join(' ')
	expect(why).toBe(
		'It costs £5,000 of the £9,000 there was to share. £4,000 is left. Everybody who voted got the same share of the money: £9,000 shared among 3 people is £3,000 each. A project is funded when the people who chose it have enough in their shares, together, to pay all of its cost. £4,000 is left. “A minibus” costs £4,000, but the share of the one person who chose it came to only £3,000. By this rule shares are not made larger. What becomes of the £4,000 was not voted on: see “What this led to”. When several could be paid for, the one goes first where the most that one person pays is the smallest part of its cost.',
	)
	expect(why).not.toMatch(/equal shares|rho|endowment/i)
	expect(narrowlyMissed(told, { named: { A: 0, B: 2, C: 1 } }, story)).toEqual([
		'“A minibus” costs £4,000. One person chose it. £4,000 is left, which would be enough. But the people who chose it pay for it themselves. Even at the start, their share was £1,000 too small for it.',
		'“Weekend breaks” costs £6,000. Nobody chose it.',
	])
})

test('larger shares are told from where to where, what is dearer than the money left as that, and what most votes would buy', () => {
	const answers = [...Array(5).fill(ticks('A')), ticks('B', 'C'), ticks('B', 'C')]
	const told = chose('equal-shares', { budget: 10_500_00 }, 'panel-vote', ...answers)
	const story = sharesStoryOf(told, ballotsOf(...answers))
	expect(resultWhy(told, [], story).join(' ')).toContain(
		'When several could be paid for, the one goes first where the most that one person pays is the smallest part of its cost. With £1,500 each, £4,500 would be left. So it was counted again and again, with £1 more for each person every time, up to £2,000 each. Then nothing else that people chose would fit in the money left. The larger',
	)
	expect(narrowlyMissed(told, { named: { A: 5, B: 2, C: 2 } }, story)[0]).toBe(
		'“Night sitting” costs £5,000. 2 people chose it. Even when made larger, their 2 shares together were £1,000 too little for it. After the 2 that are funded, £500 is left, so it cannot be bought.',
	)
	const { box, below, after } = resultWhyInParts(told, [], story)
	expect(box).toEqual(['Together they cost £10,000 of the £10,500 there was to share. £500 is left.'])
	expect([...box, ...below, ...after]).toEqual(resultWhy(told, [], story))
	expect(after[0]).toBe(
		'The only other project that people chose, “Night sitting”, costs more than the £500 that is left. What becomes of the £500 was not voted on: see “What this led to”.',
	)
	expect(story!.mostVotesFirst).toEqual({ winners: ['A', 'C'], totalCost: '10000' })
	expect(mostVotesFirstWords(asBudget(chosenOf(told)!) as never, story!.mostVotesFirst)).toHaveLength(1)
	expect(
		mostVotesFirstWords(asBudget(chosenOf(told)!) as never, { winners: ['A', 'B'], totalCost: '11000' }).slice(1),
	).toEqual([
		'Funded that way and not by this rule: “Night sitting”.',
		'Funded by this rule and not that way: “A minibus”.',
		'This rule was fixed before anybody voted. It gives everybody’s vote the same share of the money.',
	])
	const byVoice = chose('equal-shares', { budget: 10_500_00, byVoice: true }, 'panel-vote', ...answers)
	expect(
		mostVotesFirstWords(asBudget(chosenOf(byVoice)!) as never, { winners: ['A', 'B'], totalCost: '11000' }).at(-1),
	).toBe(
		'This rule was fixed before anybody voted. It gives each voice of which anybody voted the same share of the money.',
	)
})

test('what fits in the money left and is not bought: raising stopped at something too dear, before its people could pay', () => {
	const options = [
		{ id: 'A', name: 'A kitchen', cost: 40_000_00 },
		{ id: 'B', name: 'A flat', cost: 28_000_00 },
		{ id: 'C', name: 'A ramp', cost: 8_000_00 },
	]
	const answers = [...Array(8).fill(ticks('A')), ...Array(5).fill(ticks('B')), ticks('C')]
	const asked = { ...choosing('equal-shares', { budget: 60_000_00 }), options }
	const ballots = ballotsOf(...answers)
	const count = countOpenBallots(ballotsToCount(asked, ballots)!)
	const told = { ...asked, result: resultOf({ decision: asked, ballots, electors, count }) } as typeof asked
	const story = sharesStoryOf(told, ballots)
	expect(resultWhyInParts(told, [], story).after[0]).toContain(
		'£20,000 is left. “A ramp” costs £8,000, but even when made larger, the share of the one person who chose it came to only about £5,600. What',
	)
	expect(narrowlyMissed(told, { named: { A: 8, B: 5, C: 1 } }, story)).toEqual([
		'“A flat” costs £28,000. 5 people chose it. Even when made larger, their 5 shares together were about £1.43 too little for it. After the one that is funded, £20,000 is left, so it cannot be bought.',
		'“A ramp” costs £8,000. One person chose it. £20,000 is left, which would be enough. But the people who chose it pay for it themselves. Even when made larger, their share was about £2,400 too small for it.',
	])
})

test('what its people could pay for until another project was paid for', () => {
	const told = chose('equal-shares', { ...budget, completion: 'none' }, 'panel-vote', ...Array(2).fill(ticks('A', 'C')))
	const story = sharesStoryOf(told, ballotsOf(...Array(2).fill(ticks('A', 'C'))))
	expect(narrowlyMissed(told, { named: { A: 2, C: 2 } }, story)).toEqual([
		'“Weekend breaks” costs £6,000. 2 people chose it. It was level with “A minibus”, which went first, because it costs less. At first the 2 had enough for it. But both of them also chose that one, and paying for it left them with £1,000 too little. After the one that is funded, £5,000 is left, so it cannot be bought.',
		'“Night sitting” costs £5,000. Nobody chose it.',
	])
})

test('who chose only what was withdrawn is not said to have left the ballot blank', () => {
	const asked: Choosing = {
		...choosing('equal-shares', { ...budget, completion: 'none' }),
		withdrawn: [{ option: 'C', reason: 'The lease ended.', at: '2026-06-02T09:00:00.000Z' }],
	}
	const why = (...answers: Answer[]) => resultWhy(closed(asked, ...answers)).join(' ')
	expect(why(ticks('A'), ticks('A'), ticks('C'), ticks())).toContain(
		' 2 of them left the ballot blank, or chose only what was withdrawn, and had a share as well. A project',
	)
	expect(why(ticks('A'), ticks('C'))).toContain(
		' One of them left the ballot blank, or chose only what was withdrawn, and had a share as well. A project',
	)
})

test('where voices are too small to show, the money left is named and what one person had left was too little', () => {
	const rules: Partial<ChoosingRules> = { budget: 100_00, byVoice: true, completion: 'none', secrecy: 'secret' }
	const costs = { A: 20_00, B: 40_00, C: 45_00, D: 30_00 }
	const asked: Choosing = {
		...choosing('equal-shares', rules),
		options: Object.entries(costs).map(([id, cost]) => ({ id, name: id, cost })),
		tieOrder: Object.keys(costs),
	}
	const answers = [ticks('A', 'B', 'C'), ...Array(8).fill(ticks('A')), ticks('D'), ticks('D')]
	const voters = answers.map((_, at) => ({ memberId: `${at}`, voiceId: at === 0 ? 'provider' : 'citizen' }))
	const ballots = ballotsOf(...answers).map((ballot, at) => ({ ...ballot, ...voters[at]! }))
	const count = countOpenBallots(ballotsToCount(asked, ballots)!)
	const told = { ...asked, result: resultOf({ decision: asked, ballots, electors: voters, count }) } as Choosing
	const { named, shares } = workOut.result(told, ballots)
	expect(resultWhyInParts(told, [], shares).after[0]).toBe(
		'£40 is left. “D” costs £30, but the people who chose it had too little left in their shares. By this rule shares are not made larger. What becomes of the £40 was not voted on: see “What this led to”.',
	)
	expect(narrowlyMissed(told, { named }, shares).at(-1)).toBe(
		'“C” costs £45. One person chose it. What they had left of their share was not enough for it. After the 2 that are funded, £40 is left, so it cannot be bought.',
	)
})

test('most votes first until one does not fit: the turn of those after it never came', () => {
	const told = chose(
		'greedy-no-skip',
		{ budget: 7_000_00 },
		'panel-vote',
		ticks('C'),
		ticks('C', 'A'),
		ticks('C', 'A'),
		ticks('B'),
	)
	expect(narrowlyMissed(told, { named: { A: 2, B: 1, C: 3 } })).toEqual([
		'“Weekend breaks” costs £6,000. 2 people chose it. When its turn came, £3,000 was left: £3,000 too little.',
		'“Night sitting” costs £5,000. One person chose it. The count had already stopped, at one that did not fit.',
	])
})

const sharesRule =
	'A project is funded when the people who chose it have enough in their shares, together, to pay all of its cost.'
const orderRule =
	'When several could be paid for, the one goes first where the most that one person pays is the smallest part of its cost.'

test.each<[string, Partial<ChoosingRules>, Answer[], string[], string[]]>([
	[
		'each voice has its own shares',
		{ budget: 9_000_00, completion: 'add1', byVoice: true },
		[ticks('A'), ticks('A', 'C'), ticks('B', 'C'), ticks('B')],
		[
			'Together they cost all of the £9,000 there was to share.',
			`There was £9,000 to share. Each voice of which anybody voted got the same amount, shared equally among its people who voted. The share of each person was £1,500 among the Citizens and £4,500 among the Providers. ${sharesRule}`,
			`${orderRule} With these shares, £4,000 would be left. So it was counted again and again, with £1 more to share for each person every time, up to £2,000 among the Citizens and £6,000 among the Providers. Then nothing else that people chose would fit in the money left. The larger shares are only for counting: no more than the £9,000 is ever spent.`,
		],
		[
			'“Weekend breaks” costs £6,000. 2 people chose it. Even when made larger, their 2 shares together were £2,000 too little for it. After the 2 that are funded, nothing is left, so it cannot be bought.',
		],
	],
	[
		'the rest goes by most votes',
		{ budget: 9_000_00, completion: 'greedy' },
		[ticks('A'), ticks('A', 'C'), ticks('B', 'C'), ticks()],
		[
			'Together they cost all of the £9,000 there was to share.',
			`Everybody who voted got the same share of the money: £9,000 shared among 4 people is £2,250 each. One of them left the ballot blank and had a share as well. ${sharesRule}`,
			orderRule,
			'When no other project could be paid for in that way, the rest of the money was given out by another rule: the project with most votes first, as long as it fits. “Night sitting” was paid for like that.',
		],
		[
			'“Weekend breaks” costs £6,000. 2 people chose it. Even at the start, their 2 shares together were £1,500 too little for it. After the 2 that are funded, nothing is left, so it cannot be bought.',
		],
	],
	[
		'most votes first gives more people more',
		{ budget: 10_000_00, completion: 'none', comparison: true },
		[ticks('A'), ticks('A'), ticks('A'), ticks('A', 'B'), ticks('B', 'C'), ticks('C'), ticks('C')],
		[
			'Together they cost all of the £10,000 there was to share.',
			`Everybody who voted got the same share of the money: £10,000 shared among 7 people is about £1,429 each. ${sharesRule} ${orderRule}`,
			'The rule also asks whether simply funding the projects with most votes would give more people more of what they chose. 4 people have more of it that way, and nobody has more of it by shares. So the projects with most votes are taken instead.',
		],
		['“Night sitting” costs £5,000. 2 people chose it. When its turn came, nothing was left.'],
	],
	[
		'too few for the cost',
		{ budget: 6_000_00, completion: 'none', bar: true },
		[ticks('A'), ticks('B'), ticks('B'), ticks('B'), ticks('C'), ticks('C')],
		[
			'All of the £6,000 there was to share is left.',
			`Everybody who voted got the same share of the money: £6,000 shared among 6 people is £1,000 each. ${sharesRule}`,
			'£6,000 is left. “Night sitting” costs £5,000, but the shares of the 3 people who chose it came to only £3,000. The £6,000 would be enough for “A minibus” as well, but the people who chose it had too little left, too. What too few chose for its cost was left out. By this rule shares are not made larger. What becomes of the £6,000 was not voted on: see “What this led to”.',
			orderRule,
		],
		[
			'“Night sitting” costs £5,000. 3 people chose it. £6,000 is left, which would be enough. But the people who chose it pay for it themselves. Even at the start, their 3 shares together were £2,000 too little for it.',
			'“A minibus” costs £4,000. 2 people chose it. £6,000 is left, which would be enough. But the people who chose it pay for it themselves. Even at the start, their 2 shares together were £2,000 too little for it.',
			'“Weekend breaks” costs £6,000. One person chose it. For that cost the rule asks for at least 2 people, so it was left out.',
		],
	],
])('equal shares to be read aloud: %s', (_what, rules, answers, why, missed) => {
	const told = {
		...chose('equal-shares', rules, 'panel-vote', ...answers),
		voiceNames: { citizen: 'Citizens', provider: 'Providers' },
	}
	const { named, shares } = workOut.result(told, ballotsOf(...answers))
	expect(resultWhy(told, [], shares)).toEqual(why)
	expect(narrowlyMissed(told, { named }, shares)).toEqual(missed)
})

const everything: [ChoosingMethod, Partial<ChoosingRules>, Answer][] = [
	['approval', {}, ticks('A')],
	['points', { points: 3 }, { marks: { A: 3 } }],
	['score', { highest: 5 }, { marks: { A: 3 } }],
	['irv', {}, ranks('A')],
	['scottish-stv', { seats: 2 }, ranks('A')],
	['schulze', {}, ranks('A')],
	['greedy', budget, ticks('A')],
	['greedy-no-skip', budget, ticks('A')],
	['equal-shares', budget, ticks('A')],
]

test.each(everything)('a show of views by %s never sounds decided', (method, rules, answer) => {
	const told = chose(method, rules, 'show-of-views', answer)
	expect(resultTitle(told)).toMatch(/^People (prefer|would fund) “/)
	expect([resultTitle(told), ...resultWhy(told), ...narrowlyMissed(told, { named: { B: 1 } })].join(' ')).not.toMatch(
		/\bagreed\b|decided|decision|is chosen|is funded|is not funded/i,
	)
})

test.each(everything)('%s without its quorum, and with nobody voting, settles nothing', (method, rules, answer) => {
	const few = chose(method, { ...rules, quorum: 3 }, 'panel-vote', answer)
	expect(resultTitle(few)).toBe('No decision. Too few took part.')
	expect(resultWhy(few)).toEqual([
		'At least 3 had to take part and 1 did, so nothing is settled, whatever the count below says.',
	])
	expect(narrowlyMissed(few)).toEqual(['2 more taking part would have been enough.'])
	const nobody = chose(method, rules, 'panel-vote')
	expect(resultTitle(nobody)).toBe('No decision. Nobody voted.')
	expect(turnoutResultWords(nobody)).toBe('0 of 4 who could vote took part.')
})

test('papers nobody could read help to no quorum, and the words say so', () => {
	const decision: Choosing = { ...choosing('approval', { quorum: 3 }), kind: 'panel-vote' }
	const ballots = ballotsOf(ticks('A'), ticks('B'))
	const count = countOpenBallots(ballotsToCount(decision, ballots, 1)!)
	const told = { ...decision, result: resultOf({ decision, ballots, electors, spoilt: 1, count }) } as Choosing
	expect(resultTitle(told)).toBe('No decision. Too few took part.')
	expect(resultWhy(told)).toEqual([
		'At least 3 had to take part and 2 did, so nothing is settled, whatever the count below says.',
	])
	expect(narrowlyMissed(told)).toEqual(['1 more taking part would have been enough.'])
	expect(turnoutResultWords(told)).toBe(
		'2 of 4 who could vote took part. One paper more came that nobody could read; it counts for nothing.',
	)
})

test('several that comparing pairs leaves level are not called chosen, and no lot falls between them', () => {
	const circle = [ranks('A', 'B', 'C'), ranks('B', 'C', 'A'), ranks('C', 'A', 'B')]
	const views = chose('schulze', {}, 'show-of-views', ...circle)
	expect(resultTitle(views)).toBe('People put “Weekend breaks”, “Night sitting” and “A minibus” level at the top.')
	expect(tiesOf(views)).toEqual([
		'“Weekend breaks”, “Night sitting” and “A minibus” come first together. The rule does not choose between them, and no lot is drawn.',
	])
})

test('consent: one objection is named as what stopped it', () => {
	const consent: Decision = {
		...someMotion,
		method: 'consent',
		result: null,
		rules: { secrecy: 'named', quorum: 0, showsStanding: false, silenceIsConsent: false },
	}
	const told = closed(
		consent,
		{ consent: 'agree' },
		{ consent: 'concern' },
		{ consent: 'object', proposedChange: 'May.' },
	)
	expect(resultTitle(told)).toBe('Not agreed: one person objects.')
	expect(resultTitle({ ...told, kind: 'show-of-views' })).toBe('One person objects.')
	expect(resultWhy(told)).toEqual([
		'1 agreed, 1 can live with it but has a concern, 1 objected. One objection is enough to stop it. A concern is written down and stops nothing.',
		'1 said nothing. Silence is not agreement.',
	])
})

test('a lock that fails is said, and in a show of views not as if something were decided', () => {
	const locked: Decision = {
		...someMotion,
		rules: { ...someMotion.rules, quorum: 0, voiceLock: [{ voiceId: 'provider', quorum: 1 }] } as never,
	}
	const told = closed(locked, { choice: 'for' }, { choice: 'for' }, { choice: 'for' }, { choice: 'against' })
	expect(resultTitle(told)).toBe('Not agreed.')
	const voices = [
		{ voice: 'Citizens', locked: null, tally: null },
		{ voice: 'Providers', locked: 'not-agreed' as const, tally: { for: 0, against: 1, abstain: 0 } },
	]
	expect(resultWhy(told, voices).at(-1)).toBe(
		'Some voices were also asked by themselves, and each had to agree. Providers: not agreed. One that did not settles it, whatever all together said.',
	)
	expect(resultWhy({ ...told, kind: 'show-of-views' }, voices).at(-1)).toBe(
		'Some voices were also asked by themselves, and each has to be in favour. Providers: not in favour. Where one is not, people are not said to be in favour, whatever all together said.',
	)
	// More votes in all would change nothing, and how close the voice was is nobody's business.
	expect(narrowlyMissed(told)).toEqual([])
})

test('where people voted and a locked voice did not, the voice is named and nobody is told that nobody voted', () => {
	const lock = { voiceLock: [{ voiceId: 'provider', quorum: 1 }], quorum: 2 }
	const motion: Decision = { ...someMotion, rules: { ...someMotion.rules, ...lock } }
	const consent: Decision = {
		...someMotion,
		method: 'consent',
		result: null,
		rules: { secrecy: 'named', showsStanding: false, silenceIsConsent: false, ...lock },
	}
	const three = (answer: Answer) => [answer, answer, answer]
	const voices = [{ voice: 'Providers', locked: 'nobody-voted' as const, tally: null }]
	const voiceNames = { provider: 'Providers' }
	for (const told of [closed(motion, ...three({ choice: 'for' })), closed(consent, ...three({ consent: 'agree' }))]) {
		expect(resultTitle({ ...told, voiceNames })).toBe('No decision. Too few of the Providers took part.')
		expect(resultTitle({ ...told, voiceNames, kind: 'show-of-views' })).toBe(
			'Too few of the Providers took part to say.',
		)
		expect(resultWhy(told, voices).at(-1)).toBe(
			'Some voices were also asked by themselves, and each had to agree. Providers: nobody voted. So nothing was settled either way.',
		)
	}
})

test('a motion that was lost is not said to be unsettled because a locked voice was short', () => {
	const rules = { ...someMotion.rules, quorum: 2, voiceLock: [{ voiceId: 'provider', quorum: 1 }] }
	const told = closed({ ...someMotion, rules }, { choice: 'for' }, { choice: 'against' }, { choice: 'against' })
	expect(resultTitle(told)).toBe('Not agreed.')
	expect(resultWhy(told, [{ voice: 'Providers', locked: 'nobody-voted', tally: null }]).at(-1)).toMatch(
		/Providers: nobody voted\.$/,
	)
})

test('a small secret vote that a voice was too few for says which voice, and not how many they were', () => {
	const rules = { ...someMotion.rules, secrecy: 'secret' as const, quorum: 2 }
	const asked = [{ voiceId: 'provider', quorum: 1 }]
	const two: Answer[] = [{ choice: 'for' }, { choice: 'for' }]
	const voiceNames = { provider: 'Providers' }
	const told = { ...closed({ ...someMotion, rules: { ...rules, voiceQuorum: asked } }, ...two), voiceNames }
	expect(resultTitle(told)).toBe('No decision. Too few of the Providers took part.')
	expect(resultWhy(told)).toEqual([
		'At least 1 of the Providers had to take part and fewer did, so nothing is settled.',
		tooFewToShow,
	])
	const locked = closed({ ...someMotion, rules: { ...rules, voiceLock: asked } }, ...two)
	expect(resultWhy(locked)).toEqual([
		'Too few of a voice that is asked by itself took part, so nothing is settled.',
		tooFewToShow,
	])
})

test.each(['named', 'secret'] as const)(
	'more people are only said to be enough where that is all a %s vote lacked',
	(secrecy) => {
		const rules = { ...someMotion.rules, secrecy, quorum: 3 }
		const two: Answer[] = [{ choice: 'for' }, { choice: 'for' }]
		const asked = [{ voiceId: 'provider', quorum: 1 }]
		expect(narrowlyMissed(closed({ ...someMotion, rules }, ...two))).toEqual([
			'1 more taking part would have been enough.',
		])
		expect(narrowlyMissed(closed({ ...someMotion, rules: { ...rules, voiceQuorum: asked } }, ...two))).toEqual([])
		expect(narrowlyMissed(closed({ ...someMotion, rules: { ...rules, voiceLock: asked } }, ...two))).toEqual([])
	},
)

test('a motion just short says how many more', () => {
	const told = closed(someMotion, { choice: 'for' }, { choice: 'against' }, { choice: 'abstain' })
	expect(narrowlyMissed(told)).toEqual(['1 more for would have been enough.'])
})

test('where nobody is left to vote, it says how few had to vote the other way', () => {
	const told = closed(someMotion, { choice: 'for' }, { choice: 'against' }, { choice: 'against' })
	const all = { ...told, result: { ...told.result!, electors: 3 } } as typeof told
	expect(narrowlyMissed(all)).toEqual(['If 1 person had voted for instead of against, it would have been enough.'])
})

test('ties: where, who, and what settled it', () => {
	expect(tiesOf(chose('irv', {}, 'panel-vote', ranks('A'), ranks('A'), ranks('B'), ranks('C')))).toEqual([
		'Round 1: “Night sitting” and “A minibus” were level. “A minibus” dropped out, by the lot drawn before voting opened.',
	])
	expect(tiesOf(chose('greedy', budget, 'panel-vote', ticks('A', 'C')))).toEqual([
		'Place 1: “Weekend breaks” and “A minibus” were level. “A minibus” was taken first, because it costs less.',
	])
	expect(tiesOf(chose('approval', {}, 'panel-vote', ticks('A', 'C')))).toEqual([
		'For first place: “Weekend breaks” and “A minibus” were level. “Weekend breaks” got it, by the lot drawn before voting opened.',
	])
})

test('a tie for what was left over is told as that', () => {
	const answers = [...Array(4).fill(ticks('A')), ticks('B'), ticks('C')]
	const told = closed<Choosing>(
		priced({ A: 50_00, B: 40_00, C: 40_00 }, 'equal-shares', { completion: 'greedy' }),
		...answers,
	)
	expect(tiesOf(told)).toEqual([
		'When the rest of the money was given out: “B” and “C” were level. “B” was taken first, by the lot drawn before voting opened.',
	])
})

test.each<[string, ChoosingMethod, Partial<ChoosingRules>, Record<string, number>, string[], string]>([
	[
		'the cheaper first, and the lot only among those that cost the same',
		'greedy',
		{},
		{ A: 50_00, B: 60_00, C: 60_00 },
		['ABC'],
		'Place 1: “A”, “B” and “C” were level. The cheaper went first. Of “B” and “C”, which cost the same, “B” was taken first, by the lot drawn before voting opened.',
	],
	[
		'three costs and no lot',
		'greedy',
		{},
		{ A: 50_00, B: 60_00, C: 70_00 },
		['ABC'],
		'Place 1: “A”, “B” and “C” were level. “A” was taken first, because it costs less.',
	],
	[
		'the dearest was never in the lot',
		'equal-shares',
		{ completion: 'none' },
		{ A: 60_00, B: 60_00, C: 80_00 },
		Array(6).fill('ABC'),
		'Step 1: “A”, “B” and “C” were level. “A” and “B” cost less than “C”. Of these, “A” came first, by the lot drawn before voting opened.',
	],
])('a tie of three: %s', (_, method, rules, costs, answers, words) => {
	const told = closed<Choosing>(priced(costs, method, rules), ...answers.map((ids) => ticks(...ids)))
	expect(tiesOf(told)).toEqual([words])
})

test('fewer people chose the third, which costs the same', () => {
	const options = ['A', 'B', 'C', 'D'].map((id) => ({ id, name: id, cost: id === 'D' ? 80_00 : 60_00 }))
	const tie = { kind: 'fund' as const, round: 1, among: ['A', 'B', 'C', 'D'], picked: 'A' }
	expect(tieSentence({ ...tie, decidedBy: 'lot' }, options, { A: 3, B: 3, C: 2, D: 3 })).toBe(
		'“A”, “B”, “C” and “D” were level. “A”, “B” and “C” cost less than “D”. More people chose “A” and “B” than “C”. Of these, “A” came first, by the lot drawn before voting opened.',
	)
	expect(tieSentence({ ...tie, decidedBy: 'support' }, options, { A: 3, B: 2, C: 2, D: 3 })).toBe(
		'“A”, “B”, “C” and “D” were level. “A”, “B” and “C” cost less than “D”. Of these, “A” came first, because more people chose it.',
	)
})

test('why something is not funded gives the reason of its own pair, where others were level as well', () => {
	const answers = Array(6).fill(ticks('A', 'B', 'C'))
	const told = closed<Choosing>(
		priced({ A: 60_00, B: 60_00, C: 80_00 }, 'equal-shares', { completion: 'none' }),
		...answers,
	)
	const { named, shares } = workOut.result(told, ballotsOf(...answers))
	const [b, c] = narrowlyMissed(told, { named }, shares)
	expect(b).toMatch(
		/^“B” costs £60\. 6 people chose it\. It was level with “A”, which went first, by the lot drawn before voting opened\./,
	)
	expect(c).toContain('It was level with “A”, which went first, because it costs less.')
})

test.each([
	[
		'points',
		['4 people gave it points.', 'the people who gave it points', 'gave points to', 'for each point goes first'],
	],
	['borda', ['4 people ranked it.', 'the people who ranked it', 'ranked', 'for how high it is ranked']],
] as const)('by %s nobody is said to have chosen anything', (utility, words) => {
	const answers = [...Array(4).fill(ticks('A')), ticks('B')]
	const told = chosenOf(closed<Choosing>(priced({ A: 90_00, B: 20_00, C: 30_00 }), ...answers))!
	if (told.count.method !== 'equal-shares') throw new Error('not by equal shares')
	const count = { ...told.count, options: { ...told.count.options, utility } }
	const said = [
		...sharesWhy({ ...told, count }, null),
		...raisedInFull({ ...told, count }, null),
		...whyNotFunded({ ...told, count }, { named: { A: 4, B: 1, C: 0 } }, null),
	].join(' ')
	for (const one of words) expect(said).toContain(one)
	expect(said).not.toMatch(/chose|chosen/)
})

function priced(
	costs: Record<string, number>,
	method: ChoosingMethod = 'equal-shares',
	rules: Partial<ChoosingRules> = {},
): Choosing {
	return {
		...choosing(method, { budget: 100_00, ...rules }),
		options: Object.entries(costs).map(([id, cost]) => ({ id, name: id, cost })),
		tieOrder: Object.keys(costs),
	}
}

test.each([
	['6000', '£6,000'],
	['0.5', '£0.50'],
	['1000/3', 'about £333.33'],
	['500/3', 'about £166.67'],
	['1234567', '£1,234,567'],
])('%s pounds is said as %s', (text, words) => {
	expect(amountWords(text)).toBe(words)
})

test.each([
	['14/3', '4.67'],
	['3', '3'],
	['2.50000', '2.50'],
	['0.33333', '0.33'],
])('%s is said as %s', (text, words) => {
	expect(numberWords(text)).toBe(words)
})

test('raising everybody’s share is told with its step, how often, and why it ended', () => {
	const pounds = { step: '1', budget: '12000', isByVoice: false, oneMore: null }
	expect(raisingWords({ increments: 0, stopped: 'not-asked' }, pounds)).toEqual([])
	expect(raisingWords({ increments: 1200, stopped: 'exhaustive' }, pounds)).toEqual([
		'With the first shares, some money was left that nobody could spend. So everybody’s share was raised by £1 for each person, and everything was counted again from the start. That was done 1,200 times. Added up, shares of that size are more than the money there is. What is above it is pretend money, for counting only: no more than the £12,000 is ever spent.',
		'It ended because nothing else that was looked at would still fit in the money left.',
	])
	// What too few chose for its cost was not looked at, and could have been funded.
	expect(raisingWords({ increments: 1, stopped: 'everything-funded' }, pounds)[1]).toBe(
		'It ended because everything that was looked at could be paid for.',
	)
	expect(raisingWords({ increments: 0, stopped: 'next-too-dear' }, { ...pounds, step: '0.01' })[1]).toContain(
		'one more step',
	)
	expect(widthWords('60', '20')).toBe('3')
	expect(widthWords('60', '7')).toBe('8.57')
})

test('with a pencil: fractions of a penny are said, unless nobody would write them down', () => {
	expect(exactAmountWords('1000/3')).toBe('£333.33 and 1/3 of a penny')
	expect(exactAmountWords('12000/7')).toBe('£1,714.28 and 4/7 of a penny')
	expect(exactAmountWords('40000/2700')).toBe('about £14.81')
	expect(exactAmountWords('0.5')).toBe('£0.50')
	expect(exactAmountWords('1/1001')).toBe('less than a penny')
	expect(togetherWords(3, '1000/3')).toBe('£1,000')
	expect(beginningWords({ budget: '120', voters: 4, step: '1' }, { perVoter: '30', increments: 0 })).toEqual([
		'4 people voted, those with a blank ballot among them. £120 shared among 4 is £30 each. That is what each begins with.',
	])
	expect(beginningWords({ budget: '120', voters: 4, step: '1' }, { perVoter: '32', increments: 2 })[1]).toBe(
		'Raised 2 times by £1, it is £32 each. In the count below each begins with that.',
	)
})

test.each([
	[[{ people: 1, had: '90', paid: '60' }], '60', 'One person pays all of it: £60.'],
	[[{ people: 3, had: '30', paid: '20' }], '20', '£60 shared among 3 is £20 each.'],
	[
		[
			{ people: 2, had: '30', paid: '25' },
			{ people: 1, had: '10', paid: '10' },
		],
		'25',
		'One person gives all they have, £10. That leaves £50 for the other 2: £25 each.',
	],
	[
		[
			{ people: 1, had: '50', paid: '40' },
			{ people: 2, had: '10', paid: '10' },
		],
		'40',
		'2 people give all they have, £10 each. That leaves £40 for the other one.',
	],
])('how a price comes out, for a pencil: %#', (payers, price, words) => {
	expect(priceWords({ cost: '60', price, payers })).toBe(words)
})

test('a project out of reach is told why by the rule that was used, not by another', () => {
	const stopped = chose('greedy-no-skip', { budget: 5_000_00 }, 'panel-vote', ticks('A', 'C'), ticks('A'))
	expect(narrowlyMissed(stopped, { named: { A: 2, C: 1 } })).toEqual([
		'“Weekend breaks” costs £6,000. 2 people chose it. When its turn came, £5,000 was left: £1,000 too little.',
		'“A minibus” costs £4,000. One person chose it. The count had already stopped, at one that did not fit.',
		'“Night sitting” costs £5,000. Nobody chose it.',
	])
	expect(resultTitle(stopped)).toBe('No project is funded.')
	expect(resultWhy(stopped)[0]).toBe('All of the £5,000 there was to share is left.')
	const [, bar] = resultWhy(chose('greedy', { ...budget, support: 1 }, 'panel-vote', ticks('A')))
	expect(bar).toMatch(/ A project needed at least one vote to be looked at\.$/)
	const few = chose('greedy', { ...budget, support: 2 }, 'panel-vote', ticks('A', 'C'), ticks('A'))
	expect(narrowlyMissed(few, { named: { A: 2, C: 1 } })[0]).toBe(
		'“A minibus” costs £4,000. One person chose it. The rule asks for at least 2 votes.',
	)
	const dear = chose('equal-shares', { budget: 5_500_00 }, 'panel-vote', ticks('A', 'B'), ticks('A', 'B'))
	expect(narrowlyMissed(dear, { named: { A: 2, B: 2 } })[0]).toBe(
		'“Weekend breaks” costs £6,000. 2 people chose it. It costs more than all the money there was.',
	)
})

test('winning by the lot alone is said where it is told who won', () => {
	expect(resultWhy(chose('approval', {}, 'panel-vote', ticks('A'), ticks('B'))).slice(1)).toEqual([
		'“Weekend breaks” had 1 tick.',
		'“Night sitting” had just as many. A lot drawn before anybody voted decided between them.',
	])
})

test('of a secret vote with very few ballots the outcome is told and no number, by every method', () => {
	for (const [method, rules, answer] of everything) {
		const secret = { ...rules, secrecy: 'secret' as const }
		const told = chose(method, secret, 'panel-vote', answer, answer)
		expect(resultTitle(told)).toMatch(/^“Weekend breaks” (and “Night sitting” )?(is|are) (chosen|funded)\.$/)
		expect(resultWhy(told)).toEqual([tooFewToShow])
		expect(narrowlyMissed(told, { named: { B: 1 } })).toEqual([])
		expect(turnoutResultWords(told)).toBe('2 of 4 who could vote took part.')
		const short = chose(method, { ...secret, quorum: 3 }, 'show-of-views', answer)
		expect(resultTitle(short)).toBe('Too few took part to say.')
		expect(resultWhy(short)).toEqual(['At least 3 had to take part and 1 did, so nothing is settled.', tooFewToShow])
	}
})
