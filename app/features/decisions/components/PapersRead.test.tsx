import type { ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PapersRead } from './PapersRead.tsx'

const papers = {
	roll: [],
	voices: [],
	mine: [],
	returned: 1,
	next: null,
	agreed: 1,
	once: [],
	isComplete: true,
	uneven: [],
	twice: [],
	differing: [],
}

test.each([
	['open', true, 'They are counted when voting ends.'],
	['counting', true, 'Voting has ended, so they are being counted.'],
	['open', false, 'so they cannot be counted yet.'],
	['counting', false, 'so they cannot be counted yet.'],
] as const)('papers read alike while the vote is %s, all in order: %s', (state, isComplete, says) => {
	const decision = { state } as ComponentProps<typeof PapersRead>['decision']
	const markup = renderToStaticMarkup(
		<PapersRead decision={decision} papers={{ ...papers, isComplete }} address="/v" />,
	)
	expect(markup).toContain(says)
	expect(markup.match(/counted when voting ends/g) ?? []).toHaveLength(says.includes('when voting ends') ? 1 : 0)
})
