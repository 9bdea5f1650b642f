import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Tally } from './decision.ts'
import { hideSmallNamings, hideSmallNumbers, type VoiceCount } from './small-numbers.ts'

type MotionCount = VoiceCount & { tally: Tally }

const of = (...rows: [number, number, number][]): MotionCount[] =>
	rows.map(([inFavour, against, abstain], at) => ({
		voiceId: `voice-${at}`,
		electors: inFavour + against + abstain,
		voted: inFavour + against + abstain,
		tally: { for: inFavour, against, abstain },
	}))

const shown = (counts: readonly VoiceCount[]) => hideSmallNumbers(counts).map(({ tally }) => tally !== null)

test.each<[string, [number, number, number][], boolean[]]>([
	[
		'a voice of five or more with different answers is shown',
		[
			[6, 1, 0],
			[5, 4, 1],
		],
		[true, true],
	],
	[
		'fewer than five answers are hidden, and the other two that hide together',
		[
			[6, 1, 0],
			[2, 1, 1],
			[3, 0, 1],
		],
		[true, false, false],
	],
	[
		'one hidden voice would follow by subtraction, so a second is hidden with it',
		[
			[9, 3, 2],
			[7, 2, 1],
			[2, 1, 0],
		],
		[true, false, false],
	],
	[
		'with two voices, hiding one hides both',
		[
			[9, 3, 2],
			[1, 0, 0],
		],
		[false, false],
	],
	[
		'a voice that all answered alike is hidden',
		[
			[8, 0, 0],
			[6, 5, 4],
			[7, 7, 1],
		],
		[false, false, true],
	],
	['the only voice is the totals themselves', [[6, 1, 0]], [true]],
	[
		'nobody voted',
		[
			[0, 0, 0],
			[0, 0, 0],
		],
		[true, true],
	],
])('%s', (_rule, rows, expected) => {
	expect(shown(of(...rows))).toEqual(expected)
})

const cell = fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, fc.nat(7))
const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 }).map((rows) => of(...rows))

test('no number of a hidden voice follows from what is shown', () => {
	fc.assert(
		fc.property(table, (counts) => {
			const result = hideSmallNumbers(counts)
			const hiddenAt = counts.flatMap((_count, at) => (result[at]!.tally ? [] : [at]))
			const hidden = hiddenAt.map((at) => counts[at]!.tally)
			const fromShown = possibleRanges(hidden)
			const fromTotals = possibleRanges(counts.map(({ tally }) => tally))
			hiddenAt.forEach((at, row) => {
				for (const choice of [0, 1, 2] as const) {
					const certain = fromShown[row]![choice].size === 1
					expect(certain && fromTotals[at]![choice].size > 1, `voice ${at}, choice ${choice}`).toBe(false)
				}
			})
		}),
		{ numRuns: 300 },
	)
})

test('no voice with one to four answers is ever shown, nor one whose answers are all alike', () => {
	fc.assert(
		fc.property(table, (counts) => {
			for (const { tally } of hideSmallNumbers(counts)) {
				if (!tally) continue
				const answers = Object.values(tally)
				const size = answers.reduce((sum, cell) => sum + cell, 0)
				if (size === 0) continue
				expect(size).toBeGreaterThanOrEqual(5)
				expect(Math.max(...answers)).toBeLessThan(size)
			}
		}),
	)
})

test('a voice is hidden where one option would tell, whatever the others show', () => {
	const rows = [
		{ voiceId: 'citizen', electors: 19, voted: 18, tally: { A: 8, B: 7 } },
		{ voiceId: 'provider', electors: 12, voted: 12, tally: { A: 6, B: 12 } },
		{ voiceId: 'commissioner', electors: 19, voted: 14, tally: { A: 10, B: 4 } },
	]
	expect(hideSmallNamings(rows).map(({ tally, voted }) => [tally !== null, voted])).toEqual([
		[true, 18],
		[false, null],
		[false, null],
	])
	expect(hideSmallNamings([rows[0]!, rows[2]!]).every(({ tally }) => tally)).toBe(true)
	expect(hideSmallNumbers(of([6, 4, 1], [5, 4, 1]), new Set(['voice-1'])).map(({ tally }) => tally)).toEqual([
		null,
		null,
	])
})

test('where ballots name several things, the numbers of a voice of fewer than ten would tell which ballots are its own', () => {
	// Three of each: with the ballots beside it, only one way to deal them out to the voices fits these numbers.
	const five = ['citizen', 'provider', 'commissioner'].map((voiceId, at) => ({
		voiceId,
		electors: 5,
		voted: 5,
		tally: { A: 4 - at, B: 1 + at },
	}))
	expect(hideSmallNamings(five).map(({ tally, voted }) => [tally, voted])).toEqual([
		[null, null],
		[null, null],
		[null, null],
	])
	// Two small voices together are as small as one: what is left after taking the large one away would be theirs.
	const large = { voiceId: 'citizen', electors: 30, voted: 30, tally: { A: 14, B: 9 } }
	const small = five.slice(1).map((one) => ({ ...one, voted: 4, tally: { A: 2, B: 1 } }))
	expect(hideSmallNamings([large, ...small]).map(({ tally }) => tally)).toEqual([null, null, null])
	expect(hideSmallNamings([large, ...five.slice(1)])[0]!.tally).toEqual(large.tally)
})

test('voices that are hidden have five answers together, or more are hidden', () => {
	expect(shown(of([4, 3, 2], [1, 1, 0], [1, 0, 1]))).toEqual([false, false, false])
	expect(shown(of([4, 3, 2], [1, 1, 0], [1, 1, 1]))).toEqual([true, false, false])
})

/** By trying every table with the same sums: an attacker who knows how many in each voice voted, and the totals. */
function possibleRanges(rows: Tally[]): [Set<number>, Set<number>, Set<number>][] {
	const ranges = rows.map((): [Set<number>, Set<number>, Set<number>] => [new Set(), new Set(), new Set()])
	const sum = (of: keyof Tally) => rows.reduce((total, row) => total + row[of], 0)
	const seen = new Map<string, boolean>()

	const possible = (row: number, inFavour: number, against: number, abstain: number): boolean => {
		if (row === rows.length) return inFavour === 0 && against === 0 && abstain === 0
		const key = `${row} ${inFavour} ${against} ${abstain}`
		const known = seen.get(key)
		if (known === false) return false
		const { for: a, against: b, abstain: c } = rows[row]!
		let any = false
		for (let x = 0; x <= Math.min(a + b + c, inFavour); x++) {
			for (let y = 0; y <= Math.min(a + b + c - x, against); y++) {
				const z = a + b + c - x - y
				if (z > abstain) continue
				if (!possible(row + 1, inFavour - x, against - y, abstain - z)) continue
				any = true
				ranges[row]![0].add(x)
				ranges[row]![1].add(y)
				ranges[row]![2].add(z)
			}
		}
		seen.set(key, any)
		return any
	}
	possible(0, sum('for'), sum('against'), sum('abstain'))
	return ranges
}
