import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ballotsOf, choosing, closesAt, electors } from '../../../../tests/given-question.ts'
import { countOpenBallots } from '../../../domain/decisions/methods/count-open-ballots.ts'
import { ballotsToCount, resultOf } from '../../../domain/decisions/result.ts'
import { asBudget } from '../budget-words.ts'
import { chosenOf } from '../told.ts'
import { BudgetTables } from './BudgetTables.tsx'
import { Counts } from './Counts.tsx'

test.each([
	[0, /Funded<.*Not funded<.*Money left: £3,000\./s],
	[4, /Ahead<.*Not ahead<.*Money left: £9,000\./s],
])('a budget with a quorum of %i tells the money left by its outcome', (quorum, words) => {
	const decision = choosing('greedy', { budget: 9_000_00, quorum })
	const ballots = ballotsOf({ marks: { A: 1 } })
	const count = countOpenBallots(ballotsToCount(decision, ballots)!)
	const told = { ...decision, result: resultOf({ decision, ballots, electors, count }) } as typeof decision
	const markup = renderToStaticMarkup(<BudgetTables told={asBudget(chosenOf(told)!)!} named={{ A: 1 }} />)
	expect(markup).toMatch(words)
	if (quorum > 0) expect(markup).not.toMatch(/funded|£3,000/i)
})

test.each([
	[[], 'Every project is among them.'],
	[
		[{ option: 'C', at: closesAt.toISOString(), reason: 'It has closed.' }],
		'Every project that was not withdrawn is among them.',
	],
])('with every project funded of those that stand, and withdrawn: %j', (withdrawn, words) => {
	const decision = { ...choosing('greedy', { budget: 90_000_00 }), withdrawn }
	const ballots = ballotsOf({ marks: { A: 1, B: 1, C: 1 } })
	const count = countOpenBallots(ballotsToCount(decision, ballots)!)
	const told = { ...decision, result: resultOf({ decision, ballots, electors, count }) } as typeof decision
	expect(renderToStaticMarkup(<Counts told={told} named={{ A: 1, B: 1, C: 1 }} pairs={null} />)).toContain(words)
})
