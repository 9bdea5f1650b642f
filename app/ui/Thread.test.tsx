import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { type Stop, Thread } from './Thread.tsx'

const stops: Stop[] = [
	{ key: 'need', name: 'Need', detail: '31 carers', href: '/need', state: 'done' },
	{ key: 'decision', name: 'Decision', detail: 'open until 5pm', state: 'now' },
	{ key: 'action', name: 'Action', state: 'ahead' },
	{ key: 'difference', name: 'Difference', detail: 'not yet', state: 'ahead' },
]

/** What is heard, stop by stop: the markup without its tags. */
const heard = (given: Stop[]) =>
	renderToStaticMarkup(<Thread stops={given} />)
		.split('<li')
		.slice(1)
		.map((stop) =>
			stop
				.replace(/^[^>]*>|<[^>]+>/g, ' ')
				.replace(/\s+/g, ' ')
				.trim(),
		)

describe('the thread', () => {
	test('says where each stop stands, in words and once', () => {
		expect(heard(stops)).toEqual([
			'Need (done) 31 carers',
			'Decision (now) open until 5pm',
			'Action not yet',
			'Difference not yet',
		])
	})

	test('says openly where it stopped, and why', () => {
		expect(heard([{ key: 'action', name: 'Action', detail: 'no money was found', state: 'stopped' }])).toEqual([
			'Action Stopped here no money was found',
		])
	})

	test('is an ordered list with a name and one present step', () => {
		const markup = renderToStaticMarkup(<Thread stops={stops} />)
		expect(markup).toMatch(/<ol [^>]*aria-label="Where this stands"/)
		expect(markup.match(/aria-current="step"/g)).toHaveLength(1)
		expect(markup).toContain('<a href="/need">Need</a>')
	})
})
