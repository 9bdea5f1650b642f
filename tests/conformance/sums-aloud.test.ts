import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
	type Answer,
	type BudgetBallotForm,
	type Choosing,
	type ChoosingRules,
	isOutcomeOnly,
} from '../../app/domain/decisions/decision.ts'
import { amountOf, type Exact, exact, exactText, plus, times } from '../../app/domain/decisions/methods/exact.ts'
import { firstShares } from '../../app/domain/decisions/methods/first-shares.ts'
import type { SharesStory } from '../../app/domain/decisions/shares-story.ts'
import { workOut } from '../../app/domain/decisions/worked.ts'
import { asBudget } from '../../app/features/decisions/budget-words.ts'
import { notFundedInFull } from '../../app/features/decisions/not-funded-words.ts'
import { narrowlyMissed, resultWhy } from '../../app/features/decisions/result-words.ts'
import { raisedInFull } from '../../app/features/decisions/shares-grown-words.ts'
import { chosenOf } from '../../app/features/decisions/told.ts'
import { choosing } from '../given-question.ts'
import { closedShares } from './closed-shares.ts'

const ids = ['A', 'B', 'C', 'D', 'E', 'F']
const voices = ['citizen', 'provider']

/** Each ballot as what somebody gave to each, which a form of ballot then takes as ticks, as points, or as an order. */
const forms: Record<
	BudgetBallotForm,
	{ rules: Partial<ChoosingRules>; answer: (given: [string, number][]) => Answer }
> = {
	ticks: { rules: {}, answer: (given) => ({ marks: Object.fromEntries(given.map(([id]) => [id, 1])) }) },
	points: { rules: { ballot: 'points', points: 30 }, answer: (given) => ({ marks: Object.fromEntries(given) }) },
	ranks: {
		rules: { ballot: 'ranks', most: ids.length },
		answer: (given) => ({ ranks: [...given].sort(([, a], [, b]) => b - a).map(([id]) => [id]) }),
	},
}

/** The same words as of ticks, whatever people did: what is asked of sums and reasons holds for each. */
function asTicked(words: string): string {
	return words.replaceAll(/gave points to|\branked\b/g, 'chose').replaceAll(/gave (it|a project) points/g, 'chose $1')
}

/** Small numbers of pence, so that ties, exact hits and thirds of a penny are common. */
const votes = fc
	.record({
		budget: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1_000_00, max: 9_000_00 })),
		costs: fc.array(fc.integer({ min: 1, max: 110 }), { minLength: ids.length, maxLength: ids.length }),
		form: fc.constantFrom<BudgetBallotForm>('ticks', 'points', 'ranks'),
		given: fc.array(
			fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.integer({ min: 1, max: 5 })), { selector: ([id]) => id }),
			{ minLength: 1, maxLength: 9 },
		),
		rules: fc.record<Partial<ChoosingRules>>({
			utility: fc.constantFrom('cost', 'cardinality'),
			completion: fc.constantFrom('none', 'add1', 'add1-until-overflow', 'add1u', 'greedy'),
			comparison: fc.boolean(),
			bar: fc.boolean(),
			byVoice: fc.boolean(),
		}),
	})
	.map(({ budget, costs, form, given, rules: { utility, ...rules } }) => {
		const asked: Choosing = {
			...choosing('equal-shares', { ...rules, ...(form === 'ticks' ? { utility } : forms[form].rules), budget }),
			// Parts of a hundred of the money, so that some cost all of it, and some a little more.
			options: ids.map((id, at) => ({ id, name: id, cost: Math.max(1, Math.floor((budget * costs[at]!) / 100)) })),
			tieOrder: ids,
		}
		const answers = given.map(forms[form].answer)
		const stored = answers.map((answer, at) => ({ answer, voiceId: voices[at % voices.length]! }))
		const closed = closedShares(asked, answers, voices)
		return { ...closed, steps: () => workOut.steps(closed.decision, stored)?.steps ?? [] }
	})

