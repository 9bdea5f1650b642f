import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Standing, Stop } from '~/domain/thread/stops.ts'
import { options } from '../../../../tests/given-question.ts'
import { detailOf, wordsOf } from './stop-words.ts'
import { ThreadOf } from './ThreadOf.tsx'

const ended = new Date('2026-06-14T16:00:00Z')

test.each<[Standing, string | undefined]>([
	[{ is: 'not-yet' }, undefined],
	[{ is: 'need-told', source: '31 carers, spring 2026' }, '31 carers, spring 2026'],
	[{ is: 'writing', writers: 1, voices: 1 }, '1 writer, 1 voice'],
	[{ is: 'writing', writers: 12, voices: 3 }, '12 writers, 3 voices'],
	[
		{ is: 'vote-open', closesAt: new Date('2026-06-14T16:00:00Z'), kind: 'panel-vote' },
		'panel vote open until 5pm on 14 June 2026',
	],
	[
		{ is: 'agreed', at: new Date('2026-06-14T16:00:00Z'), kind: 'board-decision' },
		'board decision: agreed, 14 June 2026',
	],
	[
		{ is: 'chosen', at: ended, kind: 'panel-vote', choice: { method: 'irv', options, winners: ['B'] } },
		'panel vote, chosen: Night sitting, 14 June 2026',
	],
	[
		{
			is: 'chosen',
			at: ended,
			kind: 'panel-vote',
			choice: { method: 'equal-shares', options, winners: ['A', 'B', 'C'] },
		},
		'panel vote, funded: 3 of 3 projects, 14 June 2026',
	],
	[
		{ is: 'none-chosen', at: ended, kind: 'panel-vote', choice: { method: 'equal-shares', options, winners: [] } },
		'panel vote, nothing funded, 14 June 2026',
	],
	[
		{ is: 'vote-open', closesAt: new Date('2026-06-14T16:00:00Z'), kind: 'show-of-views' },
		'show of views open until 5pm on 14 June 2026',
	],
	[
		{ is: 'vote-ended', at: new Date('2026-06-14T16:00:00Z'), kind: 'panel-vote' },
		'panel vote ended 14 June 2026, not counted yet',
	],
	[
		{ is: 'not-decided', outcome: 'no-quorum', at: new Date('2026-06-14T16:00:00Z'), kind: 'panel-vote' },
		'panel vote: no decision, too few took part, 14 June 2026',
	],
	[
		{ is: 'not-decided', outcome: 'no-quorum', at: new Date('2026-06-14T16:00:00Z'), kind: 'board-decision' },
		'board decision: no decision, no quorum, 14 June 2026',
	],
	[
		{ is: 'vote-level', until: new Date('2026-06-28T16:00:00Z'), kind: 'panel-vote' },
		'panel vote: level, waits for the casting vote until 28 June 2026',
	],
	[
		{ is: 'vote-stopped', reason: 'The money went.', kind: 'panel-vote' },
		'the panel vote was stopped: The money went.',
	],
	[{ is: 'under-way', status: 'on-track', dueOn: '2026-11-09', daysLate: 12 }, 'late by 12 days'],
	[
		{ is: 'under-way', status: 'went-backwards', dueOn: '2026-11-09', daysLate: 12 },
		'worse than before, late by 12 days',
	],
	[{ is: 'under-way', status: 'on-track', dueOn: '2027-04-01', daysLate: 0 }, 'on track, due 1 April 2027'],
	[{ is: 'actions-under-way', actions: 3, late: 1, done: 0 }, '3 actions, 1 late'],
	[
		{ is: 'felt', felt: 4, people: 11, actions: 1 },
		'done, but not felt by most: 4 of 11 people say it made a difference',
	],
	[{ is: 'felt', felt: 9, people: 12, actions: 2 }, '9 of 12 answers say it made a difference'],
])('%o', (standing, words) => {
	expect(detailOf(standing)).toBe(words)
})

test('beside the decision that is followed stands the newest vote', () => {
	const standing: Standing = { is: 'agreed', at: new Date('2026-06-14T16:00:00Z'), kind: 'panel-vote' }
	const newer: Standing = { is: 'vote-open', closesAt: new Date('2026-11-30T16:00:00Z'), kind: 'panel-vote' }
	expect(wordsOf({ standing, newer })).toBe(
		'panel vote: agreed, 14 June 2026; the newest vote: panel vote open until 4pm on 30 November 2026',
	)
	expect(wordsOf({ standing })).toBe('panel vote: agreed, 14 June 2026')
})

test('a long reason is cut at a word, and its page has the rest', () => {
	const words = detailOf({ is: 'action-stopped', reason: `${'because '.repeat(40)}` })!
	expect(words.length).toBeLessThanOrEqual(91)
	expect(words).toMatch(/because…$/)
})

test('each stop leads somewhere but the one we are at', () => {
	const thread: Stop[] = [
		{ stop: 'need', state: 'done', standing: { is: 'need-told', source: 'x' }, target: { to: 'document', id: 'd' } },
		{
			stop: 'version',
			state: 'done',
			standing: { is: 'frozen', number: 4, at: new Date('2026-06-02T09:00:00Z') },
			target: { to: 'version', documentId: 'd', number: 4 },
		},
		{ stop: 'decision', state: 'now', standing: { is: 'not-asked' }, target: { to: 'decision', id: 'e' } },
		{ stop: 'action', state: 'ahead', standing: { is: 'not-yet' }, target: { to: 'actions', decisionId: 'e' } },
	]
	const markup = renderToStaticMarkup(<ThreadOf thread={thread} here="decision" base="/p/h" />)
	expect([...markup.matchAll(/href="([^"]+)">([^<]+)/g)].map(([, href, name]) => [name, href])).toEqual([
		['Need', '/p/h/documents/d#need'],
		['Version 4', '/p/h/documents/d/versions/4'],
		['Action', '/p/h/actions?decision=e'],
	])
})
