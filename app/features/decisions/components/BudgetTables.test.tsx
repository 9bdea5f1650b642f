import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { closedShares } from '../../../../tests/conformance/closed-shares.ts'
import { ballotsOf, choosing, closesAt, electors } from '../../../../tests/given-question.ts'
import type { Choosing, ChoosingRules } from '../../../domain/decisions/decision.ts'
import { countOpenBallots } from '../../../domain/decisions/methods/count-open-ballots.ts'
import { ballotsToCount, resultOf } from '../../../domain/decisions/result.ts'
import { asBudget } from '../budget-words.ts'
import { chosenOf } from '../told.ts'
import { FundedTable, Paid, VotesDrawn } from './BudgetTables.tsx'
import { Counts } from './Counts.tsx'

function budgetOf(rules: Partial<ChoosingRules>, options?: Choosing['options'], withdrawn: Choosing['withdrawn'] = []) {
	const asked = choosing('greedy', rules)
	const decision = { ...asked, options: options ?? asked.options, withdrawn }
	const ballots = ballotsOf({ marks: Object.fromEntries(decision.options.map(({ id }) => [id, 1])) })
	const count = countOpenBallots(ballotsToCount(decision, ballots)!)
	const told = { ...decision, result: resultOf({ decision, ballots, electors, count }) } as typeof decision
	return {
		told,
		budget: asBudget(chosenOf(told)!)!,
		named: Object.fromEntries(options?.map(({ id }) => [id, 1]) ?? []),
	}
}

test('a budget without its quorum is only ahead, with all its money left; one that settled it has its table on top', () => {
	const few = budgetOf({ budget: 9_000_00, quorum: 4 })
	const markup = renderToStaticMarkup(<Counts told={few.told} named={{ A: 1 }} pairs={null} />)
	expect(markup).toMatch(/Ahead and not ahead<.*Money left: £9,000\./s)
	expect(markup).not.toMatch(/funded/i)
	const settled = budgetOf({ budget: 9_000_00 })
	expect(renderToStaticMarkup(<Counts told={settled.told} named={{ A: 1 }} pairs={null} />)).not.toMatch(/<table/)
})

test('each project once: those funded in their order, then the others, most wanted first', () => {
	const { budget } = budgetOf({ budget: 9_000_00 })
	const markup = renderToStaticMarkup(<FundedTable told={budget} named={{ A: 3, B: 2, C: 1 }} />)
	const rows = [...markup.matchAll(/<tr.*?<\/tr>/gs)].slice(1).map(([row]) => row.replaceAll(/<[^>]+>/g, ' '))
	expect(rows).toHaveLength(3)
	const funded = budget.count.winners.map((id) => budget.options.find((option) => option.id === id)!.name)
	expect(rows.map((row) => /Result: +Funded /.test(row))).toEqual([...funded.map(() => true), false])
	for (const [at, name] of funded.entries()) expect(rows[at]).toContain(name)
})

test('where points decide, they are in the table, in its order and in the drawing', () => {
	const asked: Choosing = {
		...choosing('greedy', { budget: 60_00, ballot: 'points', points: 10 }),
		options: ['A', 'B', 'C'].map((id) => ({ id, name: `Project ${id}`, cost: 60_00 })),
		tieOrder: ['A', 'B', 'C'],
	}
	const answers: Record<string, number>[] = [{ A: 9, B: 1 }, { A: 10 }, { B: 2 }, { B: 2 }, { C: 9 }]
	const { decision, named, points } = closedShares(
		asked,
		answers.map((marks) => ({ marks })),
	)
	const told = asBudget(chosenOf(decision)!)!
	const words = (markup: string) => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/ +/g, ' ')
	const table = words(renderToStaticMarkup(<FundedTable told={told} named={named} points={points} />))
	expect(table).toMatch(/Project A.*Points: 19 .*Project C.*Points: 9 .*Project B.*Points: 5 /)
	const drawn = words(renderToStaticMarkup(<VotesDrawn told={told} named={named} points={points} />))
	expect(drawn).toMatch(/How many points each has.*Project A: 19 .*Project C: 9 .*Project B: 5 /)
	// People alone would tell another story.
	expect(named).toEqual({ A: 2, B: 3, C: 1 })
})

test('many projects are folded, those funded and the others apart', () => {
	const options = Array.from({ length: 13 }, (_, at) => ({ id: `p${at}`, name: `Project ${at}`, cost: 1_000_00 }))
	const { budget, named } = budgetOf({ budget: 9_000_00 }, options)
	const markup = renderToStaticMarkup(<FundedTable told={budget} named={named} />)
	expect(markup).toMatch(/Funded: 9 projects<.*Not funded: 4 projects</s)
	expect(markup.match(/<tr/g)).toHaveLength(13 + 2)
})

test.each([
	[[], 'Every project is among them.'],
	[
		[{ option: 'C', at: closesAt.toISOString(), reason: 'It has closed.' }],
		'Every project that was not withdrawn is among them.',
	],
])('with every project funded of those that stand, and withdrawn: %j', (withdrawn, words) => {
	const { budget } = budgetOf({ budget: 90_000_00 }, undefined, withdrawn)
	const hasWithdrawn = withdrawn.length > 0
	expect(
		renderToStaticMarkup(<FundedTable told={budget} named={{ A: 1, B: 1, C: 1 }} hasWithdrawn={hasWithdrawn} />),
	).toContain(words)
})

test.each([
	['ticks', {}, [1, 1], 'Price each: £30', 0],
	['points', { ballot: 'points', points: 10 }, [10, 10], 'Price of a point: £3', 0],
	['points', { ballot: 'points', points: 10 }, [10, 1], 'Price of a point: £10', 1],
] as const)('who paid for what, by %s %j, given %j', (_form, rules, [one, other], price, striped) => {
	const asked: Choosing = {
		...choosing('equal-shares', { budget: 100_00, completion: 'none', ...rules }),
		options: [{ id: 'A', name: 'A ramp', cost: 60_00 }],
		tieOrder: ['A'],
	}
	const { decision, story } = closedShares(asked, [{ marks: { A: one } }, { marks: { A: other } }])
	const markup = renderToStaticMarkup(<Paid told={asBudget(chosenOf(decision)!)!} shares={story} />)
	const words = markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/ +/g, ' ')
	expect(words).toContain(price)
	expect(markup.match(/chart__striped/g)?.length ?? 0).toBe(striped)
})