test('why something is not funded: the sums said add up to the penny, and each is what the account says', () => {
	fc.assert(
		fc.property(votes, ({ decision, named, story }) => {
			const told = asBudget(chosenOf(decision)!)!
			const full = notFundedInFull(told, { named }, story)
			const missed = decision.options.filter(({ id }) => !told.count.winners.includes(id))
			expect(full.map(({ why }) => why.slice(0, 3)).sort()).toEqual(missed.map(({ id }) => `“${id}”`).sort())
			expect(full.map(({ why }) => why)).toEqual(narrowlyMissed(decision, { named }, story))
			for (const { why, sums } of full) {
				expect(`${why} ${sums}`).not.toMatch(/undefined|NaN|\d\/\d/)
				const unbought = story?.unbought.find(({ project }) => why.startsWith(`“${project}”`))
				// Only what the account tells of has sums, and what the account tells of always has.
				expect(sums !== null).toBe(unbought !== undefined)
				if (unbought) expectAddsUp(`${why.split(' ', 3).join(' ')} ${sums}`, unbought)
			}
		}),
		{ numRuns: 400 },
	)
})

test('the reason said of each that is not funded is the true one', () => {
	fc.assert(
		fc.property(votes, ({ decision, named, story }) => {
			const { rules, options, count } = chosenOf(decision)!
			if (count.method !== 'equal-shares') throw new Error('not by equal shares')
			const left = leftOf(rules, count)
			for (const why of narrowlyMissed(decision, { named }, story).map(asTicked)) {
				const { id, cost = 0 } = options.find((option) => why.startsWith(`“${option.id}”`))!
				const out = count.notConsidered.find(({ project }) => project === id)?.why
				expect(/Nobody chose it\./.test(why)).toBe(named[id] === 0)
				expect(/It costs more than all the money/.test(why)).toBe(named[id]! > 0 && cost > rules.budget!)
				expect(/so it was left out/.test(why)).toBe(out === 'below-bar')
				if (count.comparison?.kept === 'greedy' || out || named[id] === 0) continue
				// Both are asked of each: whether all the money left is enough, and whether its own people ever had enough.
				expect(/so it cannot be bought\./.test(why), why).toBe(cost > left)
				expect(/is left, which would be enough\./.test(why), why).toBe(cost <= left)
				const told = story?.unbought.find(({ project }) => project === id)
				if (!told) continue
				const hasGrown = count.endowment!.increments > 0
				expect(/Even (at the start|when made larger),/.test(why), why).toBe(isLess(told.began, told.cost))
				expect(/Even when made larger,|When shares were made larger,/.test(why), why).toBe(hasGrown)
				expect(/Even at the start|At first/.test(why), why).toBe(!hasGrown)
				// What is said of the first shares is held against them.
				const share = firstShares({ ...count, endowment: count.endowment! })
				if (typeof share === 'string' && /Even at the start|At first/.test(why)) {
					const had = times(amountOf(share), named[id]!)
					expect(isLess(exactText(had), told.cost), why).toBe(/Even at the start/.test(why))
				}
				const said = /It was level with “(\w)”, which went first/.exec(why)?.[1] ?? null
				const overtaken = / also chose (?:\d projects that went first, the last of them )?“(\w)”/.exec(why)?.[1]
				expect(overtaken ?? (/ also chose that one, /.test(why) ? said : null), why).toBe(told.after)
				expect(/ also chose (\d) projects/.exec(why)?.[1] ?? '1', why).toBe(`${told.spent.length || 1}`)
				const level = count.ties.find(
					({ among, picked }) =>
						picked !== id && among.includes(id) && told.spent.some(({ project }) => project === picked),
				)
				expect(said, why).toBe(level?.picked ?? null)
			}
		}),
		{ numRuns: 400 },
	)
})

