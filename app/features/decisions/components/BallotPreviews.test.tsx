import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { someMotion } from '../../../../tests/given-question.ts'
import type { ShownDecision } from '../present-decision.server.ts'
import { BallotPaper } from './BallotPaper.tsx'
import { BallotPreviews } from './BallotPreviews.tsx'

const pot = {
	...someMotion,
	method: 'greedy',
	rules: { secrecy: 'secret', quorum: 0, showsStanding: false, budget: 10_000_00 },
	options: [{ id: 'A', name: 'A van', cost: 5_000_00 }],
	shortlist: { rule: 'It fits the pot.', leftOut: [{ name: 'A pool', reason: 'Too dear.', cost: 90_000_00 }] },
	about: { documentId: 'x', title: 'Breaks', number: 3, fingerprint: 'abcd' },
	groupName: 'Panel',
	electors: 1,
	shortSeal: 'abcd 1234',
	seenBy: 'Everyone can read this.',
}
const decision = pot as unknown as ShownDecision
const elector = { memberId: 'm', name: 'Doreen', voiceId: 'citizen', voice: 'Citizen' }
const made = ['It fits the pot.', 'A pool', '£90,000', 'Too dear.']

test.each(['citizen', 'helped'])('the ballot that is shown beforehand says how the list was made: %s', (as) => {
	const markup = renderToStaticMarkup(
		<BallotPreviews
			preview={decision}
			electorate={[elector]}
			partnership="Here"
			form={{ errors: {}, values: { as } }}
		/>,
	)
	const [ballot] = markup.slice(markup.indexOf('<section')).split('On paper')
	for (const words of made) expect(ballot).toContain(words)
})

test('a paper says how the list was made', () => {
	const paper = renderToStaticMarkup(<BallotPaper decision={decision} partnership="Here" />)
	for (const words of made) expect(paper).toContain(words)
	const whole = { ...decision, shortlist: { rule: 'All of them.', leftOut: [] } }
	expect(renderToStaticMarkup(<BallotPaper decision={whole} partnership="Here" />)).toContain(
		'Everything that was put forward is on it.',
	)
})

test('a paper says its number and seal, and before there are any, what will stand there', () => {
	const head = (change: object) =>
		renderToStaticMarkup(<BallotPaper decision={{ ...decision, ...change }} partnership="Here" />)
			.split('</p>')[0]!
			.replace(/<[^>]*>/g, '')
	expect(head({})).toBe('Here. Panel. Panel vote DEC-2026-001. Seal, made from all that was fixed: abcd 1234.')
	expect(head({ reference: '', shortSeal: '' })).toBe(
		'Here. Panel. Panel vote. The number and the seal of this vote will stand here. Both are made when voting opens.',
	)
})
