import { expect, test } from 'vitest'
import type { Connection } from './connection.ts'
import { Early, type EarlyEdit } from './early.ts'

const [amina, colin] = ['Amina', 'Colin'].map((name) => ({ name }) as unknown as Connection) as [Connection, Connection]

const edit = (from: Connection, client: number, clock: number, bytes = 10): EarlyEdit => ({
	update: new Uint8Array(bytes),
	shape: { brings: [], deletes: [] },
	memberId: '',
	from,
	frame: 0,
	merge: null,
	ground: [[client, clock]],
})

test('they go on when their ground has come, one person after the other', () => {
	const early = new Early(1_000)
	const clocks = new Map<number, number>()
	const clockOf = (client: number) => clocks.get(client) ?? 0
	const [first, second, third] = [edit(amina, 1, 3), edit(colin, 1, 3), edit(amina, 1, 4)]
	early.keep([first, second, third])
	expect(early.isReady(1, clockOf)).toBe(false)
	clocks.set(1, 4)
	expect(early.isReady(1, clockOf)).toBe(false)
	expect(early.isReady(2, clockOf)).toBe(true)
	expect(early.takeReady(clockOf)).toEqual([first])
	expect(early.takeReady(clockOf)).toEqual([second])
	expect(early.isReady(3, clockOf)).toBe(false)
	clocks.set(1, 5)
	expect(early.takeReady(clockOf)).toEqual([third])
	expect(early.bringers).toEqual([])
})

test('beyond the limit they are let go, and who leaves theirs makes room', () => {
	const early = new Early(25)
	early.keep([edit(amina, 1, 0), edit(colin, 1, 0, 20), edit(colin, 1, 0), edit(amina, 1, 0)])
	expect(early.bringers).toEqual([amina, colin])
	early.forget(amina)
	early.keep([edit(colin, 1, 0)])
	expect(early.bringers).toEqual([colin, colin])
})
