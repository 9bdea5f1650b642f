import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BodyMember } from '../body-member.ts'
import { AmendmentFields } from './AmendmentFields.tsx'
import { VoteFields } from './VoteFields.tsx'

const priya = { memberId: 'p', name: 'Priya', right: 'Provider', votes: true } as BodyMember
const isAsked = /<select[^>]*name="(votes[.]p|amendments[.]0[.]parts[.]p)"/

test.each<[string, Record<string, string>, RegExp | null]>([
	['nothing is said of', {}, null],
	['was there', { 'seats.p.part': 'present' }, null],
	['left before the vote, and may have voted on an amendment', { 'seats.p.part': 'left' }, null],
	['has an interest', { 'seats.p.part': 'interest', 'votes.p': '' }, /Priya: does not take part: interest/],
	['was absent', { 'seats.p.part': 'absent', 'amendments.0.parts.p': 'present' }, /Priya: absent/],
	[
		'was absent and has a vote all the same, to be taken away',
		{ 'seats.p.part': 'absent', 'votes.p': 'for', 'amendments.0.parts.p': 'for' },
		null,
	],
])('whoever %s is asked how they voted, or it says why not', (_who, values, words) => {
	const field = (name: string) => ({ name, defaultValue: values[name] })
	const vote = renderToStaticMarkup(<VoteFields members={[priya]} field={field} />)
	const onAmendment = renderToStaticMarkup(
		<AmendmentFields at={0} field={field} people={[]} members={[priya]} castingVote={false} />,
	)
	for (const shown of [vote, onAmendment])
		if (words) {
			expect(shown).toMatch(words)
			expect(shown).not.toMatch(isAsked)
		} else expect(shown).toMatch(isAsked)
})
