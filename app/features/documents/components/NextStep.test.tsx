import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { WayToDecision } from '../step-words.ts'
import { NextStep } from './NextStep.tsx'

type Votes = Parameters<typeof NextStep>[0]['votes']

const way: WayToDecision = {
	steps: [],
	next: { step: 'propose', done: false },
	mayWrite: true,
	ask: null,
	decision: null,
	people: '/p/h/people',
	address: '/p/h/documents/d',
}
const closesAt = new Date('2026-12-01T17:00:00Z')
const vote = { id: 'one', question: 'Agree it?', state: 'open', mine: null, closesAt, about: { number: 3 } } as const
const ended = { ...vote, id: 'old', state: 'closed' } as const
const waiting = { ...vote, id: 'two', mine: 'waiting' } as const
const toVote = (id: string, words: string) => new RegExp(`href="/p/h/decisions/${id}"[^>]*>${words}<`)

test.each<[string, WayToDecision | null, Votes, RegExp | null]>([
	['a writer of a draft that nobody votes on', way, [], /Propose these words/],
	['a writer after a vote', way, [ended], /Propose these words/],
	['a reader of it', null, [ended], null],
	['a writer while people vote', way, [ended, vote], toVote('one', 'See the vote')],
	['a reader while people vote', null, [vote], toVote('one', 'See the vote')],
	['whoever is asked', way, [vote, waiting], toVote('two', 'Go to your vote')],
	['whoever has voted', null, [{ ...vote, mine: 'voted' }], toVote('one', 'See the vote')],
	['a vote that is being counted', way, [{ ...vote, state: 'closing' }], toVote('one', 'See the vote')],
])('what comes next: %s', (_who, theirWay, votes, words) => {
	const page = renderToStaticMarkup(<NextStep way={theirWay} votes={votes} base="/p/h" />)
	if (words) expect(page).toMatch(words)
	else expect(page).toBe('')
	if (votes.some(({ state }) => state !== 'closed')) expect(page).not.toContain('Propose these words')
})
