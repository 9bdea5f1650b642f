import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import { beforeEach, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import type { Admission } from './authenticate.ts'
import { Connection } from './connection.ts'
import { defaultLimits } from './limits.ts'
import { Metrics } from './metrics.ts'

let connection: Connection

beforeEach(() => {
	connection = new Connection({
		socket: new EventEmitter() as WebSocket,
		line: new PassThrough(),
		admission: {} as Admission,
		tokenHash: '',
		wantsSaved: true,
		limits: { ...defaultLimits, gaps: 3 },
		metrics: new Metrics(),
	})
})

const letter = (clock: number) => ({ client: 7, clock, end: clock + 1 })

test('what stands side by side and is missing is one gap', () => {
	for (const clock of [4, 2, 3, 2, 9]) connection.owes([letter(clock)])
	expect(connection.gaps).toEqual([
		{ client: 7, clock: 2, end: 5 },
		{ client: 7, clock: 9, end: 10 },
	])
	expect(connection.hasDropped).toBe(false)
})

test.each([
	['one by one', [[2], [4], [6], [8]]],
	['at once', [[2, 4, 6, 8]]],
])('of too many gaps, brought %s, it is only kept that everything must be sent again', (_how, brought) => {
	for (const clocks of brought) connection.owes(clocks.map(letter))
	expect(connection.gaps).toEqual([])
	expect(connection.hasDropped).toBe(true)
})
