import { Cron } from 'croner'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { finishRemovals, onTime } from './clock.ts'

const before = process.env.TZ
beforeEach(() => {
	process.env.TZ = 'Europe/London'
})
afterEach(() => {
	if (before === undefined) delete process.env.TZ
	else process.env.TZ = before
})

test.each([
	['the last moment before the hour comes again', '2026-10-25T00:59:58Z'],
	['the hour that comes twice', '2026-10-25T01:30:00Z'],
	['its end', '2026-10-25T01:59:58Z'],
	['the hour that is left out in March', '2026-03-29T00:59:58Z'],
	['any other night', '2026-06-14T01:30:00Z'],
])('on a machine that keeps London time the clock goes on: %s', (_when, at) => {
	const start = new Date(at)
	for (const [pattern, seconds] of [
		['*/2 * * * * *', 2],
		['*/30 * * * * *', 30],
	] as const) {
		const next = new Cron(pattern, { ...onTime, paused: true }).nextRun(start)!
		const after = (next.getTime() - start.getTime()) / 1000
		expect(after).toBeGreaterThan(0)
		expect(after).toBeLessThanOrEqual(seconds)
	}
})

test('of what is finished by the clock, one that goes wrong is reported and holds no other up', async () => {
	const done: string[] = []
	const tasks = {
		first: () => Promise.reject(new Error('wrong')),
		second: async () => void done.push('second'),
		third: async () => void done.push('third'),
	}
	await finishRemovals(tasks, (task) => (error) => done.push(`${task} ${(error as Error).message}`))
	expect(done).toEqual(['first wrong', 'second', 'third'])
})
