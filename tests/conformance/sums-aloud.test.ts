import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Choosing, type ChoosingRules, isOutcomeOnly } from '../../app/domain/decisions/decision.ts'
import { amountOf, type Exact, exact, plus, times } from '../../app/domain/decisions/methods/exact.ts'
import { firstShares } from '../../app/domain/decisions/methods/first-shares.ts'
import type { SharesStory } from '../../app/domain/decisions/shares-story.ts'
import { narrowlyMissed, resultWhy } from '../../app/features/decisions/result-words.ts'
import { chosenOf } from '../../app/features/decisions/told.ts'
import { choosing } from '../given-question.ts'
import { closedShares } from './closed-shares.ts'

const ids = ['A', 'B', 'C', 'D', 'E', 'F']
const voices = ['citizen', 'provider']

/** Small numbers of pence, so that ties, exact hits and thirds of a penny are common. */
const votes = fc
	.record({
		budget: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1_000_00, max: 9_000_00 })),
		costs: fc.array(fc.integer({ min: 1, max: 110 }), { minLength: ids.length, maxLength: ids.length }),
		answers: fc.array(
			fc.subarray(ids).map((chosen) => ({ marks: Object.fromEntries(chosen.map((id) => [id, 1])) })),
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
	.map(({ budget, costs, answers, rules }) => {
		const asked: Choosing = {
			...choosing('equal-shares', { ...rules, budget }),
			// Parts of a hundred of the money, so that some cost all of it, and some a little more.
			options: ids.map((id, at) => ({ id, name: id, cost: Math.max(1, Math.floor((budget * costs[at]!) / 100)) })),
			tieOrder: ids,
		}
		return closedShares(asked, answers, voices)
	})

test('why something is not funded: the sums said add up to the penny, and each is what the account says', () => {
	fc.assert(
		fc.property(votes, ({ decision, named, story }) => {
			const { count } = chosenOf(decision)!
			const reasons = narrowlyMissed(decision, named, story)
			const missed = decision.options.filter(({ id }) => !count.winners.includes(id))
			expect(reasons.map((said) => said.slice(0, 3)).sort()).toEqual(missed.map(({ id }) => `“${id}”`).sort())
			for (const said of reasons) {
				expect(said).not.toMatch(/undefined|null|NaN|\d\/\d/)
				const unbought = story?.unbought.find(({ project }) => said.startsWith(`“${project}”`))
				if (unbought) expectAddsUp(said, unbought)
			}
		}),
		{ numRuns: 400 },
	)
})

test('only what the account tells of has sums, and what the account tells of always has', () => {
	fc.assert(
		fc.property(votes, ({ decision, named, story }) => {
			for (const said of narrowlyMissed(decision, named, story)) {
				const isTold = story?.unbought.some(({ project }) => said.startsWith(`“${project}”`)) ?? false
				expect(/ shares? (came to|was) /.test(said)).toBe(isTold)
			}
		}),
	)
})

test('“about” is explained where it is first said, once', () => {
	fc.assert(
		fc.property(votes, ({ decision, named, story }) => {
			const why = resultWhy(decision, [], story)
			const left = why.findIndex((said) => / that is left (comes|is)/.test(said))
			const before = left < 0 ? why : why.slice(0, left)
			const said = [...before, ...narrowlyMissed(decision, named, story)].join(' ')
			const explained = said.split('“About” means').length - 1
			expect(explained).toBe(said.includes('about £') ? 1 : 0)
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
			const cost = amountOf(count.totalCost)
			const left = budget - Number((cost.n * 100n) / cost.d)
			const chosen = options.filter(({ id }) => named[id] && !count.winners.includes(id))
			const outFor = (id: string) => count.notConsidered.find(({ project }) => project === id)?.why
			const said = resultWhy(decision, [], story).join(' ')
			/** Where it is said with an exception, only that is excepted. */
			const holds = (words: RegExp, apart: RegExp, isTrue: (one: { id: string; cost?: number }) => boolean) => {
				if (!words.test(said)) return
				const rest = apart.test(said) ? chosen.filter(({ id }) => outFor(id) !== 'below-bar') : chosen
				for (const one of rest) expect(isTrue(one), `${one.id}: ${said}`).toBe(true)
			}
			const isDearer = (than: number) => (one: { cost?: number }) => one.cost! > than
			const few = /apart from (what costs more than all the money and )?what too few chose/
			const apart = /Apart from what the rule left out, (no|every) other/
			const dear = /apart from what costs more than all the money/
			holds(/anybody chose would fit in the money left/, few, isDearer(left))
			holds(/by another rule/, few, isDearer(left))
			holds(/anybody chose could be paid for/, few, (one) => dear.test(said) && isDearer(budget)(one))
			holds(/very other project that people chose costs more/, apart, isDearer(left))
			holds(/o other project could have been paid for/, apart, isDearer(budget))
			holds(/the others had too little/, few, (one) => outFor(one.id) !== 'below-bar' || isDearer(left)(one))
		}),
		{ numRuns: 400 },
	)
})

test.each([
	[
		{ bar: false, budget: 100_00 },
		{ A: [60, 3], B: [140, 3], C: [10, 1] },
		', until everything that anybody chose could be paid for, apart from what costs more than all the money.',
		'No other project could have been paid for.',
	],
	[
		{ bar: true, budget: 300_00 },
		{ A: [150, 60], B: [10, 1], C: [140, 39] },
		', until everything that anybody chose could be paid for, apart from what too few chose for its cost.',
		'Apart from what the rule left out, no other project could have been paid for.',
	],
	[
		{ bar: true, budget: 300_00 },
		{ A: [150, 60], B: [2, 0], C: [148, 39], D: [350, 1] },
		', until everything that anybody chose could be paid for, apart from what costs more than all the money.',
		'No other project could have been paid for.',
	],
	[
		{ bar: true, budget: 300_00 },
		{ A: [150, 60], B: [10, 1], C: [140, 39], D: [350, 1] },
		', until everything that anybody chose could be paid for, apart from what costs more than all the money and what too few chose for its cost.',
		'Apart from what the rule left out, no other project could have been paid for.',
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
