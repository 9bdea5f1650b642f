import { expect, test } from 'vitest'
import { cautionWords, spanWords } from './caution-words.ts'

const minute = 60_000
test.each([
	['a minute', minute, '1 minute'],
	['an hour and a half', 90 * minute, '90 minutes'],
	['less than three hours', 179 * minute, '2 hours'],
	['just under two days', 47 * 60 * minute, '47 hours'],
	['almost three days', 71 * 60 * minute, '2 days'],
])('%s', (_span, ms, words) => {
	expect(spanWords(ms)).toBe(words)
})

test('midnight says which evening is the last', () => {
	const closing = {
		kind: 'panel-vote' as const,
		closesAt: new Date('2026-06-13T23:00:00Z'),
		clock: { hour: 0, minute: 0 },
	}
	expect(cautionWords('midnight', closing, new Date('2026-06-01T12:00:00Z'))).toBe(
		'Midnight begins a day: the last moment to vote would be the evening before 14 June 2026. If you mean the end of that day, choose the day after, or 9pm.',
	)
})