test('how shares grew: its numbers are those of the count, all shares are said to be more than there is, what is paid is not', () => {
	fc.assert(
		fc.property(votes, ({ decision, story }) => {
			const { count, ...chosen } = chosenOf(decision)!
			if (count.method !== 'equal-shares' || !count.endowment) throw new Error('not by equal shares')
			const told = { ...chosen, count }
			const said = raisedInFull(told, story)
			const { increments, stopped } = count.endowment
			const isKept = count.comparison?.kept !== 'greedy'
			expect(said.length > 0).toBe(increments > 0 && isKept)
			const why = asTicked(resultWhy(decision, [], story).join(' '))
			expect(/counted once more/.test(why)).toBe(increments === 1 && isKept)
			expect(/counted again and again/.test(why)).toBe(increments > 1 && isKept)
			expect(/larger shares are only for counting/.test(why)).toBe(increments > 0 && isKept)
			if (said.length === 0) return
			const whole = said.join(' ')
			expect(whole).not.toMatch(/undefined|NaN|\d\/\d|The £0 that/)
			const budget = amountOf(`${told.rules.budget!}/100`)
			const voters = count.ballots.counted + count.ballots.blank
			const all = plus(budget, times(amountOf(`${count.options.step}`), voters * increments))
			expect(penceAfter(whole, /All shares together then come to /)).toBe(nearest(all))
			expect(penceAfter(whole, /what comes out of it costs /)).toBe(nearest(amountOf(count.totalCost)))
			expect(isLess(count.totalCost, exactText(all))).toBe(true)
			expect(isLess(exactText(budget), count.totalCost)).toBe(false)
			expect(/With (\S+) more for each person/.test(whole)).toBe(story?.oneMore != null)
			if (stopped === 'next-too-dear' && story?.oneMore)
				expect(isLess(exactText(budget), story.oneMore.cost)).toBe(true)
			const first = story!.atFirst!
			expect(/With that, no project could be paid for/.test(whole)).toBe(first.winners.length === 0)
			expect(isLess(exactText(budget), first.totalCost)).toBe(false)
			expect(whole.split('“About” means').length - 1).toBe(said.slice(0, -1).join(' ').includes('about £') ? 1 : 0)
		}),
		{ numRuns: 300 },
	)
})

test('what came from people who paid the whole price is all of the cost but for what others gave who had too little', () => {
	fc.assert(
		fc.property(votes, ({ decision, story }) => {
			const { count } = chosenOf(decision)!
			if (count.method !== 'equal-shares' || !story) return
			for (const round of count.rounds) {
				if (round.by !== 'equal-shares') continue
				const inFull = story.inFull[round.project]!
				expect(isLess(inFull, round.cost), `${round.project}: ${inFull}`).toBe(round.gaveTheRest! > 0)
				expect(isLess(round.cost, inFull)).toBe(false)
			}
		}),
		{ numRuns: 300 },
	)
})

test('who pays more, and which goes first, is what every step did', () => {
	fc.assert(
		fc.property(votes, ({ decision, story, steps }) => {
			const { count } = chosenOf(decision)!
			const said = resultWhy(decision, [], story).join(' ')
			if (count.method !== 'equal-shares' || count.comparison?.kept === 'greedy') return
			expect(said).not.toMatch(/most people share/)
			const isCompared = /the most that one person pays is the smallest part of its cost/.test(said)
			expect(isCompared).toBe(count.options.utility === 'cost')
			const isOut = (id: string) => count.notConsidered.some(({ project }) => project === id)
			for (const { project, cost, price, payers, others } of steps()) {
				const part = (paid: string, of: string) => {
					const [a, b] = [amountOf(paid), amountOf(of)]
					return exactText(exact(a.n * b.d, a.d * b.n))
				}
				if (isCompared) {
					for (const { paid } of payers) expect(isLess(price, paid)).toBe(false)
					expect(payers.some(({ paid }) => !isLess(paid, price))).toBe(true)
					for (const other of others)
						if (other.price && !isOut(other.project))
							expect(
								isLess(part(other.price, other.cost), part(price, cost)),
								`${project} before ${other.project}`,
							).toBe(false)
				}
				const isMoreForLess = payers.some((one) =>
					payers.some(({ points = 0, paid }) => (one.points ?? 0) > points && !isLess(paid, one.paid)),
				)
				if (isMoreForLess) expect(said).toMatch(/pays more of it, as long as their share lasts\./)
			}
		}),
		{ numRuns: 300 },
	)
})

test('what is read aloud has no fraction of a penny, and nothing that is only said of exact sums', () => {
	fc.assert(
		fc.property(votes, ({ decision, named, story }) => {
			const said = [...resultWhy(decision, [], story), ...narrowlyMissed(decision, { named }, story)].join(' ')
			expect(said).not.toMatch(/undefined|null|NaN|\d\/\d|“About” means|Of that|about £\d[\d,]+\.\d/)
		}),
	)
})

