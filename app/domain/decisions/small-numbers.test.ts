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
		{ voiceId: 'citizen', electors: 9, voted: 8, tally: { A: 4, B: 3 } },
		{ voiceId: 'provider', electors: 6, voted: 6, tally: { A: 3, B: 6 } },
		{ voiceId: 'commissioner', electors: 9, voted: 7, tally: { A: 5, B: 2 } },
	]
	expect(hideSmallNamings(rows).map(({ tally, voted }) => [tally !== null, voted])).toEqual([
		[true, 8],
		[false, null],
		[false, null],
	])
	expect(hideSmallNamings([rows[0]!, rows[2]!]).every(({ tally }) => tally)).toBe(true)
	expect(hideSmallNumbers(of([6, 4, 1], [5, 4, 1]), new Set(['voice-1'])).map(({ tally }) => tally)).toEqual([
		null,
		null,
	])
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
