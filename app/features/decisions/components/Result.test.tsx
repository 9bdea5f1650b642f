import type { ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { closedShares } from '../../../../tests/conformance/closed-shares.ts'
import { choosing } from '../../../../tests/given-question.ts'
import { MoneyInFull, MoneyTold } from './Result.tsx'

test('of those not funded the one that most people want has its reason at once, and all have theirs with the sums in a fold', () => {
	const ids = ['A', 'B', 'C', 'D', 'E', 'F']
	const asked = {
		...choosing('equal-shares', { budget: 100_00, completion: 'none' }),
		options: ids.map((id) => ({ id, name: id, cost: 90_00 })),
		tieOrder: ids,
	}
	const { decision, named, story } = closedShares(
		asked,
		['F', ...ids].map((id) => ({ marks: { [id]: 1 } })),
	)
	const shown = { decision, named, shares: story, voices: [] } as unknown as ComponentProps<typeof MoneyTold>
	const reasons = (markup: string) => markup.match(/“.” costs £90\./g)
	expect(reasons(renderToStaticMarkup(<MoneyTold {...shown} />))).toEqual(['“F” costs £90.'])
	const folded = renderToStaticMarkup(<MoneyInFull {...shown} />)
	expect(folded).toMatch(/^<details/)
	expect(reasons(folded)).toHaveLength(6)
	expect(folded.match(/The sums: /g)).toHaveLength(6)
	expect(folded.match(/“About” means/g)).toHaveLength(1)
})