test('first shares, whatever they were raised to, come to all of the money', () => {
	fc.assert(
		fc.property(votes, ({ decision }) => {
			const { count, rules } = chosenOf(decision)!
			if (count.method !== 'equal-shares' || !count.endowment) throw new Error('not by equal shares')
			const first = firstShares({ ...count, endowment: count.endowment })
			const { result } = decision
			if (!result || isOutcomeOnly(result)) throw new Error('no numbers')
			const all = result.byVoice.reduce((sum, { voiceId, voted }) => {
				const share = typeof first === 'string' ? first : first[voiceId]
				return share && voted ? plus(sum, times(amountOf(share), voted)) : sum
			}, exact(0n))
			expect(all).toEqual(exact(BigInt(rules.budget!), 100n))
		}),
	)
})

test('what is said of every other project is true of each, also of those that the rule never looked at', () => {
	fc.assert(
		fc.property(votes, ({ decision, named, story }) => {
			const { rules, options, count } = chosenOf(decision)!
			if (count.method !== 'equal-shares') throw new Error('not by equal shares')
			const budget = rules.budget!
			const left = leftOf(rules, count)
			const chosen = options.filter(({ id }) => named[id] && !count.winners.includes(id))
			const outFor = (id: string) => count.notConsidered.find(({ project }) => project === id)?.why
			const said = asTicked(resultWhy(decision, [], story).join(' '))
			/** Where it is said with an exception, only that is excepted. */
			const holds = (words: RegExp, apart: RegExp, isTrue: (one: { id: string; cost?: number }) => boolean) => {
				if (!words.test(said)) return
				const rest = apart.test(said) ? chosen.filter(({ id }) => outFor(id) !== 'below-bar') : chosen
				for (const one of rest) expect(isTrue(one), `${one.id}: ${said}`).toBe(true)
			}
			const isDearer = (than: number) => (one: { cost?: number }) => one.cost! > than
			const few = /apart from (what costs more than all the money and )?what too few chose/i
			const dear = /apart from what costs more than all the money/
			holds(/nothing else that people chose would fit in the money left/, few, isDearer(left))
			holds(/by another rule/, few, isDearer(left))
			holds(/everything that people chose could be paid for/, few, (one) => dear.test(said) && isDearer(budget)(one))
			holds(/very other project that people chose costs more/, few, isDearer(left))
			holds(/he only other project that people chose, .* costs more/, few, isDearer(left))
			holds(/because everything that people chose is funded/, few, (one) => dear.test(said) && isDearer(budget)(one))
			const fits = / left\. “(\w)” costs /.exec(said)
			if (fits) {
				const also = / would be enough for (.*?) as well, but /.exec(said)?.[1] ?? ''
				const names = [fits[1]!, ...[...also.matchAll(/“(\w)”/g)].map(([, id]) => id!)]
				const those = chosen.filter(({ id, cost }) => cost! <= left && outFor(id) !== 'below-bar').map(({ id }) => id)
				if (/^\d other projects$/.test(also)) expect(also, said).toBe(`${those.length - 1} other projects`)
				else expect(names.sort(), said).toEqual(those.sort())
			}
			// Whatever is left, it is said why, and what the rule left out although it would fit is never passed over.
			if (left === 0 || count.comparison?.kept === 'greedy') return
			expect(said).toMatch(/What becomes of the £[\d,]+(\.\d\d)? was not voted on: see “What this led to”\./)
			const isOutThatFits = chosen.some(({ id, cost }) => outFor(id) === 'below-bar' && cost! <= left)
			if (isOutThatFits) expect(said).toMatch(/what too few chose for its cost/i)
		}),
		{ numRuns: 400 },
	)
})

