import type { ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { closedShares } from '../../../../tests/conformance/closed-shares.ts'
import { choosing } from '../../../../tests/given-question.ts'
import { Outcome } from './Result.tsx'

test('the reasons after the fifth are folded, and those level with it are not said to have fewer votes', () => {
	const ids = ['A', 'B', 'C', 'D', 'E', 'F']
	const asked = {
		...choosing('equal-shares', { budget: 100_00, completion: 'none' }),
		options: ids.map((id) => ({ id, name: id, cost: 90_00 })),
		tieOrder: ids,
	}
	const { decision, named, story } = closedShares(
		asked,
		ids.map((id) => ({ marks: { [id]: 1 } })),
	)
	const shown = { decision, named, shares: story, voices: [] } as unknown as ComponentProps<typeof Outcome>
	const [open, folded] = renderToStaticMarkup(<Outcome {...shown} />).split('<details')
	expect(open!.match(/One person chose it\./g)).toHaveLength(5)
	expect(folded).toMatch(/And the other 1\s*</)
	expect(folded).toMatch(/One person chose it\./)
})
