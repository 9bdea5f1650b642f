import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { choosing, closesAt } from '../../../../tests/given-question.ts'
import type { ShownDecision } from '../present-decision.server.ts'
import { BallotForm } from './BallotForm.tsx'
import { Withdrawn } from './Withdrawn.tsx'

test.each([
	['nothing was withdrawn', []],
	['something was', [{ option: 'C', at: closesAt.toISOString(), reason: 'The shop has closed.' }]],
])('whoever voted is told so once: %s', (_case, withdrawn) => {
	const decision = { ...choosing('approval'), withdrawn } as unknown as ShownDecision
	const markup = renderToStaticMarkup(
		<>
			<Withdrawn decision={decision} hasVoted />
			<BallotForm decision={decision} address="" ballotId="b" hasVoted mine={null} />
		</>,
	)
	expect(markup.match(/You have voted/g)).toHaveLength(1)
	expect(markup.includes('now counts as blank')).toBe(withdrawn.length > 0)
})
