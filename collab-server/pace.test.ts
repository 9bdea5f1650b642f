import { expect, test } from 'vitest'
import { Pace, Stopwatch } from './pace.ts'

test('frames that take little cost no wait, however many; nor does the first second of those that take much', () => {
	const pace = new Pace()
	for (let frame = 0; frame < 1_000; frame++) pace.spent('light', 5)
	expect(pace.restOf('light')).toBe(0)
	for (let frame = 0; frame < 2; frame++) pace.spent('heavy', 500)
	expect(pace.restOf('heavy')).toBe(0)
})

test('a flood of what takes 40 ms each is felt as what takes long at once, after ten seconds of it', () => {
	const pace = new Pace()
	for (let frame = 0; frame < 250; frame++) pace.spent('flooding', 40)
	expect(pace.restOf('flooding')).toBe(0)
	for (let frame = 0; frame < 1_000; frame++) pace.spent('flooding', 40)
	expect(pace.restOf('flooding')).toBeGreaterThan(350_000)
})

test('two hundred tabs of one person come back at once to a long document, and none waits; asking without end is felt', () => {
	const pace = new Pace()
	for (let tab = 0; tab < 200; tab++) pace.answered('back', 45)
	expect(pace.restOf('back')).toBe(0)
	for (let tab = 0; tab < 200; tab++) pace.answered('back', 45)
	expect(pace.restOf('back')).toBeGreaterThan(70_000)
})

test('what takes more costs nine times as long, and each comes on top; others wait for nothing', () => {
	const pace = new Pace()
	pace.spent('heavy', 1_001_000)
	pace.spent('heavy', 1_000_000)
	expect(pace.restOf('heavy')).toBeGreaterThan(17_900_000)
	expect(pace.restOf('heavy')).toBeLessThanOrEqual(18_000_000)
	expect(pace.restOf('light')).toBe(0)
})

test('what the process worked is told, not what it slept or waited for others', async () => {
	const before = process.cpuUsage()
	const watch = new Stopwatch()
	await new Promise((resolve) => setTimeout(resolve, 600))
	const asleep = watch.lap()
	const workedBy = () => worked(process.cpuUsage(before))
	expect(asleep).toBeLessThan(workedBy() + 400)
	const until = workedBy() + 200
	while (workedBy() < until);
	expect(watch.lap()).toBeGreaterThan(50)
})

function worked({ user, system }: NodeJS.CpuUsage) {
	return (user + system) / 1_000
}