test.each([
	[
		{ bar: false, budget: 100_00 },
		{ A: [60, 3], B: [140, 3], C: [10, 1] },
		'everything that people chose could be paid for, apart from what costs more than all the money.',
		'because everything that people chose is funded, apart from what costs more than all the money.',
	],
	[
		{ bar: true, budget: 300_00 },
		{ A: [150, 60], B: [10, 1], C: [140, 39] },
		'everything that people chose could be paid for, apart from what too few chose for its cost.',
		'because everything that people chose is funded, apart from ',
	],
	[
		{ bar: true, budget: 300_00 },
		{ A: [150, 60], B: [2, 0], C: [148, 39], D: [350, 1] },
		'everything that people chose could be paid for, apart from what costs more than all the money.',
		'because everything that people chose is funded, apart from what costs more than all the money.',
	],
	[
		{ bar: true, budget: 300_00 },
		{ A: [150, 60], B: [10, 1], C: [140, 39], D: [350, 1] },
		'everything that people chose could be paid for, apart from what costs more than all the money and what too few chose for its cost.',
		'because everything that people chose is funded, apart from ',
	],
] as const)(
	'what was never looked at is excepted from what is said of everything: %j %j',
	(rules, projects, ...words) => {
		const all = Object.entries(projects as Record<string, readonly [number, number]>)
		const asked: Choosing = {
			...choosing('equal-shares', { ...rules, completion: 'add1' }),
			options: all.map(([id, [cost]]) => ({ id, name: id, cost: cost * 100 })),
			tieOrder: all.map(([id]) => id),
		}
		const { decision, story } = closedShares(
			asked,
			all.flatMap(([id, [, people]]) => Array.from({ length: people }, () => ({ marks: { [id]: 1 } }))),
		)
		const said = resultWhy(decision, [], story).join(' ')
		for (const one of words) expect(said).toContain(one)
	},
)

function leftOf(rules: ChoosingRules, { totalCost }: { totalCost: string }): number {
	const cost = amountOf(totalCost)
	return rules.budget! - Number((cost.n * 100n) / cost.d)
}

function isLess(a: string, b: string): boolean {
	const [x, y] = [amountOf(a), amountOf(b)]
	return x.n * y.d < y.n * x.d
}

function expectAddsUp(said: string, { cost, began, spent, together, short }: SharesStory['unbought'][number]) {
	const costs = penceAfter(said, / costs /)
	const shares = penceAfter(said, / shares? (?:came to|was) /)
	expect(costs).toBe(nearest(amountOf(cost)))
	expect(isWithin(shares, amountOf(began))).toBe(true)
	const paid = /Of that, (.*?)\. That left /.exec(said)?.[1]
	const payments = paid ? [...paid.matchAll(amounts)].map(([amount]) => penceOf(amount)) : []
	expect(payments.length > 0).toBe(spent.length > 0)
	const all = payments.reduce((sum, payment) => sum + payment, 0n)
	const left = paid ? penceAfter(said, /That left /) : shares
	expect(shares - all).toBe(left)
	expect(isWithin(left, amountOf(together))).toBe(true)
	if (/That left nothing\./.test(said)) return expect(amountOf(short)).toEqual(amountOf(cost))
	const missing = penceOf(new RegExp(`(${amounts.source}) too little`).exec(said)![1]!)
	expect(costs - left).toBe(missing)
	expect(isWithin(missing, amountOf(short))).toBe(true)
	for (const [at, { paid: exactly }] of spent.entries())
		if (spent.length === payments.length) expect(isWithin(payments[at]!, amountOf(exactly))).toBe(true)
}

const amounts = /£[\d,]+(?:\.\d\d)?|less than a penny|nothing/g

function penceAfter(said: string, where: RegExp): bigint {
	const found = new RegExp(`${where.source}(?:about )?(${amounts.source})`).exec(said)
	if (!found) throw new Error(`no amount after ${where}: ${said}`)
	return penceOf(found[1]!)
}

function penceOf(amount: string): bigint {
	if (!amount.startsWith('£')) return 0n
	const [pounds, pence = '00'] = amount.replace(/[£,]/g, '').split('.')
	return BigInt(`${pounds}${pence}`)
}

/** Give or take a penny. */
function isWithin(pence: bigint, { n, d }: Exact): boolean {
	const over = pence * d - n * 100n
	return over < d && over > -d
}

function nearest({ n, d }: Exact): bigint {
	return (n * 200n + d) / (d * 2n)
}
