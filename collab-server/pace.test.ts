import { expect, test } from 'vitest'
import { Pace } from './pace.ts'

test('an edit that takes little costs no wait; one that takes much costs nine times as long, and each comes on top', () => {
	const pace = new Pace()
	pace.spent('light', 50)
	expect(pace.restOf('light')).toBe(0)
	pace.spent('heavy', 1_000_000)
	pace.spent('heavy', 1_000_000)
	expect(pace.restOf('heavy')).toBeGreaterThan(17_000_000)
	expect(pace.restOf('heavy')).toBeLessThanOrEqual(18_000_000)
	expect(pace.restOf('light')).toBe(0)
})
