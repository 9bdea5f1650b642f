import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { bytes, raw } from '../tests/hostile/corpus.ts'
import { OpenDocument } from './document.ts'
import { defaultLimits } from './limits.ts'
import { build } from './opening.ts'
import { readShape, type Shape } from './shape.ts'

/** Amina has written “ab”. */
const amina = 1
const ground = bytes(1, 1, amina, 0, [raw(4), [1, 'good-life'], 'ab'], 0)
const next = bytes(1, 1, amina, 2, [raw(132), [amina, 1], 'c'], 0)
/** Stands on itself, which no replica can bear, and before what Amina types next. */
const wicked = bytes(1, 1, 77, 0, [raw(196), [77, 0], [amina, 2], 'x'], 0)

function opened(...rows: Uint8Array[]) {
	const { doc } = build(
		null,
		rows.map((update, seq) => ({ seq, update })),
		defaultLimits,
	)
	const nothing = {
		logRows: 0,
		logBytes: 0,
		bytes: 0,
		quarantined: 0,
		setAside: 0,
		whole: null,
		ended: new Set<number>(),
	}
	return { doc, generation: 1, lastSeq: rows.length, owners: new Map<number, string>(), ...nothing }
}

function bring(document: OpenDocument, update: Uint8Array) {
	const shape = readShape(update, defaultLimits) as Shape
	return document.apply([{ update, shape, memberId: 'somebody', from: null, frame: 0, merge: null }], new Date(0), [])
}

function textOf(document: OpenDocument) {
	const doc = new Y.Doc()
	Y.applyUpdate(doc, document.encode())
	return doc.getText('good-life').toString()
}

const scattered = Array.from({ length: 10_000 }, (_, at) => [at * 2, 1])

describe('what has no ground here is let go, and the rest of the edit taken', () => {
	test.each<[string, Uint8Array, string]>([
		['words that stand on the next letter of somebody else', wicked, 'ab'],
		['words that go on from some that are not here', bytes(1, 1, 50, 7, [raw(132), [50, 6], 'x'], 0), 'ab'],
		['ten thousand deletions of what never was', bytes(0, 1, 5, 10_000, ...scattered), 'ab'],
		[
			'words beside some that have their ground',
			bytes(2, 1, 77, 0, [raw(132), [50, 6], 'x'], 1, 50, 0, [raw(132), [amina, 1], '!'], 0),
			'ab!',
		],
		['a deletion that goes beyond what is here', bytes(0, 1, amina, 1, 1, 9), 'a'],
	])('%s', (_what, update, text) => {
		const document = new OpenDocument('document', opened(ground), defaultLimits)
		expect(bring(document, update).early).toHaveLength(1)
		expect(document.isWaiting).toBe(false)
		expect(textOf(document)).toBe(text)
		expect(bring(document, next).early).toEqual([])
	})

	test('it is taken when its bringer sends it once more', () => {
		const document = new OpenDocument('document', opened(ground), defaultLimits)
		const reply = bytes(1, 1, 50, 0, [raw(132), [amina, 2], '!'], 1, amina, 1, 0, 1)
		bring(document, reply)
		bring(document, next)
		expect(textOf(document)).toBe('bc')
		expect(bring(document, reply).early).toEqual([])
		expect(textOf(document)).toBe('bc!')
	})
})

describe('rows of the log that wait', () => {
	test('go on waiting beside an edit without ground, and come in when theirs comes', () => {
		const document = new OpenDocument('document', opened(ground, bytes(1, 1, 50, 0, [raw(132), [amina, 2], '!'], 0)), {
			...defaultLimits,
		})
		bring(document, wicked)
		expect([document.isWaiting, document.mayFold]).toEqual([true, false])
		bring(document, next)
		expect([document.isWaiting, document.mayFold]).toEqual([false, true])
		expect(textOf(document)).toBe('abc!')
	})

	test('and are more than may are left to the log, until the document is opened anew', () => {
		const rows = [ground, bytes(1, 1, 50, 0, [raw(132), [amina, 2], 'a long sentence'], 0)]
		const document = new OpenDocument('document', opened(...rows), { ...defaultLimits, pendingBytes: 20 })
		bring(document, bytes(1, 1, 51, 0, [raw(4), [1, 'evidence'], 'x'], 0))
		bring(document, next)
		expect(textOf(document)).toBe('abc')
		expect(document.mayFold).toBe(false)
		document.reopen(opened(...rows, next))
		expect(textOf(document)).toBe('abca long sentence')
		expect(document.mayFold).toBe(true)
	})

	test('can be left to the log, where whoever brings their ground should not have to answer for them', () => {
		const rows = [ground, wicked]
		const document = new OpenDocument('document', opened(...rows), defaultLimits)
		expect(() => bring(document, next)).toThrow()
		document.reopen(opened(...rows))
		expect(document.forgetWaiting()).toBe(true)
		bring(document, next)
		expect(textOf(document)).toBe('abc')
		expect(document.mayFold).toBe(false)
		expect(document.forgetWaiting()).toBe(false)
	})
})
