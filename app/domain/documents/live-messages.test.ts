import { describe, expect, test } from 'vitest'
import { decodeNotice, decodeSaved, encodeNotice, encodeSaved } from './live-messages.ts'

describe('saved', () => {
	test.each([
		['nothing but a count of frames', { clocks: [], frames: 3, at: 0 }],
		['one clock', { clocks: [[7, 12]], frames: 1, at: Date.UTC(2026, 10, 21) }],
		[
			'client ids of 53 bits',
			{
				clocks: [
					[Number.MAX_SAFE_INTEGER, 2 ** 31],
					[0, 0],
				],
				frames: 300,
				at: Date.UTC(2126, 0, 1),
			},
		],
	] as const)('%s comes back as it went', (_case, saved) => {
		expect(decodeSaved(encodeSaved({ ...saved, clocks: saved.clocks.map(([a, b]) => [a, b]) }))).toEqual(saved)
	})

	test.each([
		['empty', []],
		['another type', [0, 0, 0]],
		['cut off in the pairs', [10, 1, 7]],
		['cut off in a number', [10, 128]],
		['without its frames', [10, 0]],
		['without its time', [10, 0, 1]],
		['with a count that cannot be', [10, 255, 255, 255, 127, 1]],
	])('%s is not read', (_case, bytes) => {
		expect(decodeSaved(Uint8Array.from(bytes))).toBeNull()
	})
})

test('a notice comes back as it went, in any script', () => {
	const notice = { kind: 'rescued', id: 'a1', words: 'Ynys Môn, “yma” 🌱', sectionId: 'good-life' } as const
	expect(decodeNotice(encodeNotice(notice))).toEqual(notice)
	expect(decodeNotice(Uint8Array.of(11, 123))).toBeNull()
})
