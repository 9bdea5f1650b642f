import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LostFrames } from './lost-frames.ts'
import { UnsentWords } from './unsent-words.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watched({ mayAsk = true } = {}) {
	const unsent = new UnsentWords()
	const line = { ask: vi.fn(() => mayAsk), startOver: vi.fn() }
	const lost = new LostFrames(unsent, line)
	unsent.connectionOpened()
	return {
		unsent,
		line,
		lost,
		type() {
			unsent.add(Uint8Array.of(0, 0))
			unsent.sentNewest()
			lost.expect()
		},
	}
}

test('what is stored in time is never asked about', () => {
	const { unsent, line, lost, type } = watched()
	type()
	unsent.stored(1)
	lost.arrived()
	vi.advanceTimersByTime(100_000)
	expect(line.ask).not.toHaveBeenCalled()
})

test('an answer that says nothing of an earlier frame proves it lost', () => {
	const { line, lost, type } = watched()
	type()
	vi.advanceTimersByTime(3_000)
	expect(line.ask).toHaveBeenCalledOnce()
	expect(line.startOver).not.toHaveBeenCalled()
	lost.answered()
	expect(line.startOver).toHaveBeenCalledOnce()
})

test('what was sent after the question is not judged by its answer', () => {
	const { unsent, line, lost, type } = watched()
	type()
	vi.advanceTimersByTime(3_000)
	type()
	unsent.stored(1)
	lost.answered()
	expect(line.startOver).not.toHaveBeenCalled()
	vi.advanceTimersByTime(3_000)
	expect(line.ask).toHaveBeenCalledTimes(2)
})

test('an answer nobody waited for, and a question nobody answers, change nothing', () => {
	const { line, lost, type } = watched()
	type()
	lost.answered()
	vi.advanceTimersByTime(60_000)
	expect(line.startOver).not.toHaveBeenCalled()
	expect(line.ask).toHaveBeenCalledOnce()
})

test('while asking makes no sense it is tried again later', () => {
	const { line, type } = watched({ mayAsk: false })
	type()
	vi.advanceTimersByTime(9_000)
	expect(line.ask).toHaveBeenCalledTimes(3)
})

test('a line on which everything is lost is started over less and less often', () => {
	const { unsent, line, lost, type } = watched()
	type()
	for (let minute = 0; minute < 10; minute++) {
		for (let second = 0; second < 60; second++) {
			const before = line.ask.mock.calls.length
			vi.advanceTimersByTime(1_000)
			if (line.ask.mock.calls.length === before) continue
			lost.answered()
			unsent.connectionOpened()
			lost.connectionOpened()
		}
	}
	expect(line.startOver.mock.calls.length).toBeLessThan(16)
})
