import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ChoosingMethod } from '~/domain/decisions/decision.ts'
import { choosing, closesAt } from '../../../../tests/given-question.ts'
import type { ShownDecision } from '../present-decision.server.ts'
import { BallotForm, type BallotFormProps } from './BallotForm.tsx'
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

test.each<[string, 'named' | 'secret', Partial<BallotFormProps>, RegExp | null]>([
	['named', 'named', {}, /everyone who can read the result reads your name with the vote\./],
	['named, by a supporter', 'named', { helping: { id: 't', name: 'Tomasz' } }, /reads Tomasz’s name with the vote\./],
	['secret', 'secret', {}, null],
])('beside the button it stands that names are read: %s', (_case, secrecy, props, words) => {
	const whole = choosing('approval')
	const decision = { ...whole, rules: { ...whole.rules, secrecy } } as unknown as ShownDecision
	const markup = renderToStaticMarkup(
		<BallotForm decision={decision} address="" ballotId="b" hasVoted={false} mine={null} {...props} />,
	).replaceAll('<!-- -->', '')
	if (words) expect(markup).toMatch(words)
	else expect(markup).not.toContain('This is a named vote')
})

const drawn = (method: ChoosingMethod, props: Partial<BallotFormProps>) =>
	renderToStaticMarkup(
		<BallotForm
			decision={choosing(method) as unknown as ShownDecision}
			address=""
			ballotId="b"
			hasVoted={false}
			mine={null}
			form={{ values: { tick: ['A'], looked: 'yes' }, errors: {} }}
			{...props}
		/>,
	)

test.each<[string, Partial<BallotFormProps>, string, boolean]>([
	['a first vote', {}, 'Your vote is not cast yet.', false],
	['a change', { hasVoted: true }, 'This change is not sent yet. Your earlier vote still counts.', true],
	[
		'a supporter, who is not told whether there was one',
		{ helping: { id: 't', name: 'Tomasz' } },
		'This is not sent yet. If Tomasz voted before, that vote still counts.',
		true,
	],
])('what is worked out is not sent: %s', (_case, props, words, stillCounts) => {
	const markup = drawn('equal-shares', props)
	expect(markup).toContain(words)
	expect(markup.includes('still counts')).toBe(stillCounts)
})

test('what secrecy does not protect is linked, but not from a preview, which has no page behind it', () => {
	const link = 'href="/p/harbourside/decisions/secrecy"'
	const decision = { ...choosing('approval'), electors: 9 } as unknown as ShownDecision
	const asked = { ...decision, rules: { ...decision.rules, secrecy: 'secret' } } as ShownDecision
	expect(drawn('approval', { decision: asked, base: '/p/harbourside' })).toContain(link)
	const preview = drawn('approval', { decision: asked })
	expect(preview).not.toContain('/secrecy')
	expect(preview).toContain('each ballot is published without a name')
})

test.each<[ChoosingMethod, string, string]>([
	['equal-shares', 'Add up what I ticked', 'Add up what Tomasz ticked'],
	['greedy', 'Add up what I ticked', 'Add up what Tomasz ticked'],
	['approval', 'Count what I ticked', 'Count what Tomasz ticked'],
	['score', 'Count what I scored', 'Count what Tomasz scored'],
	['points', 'Add up my points', 'Add up Tomasz’s points'],
	['irv', 'Show my order', 'Show Tomasz’s order'],
	['schulze', 'Show my order', 'Show Tomasz’s order'],
])('the button says what it does: %s', (method, own, helped) => {
	expect(drawn(method, {})).toContain(`${own}</button>`)
	expect(drawn(method, { helping: { id: 't', name: 'Tomasz' } })).toContain(`${helped}</button>`)
})

test.each([
	[
		'points',
		{ points: 10, cap: 6 },
		'Tomasz has 10 points to give out',
		'Add up Tomasz’s points',
		'Tomasz has given 3 of 10 points',
	],
	[
		'ranks',
		{ most: 2 },
		'Up to 2 can be put in order: the first gets 2 points',
		'Show Tomasz’s order',
		'Tomasz has put 1 in order',
	],
] as const)(
	'a supporter helps to share money by %s: the money, each cost, and whose ballot it is',
	(ballot, rules, hint, button, soFar) => {
		const decision = choosing('equal-shares', { budget: 10_000_00, ballot, ...rules }) as unknown as ShownDecision
		const form = { values: { 'mark-A': ballot === 'ranks' ? '1' : '3', looked: 'yes' }, errors: {} }
		const markup = drawn('equal-shares', { decision, form, helping: { id: 't', name: 'Tomasz' } })
		for (const words of [
			hint,
			button,
			soFar,
			'There is £10,000 to share.',
			'Weekend breaks, £6,000',
			'Cast Tomasz’s vote',
		])
			expect(markup).toContain(words)
		expect(markup).not.toMatch(/type="checkbox" name="tick"/)
	},
)
