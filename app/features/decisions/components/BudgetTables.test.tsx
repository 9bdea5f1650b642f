import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ballotsOf, choosing, electors } from '../../../../tests/given-question.ts'
import { countOpenBallots } from '../../../domain/decisions/methods/count-open-ballots.ts'
import { ballotsToCount, resultOf } from '../../../domain/decisions/result.ts'
import { asBudget } from '../budget-words.ts'
import { chosenOf } from '../told.ts'
import { BudgetTables } from './BudgetTables.tsx'

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
