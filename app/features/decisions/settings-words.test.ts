import { expect, test } from 'vitest'
import { ballotsOf, choosing } from '../../../tests/given-question.ts'
import { countOpenBallots } from '../../domain/decisions/methods/count-open-ballots.ts'
import { ballotsToCount } from '../../domain/decisions/result.ts'
import { settingsWords } from './settings-words.ts'

test.each([
	[true, 'The result is compared with most votes first.'],
	[undefined, 'What most votes first would have funded could not change this result.'],
])('equal shares, compared with most votes first: %s', (comparison, words) => {
	const decision = choosing('equal-shares', { budget: 9_000_00, ...(comparison && { comparison }) })
	const count = countOpenBallots(ballotsToCount(decision, ballotsOf({ marks: { A: 1 } }))!)
	expect(settingsWords({ count, rules: decision.rules })).toContain(words)
	expect(settingsWords({ count, rules: decision.rules }).join(' ')).not.toContain('not compared')
})
