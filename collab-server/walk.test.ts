import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { bytes, noise, raw } from '../tests/hostile/corpus.ts'
import { crowdAtOnePlace, rivalAt } from '../tests/hostile/crowd.ts'
import { Editor } from '../tests/live/editor.ts'
import { seed } from '../tests/seed.ts'
import { movesOfDeleting } from './cuts.ts'
import { OpenDocument } from './document.ts'
import { defaultLimits } from './limits.ts'
import { build } from './opening.ts'
import { readShape, type Shape } from './shape.ts'
import { findTangle } from './tangle.ts'
import { hasCrowdWaiting } from './waiting.ts'
import { counted, Tangled, Walk } from './walk.ts'

const boundless = { walkSteps: Number.POSITIVE_INFINITY, arrayMoves: Number.POSITIVE_INFINITY }
/** Small, so that small crowds reach them. */
const limits = { ...defaultLimits, walkSteps: 500, tangleSteps: 2_000, turnSteps: 200, arrayMoves: 1_000_000 }

/** “ab” in a text. */
const ground = bytes(1, 1, 1, 0, [raw(4), [1, 'good-life'], 'ab'], 0)

function stepsOf(doc: Y.Doc, updates: readonly Uint8Array[]): number {
	let steps = 0
	for (const update of updates) {
		const walk = new Walk(boundless)
		counted(walk, () => Y.applyUpdate(doc, update))
		steps += walk.steps
	}
	return steps
}

function docOf(...updates: readonly Uint8Array[]): Y.Doc {
	const doc = new Y.Doc()
	for (const update of updates) Y.applyUpdate(doc, update)
	return doc
}

class Guarded {
	#rows: Uint8Array[]
	#document: OpenDocument
	steps = 0
	refused = 0

	constructor(...rows: Uint8Array[]) {
		this.#rows = rows
		this.#document = this.#opened()
	}

	get rows(): readonly Uint8Array[] {
		return this.#rows
	}

	/** Whether it was taken. */
	bring(...updates: Uint8Array[]): boolean {
		const edits = updates.map((update) => ({
			update,
			shape: readShape(update, limits) as Shape,
			memberId: 'somebody',
			from: null,
			frame: 0,
			merge: null,
		}))
		if (edits.some((edit) => this.#document.isTooHeavy(edit))) {
			this.refused++
			return false
		}
		try {
			let waiting = edits
			while (waiting.length > 0) {
				const { entry, left } = this.#document.apply(waiting, new Date(0), [])
				this.#rows.push(...(entry?.updates ?? []).map(({ update }) => update))
				waiting = left as typeof edits
			}
			return true
		} catch (error) {
			if (!(error instanceof Tangled)) throw error
			this.refused++
			this.#document = this.#opened()
			return false
		}
	}

	#opened() {
		const rows = this.#rows.map((update, seq) => ({ seq, update }))
		const nothing = {
			logRows: 0,
			logBytes: 0,
			bytes: 0,
			quarantined: 0,
			setAside: 0,
			whole: null,
			ended: new Set<number>(),
		}
		const { doc } = build(null, rows, limits)
		return new OpenDocument(
			'document',
			{ doc, generation: 1, lastSeq: rows.length, owners: new Map(), ...nothing },
			limits,
		)
	}
}

describe('how far Yjs walks', () => {
	test('who comes to a place where others wrote unseen is compared with those of lower ids and the first above', () => {
		expect(stepsOf(docOf(ground), [rivalAt(10), rivalAt(20), rivalAt(30), rivalAt(40)])).toBe(0 + 1 + 2 + 3)
		expect(stepsOf(docOf(ground), [rivalAt(40), rivalAt(30), rivalAt(20), rivalAt(10)])).toBe(0 + 1 + 1 + 1)
	})

	test('under a key it goes back to the first value, twice', () => {
		const value = (client: number) => bytes(1, 1, client, 0, [raw(40), [1, 'm'], 'k', 1, raw(125, 1)], 0)
		expect(stepsOf(new Y.Doc(), [value(1), value(2), value(3)])).toBe(0 + 1 + (2 + 2))
	})

	test('it is counted where it goes on from what was known, and for what was waiting', () => {
		const early = bytes(1, 1, 30, 1, [raw(196), [30, 0], [1, 1], 'y'], 0)
		expect(stepsOf(docOf(ground), [rivalAt(20), early])).toBe(0)
		expect(stepsOf(docOf(ground, rivalAt(20), early), [rivalAt(30)])).toBe(1)
	})
})

describe('what a document can cost whoever opens it', { timeout: 30_000 }, () => {
	test('words written one after the other cost nothing, wherever they are put', () => {
		const doc = new Y.Doc()
		const random = noise(seed)
		for (let letter = 0; letter < 150; letter++) {
			const writer = docOf(Y.encodeStateAsUpdate(doc))
			writer.clientID = 1 + random(1_000_000_000)
			const text = writer.getText('good-life')
			const where = letter % 3 === 0 ? 0 : random(text.length + 1)
			if (random(5) === 0 && text.length > 0) text.delete(random(text.length), 1)
			text.insert(Math.min(where, text.length), 'x')
			Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer, Y.encodeStateVector(doc)))
		}
		expect(findTangle(doc.store)).toMatchObject({ steps: 0, rivals: 0 })
	})

	test('of those who wrote unseen at one place each pair counts, whatever order they came in', () => {
		const crowd = Array.from({ length: 100 }, (_, at) => rivalAt(10 + at))
		expect(findTangle(docOf(ground, ...crowd).store)).toMatchObject({ steps: 4_950, rivals: 101 })
		expect(findTangle(docOf(ground, ...crowd.reverse()).store)).toMatchObject({ steps: 4_950, rivals: 101 })
	})

	test('in generated rooms no order of arrival takes more steps than that', () => {
		let most = 0
		for (let room = 0; room < 15; room++) {
			const random = noise(seed + room)
			const docs = [random(1_000), 1_000 + random(1_000), 2_000 + random(1_000)].map((clientID) =>
				Object.assign(new Y.Doc(), { clientID }),
			)
			const updates: Uint8Array[] = []
			for (const doc of docs)
				doc.on('update', (update: Uint8Array, by: unknown) => by !== 'heard' && updates.push(update))
			const editors = docs.map((doc) => new Editor(doc, random, { undoes: false }))
			for (let step = 0; step < 60; step++) {
				editors[random(3)]!.write()
				if (random(8) === 0) Y.applyUpdate(docs[random(3)]!, Y.encodeStateAsUpdate(docs[random(3)]!), 'heard')
			}
			const { store } = docOf(...updates)
			const steps = findTangle(store).steps + [...store.clients.values()].flat().length
			for (let order = 0; order < 4; order++) {
				const shuffled = [...updates]
				for (let at = shuffled.length - 1; at > 0; at--) {
					const other = random(at + 1)
					;[shuffled[at], shuffled[other]] = [shuffled[other]!, shuffled[at]!]
				}
				const doc = new Y.Doc()
				const taken = stepsOf(doc, shuffled)
				most = Math.max(most, taken)
				expect(taken, `LIVE_SEED=${seed + room}`).toBeLessThanOrEqual(steps)
				expect(stepsOf(new Y.Doc(), [Y.encodeStateAsUpdate(doc)])).toBeLessThanOrEqual(steps)
			}
		}
		expect(most).toBeGreaterThan(20)
	})
})

describe('a budget', { timeout: 30_000 }, () => {
	test.each([20, 40, 200, 1_000])('%i ids in one edit are taken within it or refused', (count) => {
		const guarded = new Guarded(ground)
		const isTaken = guarded.bring(crowdAtOnePlace(10, count))
		expect(isTaken).toBe(count <= 20)
		expect(stepsOf(new Y.Doc(), guarded.rows)).toBeLessThanOrEqual(limits.walkSteps)
	})

	test.each([
		['upwards', (at: number) => 10 + at],
		['downwards', (at: number) => 1_000_000 - at],
	])('ids that come one by one, %s: no more than a document may cost', (_how, client) => {
		const guarded = new Guarded(ground)
		for (let at = 0; at < 70; at++) guarded.bring(rivalAt(client(at)))
		expect(findTangle(docOf(...guarded.rows).store)).toMatchObject({ steps: 1_953, rivals: 64 })
		expect(guarded.refused).toBe(7)
	})

	test('words that each of a crowd has to pass count for each of them', () => {
		const guarded = new Guarded(ground)
		for (let at = 0; at < 30; at++) guarded.bring(rivalAt(1_000 + at))
		const behindTheFirst = (at: number) =>
			bytes(1, 1, 5_000 + at, 0, [raw(196), at === 0 ? [1_000, 0] : [4_999 + at, 0], [1_001, 0], 'x'], 0)
		let taken = 0
		while (guarded.bring(behindTheFirst(taken))) taken++
		expect(taken).toBe(53)
		expect(guarded.bring(bytes(1, 1, 9, 0, [raw(132), [1, 1], 'elsewhere'], 0))).toBe(true)
	})

	test('what does not fit into a turn is left for the next, and all of it is taken', () => {
		const guarded = new Guarded(ground)
		expect(guarded.bring(...Array.from({ length: 60 }, (_, at) => rivalAt(10 + at)))).toBe(true)
		expect(guarded.rows.length).toBeGreaterThan(5)
		expect(docOf(...guarded.rows).getText('good-life').length).toBe(62)
	})

	test('five hundred people who wrote in the same empty paragraph, all at once or out of one tab, are taken as they are', () => {
		const base = new Y.Doc()
		base.clientID = 1
		const paragraph = new Y.XmlElement('paragraph')
		base.getXmlFragment('good-life').insert(0, [paragraph])
		paragraph.insert(0, [new Y.XmlText()])
		const start = Y.encodeStateAsUpdate(base)
		const random = noise(seed)
		const storm = Array.from({ length: 500 }, () => {
			const away = docOf(start)
			away.clientID = 2 + random(2 ** 31)
			const before = Y.encodeStateVector(away)
			const text = (away.getXmlFragment('good-life').get(0) as Y.XmlElement).get(0) as Y.XmlText
			for (const letter of 'What matters to me') text.insert(text.length, letter)
			text.delete(3, 2)
			const next = new Y.XmlElement('paragraph')
			away.getXmlFragment('good-life').insert(1, [next])
			next.insert(0, [new Y.XmlText('is this')])
			return Y.encodeStateAsUpdate(away, before)
		})
		const walks = storm.map((update) => stepsOf(base, [update]))
		const { tangle, whole } = {
			tangle: findTangle(base.store),
			whole: stepsOf(docOf(start), [Y.encodeStateAsUpdate(base, Y.encodeStateVector(docOf(start)))]),
		}
		for (const steps of [...walks, whole]) expect(steps).toBeLessThan(defaultLimits.walkSteps / 10)
		expect(tangle.steps).toBeLessThan(defaultLimits.tangleSteps / 10)
	})
})

describe('cuts in what stands', { timeout: 30_000 }, () => {
	const cut = (count: number) => bytes(0, 1, 1, count, ...Array.from({ length: count }, (_, at) => [4 * at + 1, 1]))
	const standing = (letters: number) => docOf(bytes(1, 1, 1, 0, [raw(4), [1, 'good-life'], 'x'.repeat(letters)], 0))
	const moves = (doc: Y.Doc, update: Uint8Array) =>
		movesOfDeleting(doc.store, update, readShape(update, limits) as Shape)

	test('each end of a deletion inside words counts with what it moves; what is deleted already is not cut', () => {
		const doc = standing(40)
		expect(moves(doc, cut(10))).toBe(20 * (1 + 20))
		Y.applyUpdate(doc, cut(10))
		expect(moves(doc, cut(10))).toBe(0)
	})

	test('thousands in a long text are refused before anything is applied, and so are deletions out of order', () => {
		const guarded = new Guarded(Y.encodeStateAsUpdate(standing(20_000)))
		expect(guarded.bring(cut(300))).toBe(true)
		expect(guarded.bring(cut(2_000))).toBe(false)
		expect(readShape(bytes(0, 1, 1, 2, 5, 1, 0, 3), limits)).toEqual({ refused: 'malformed' })
		expect(readShape(bytes(0, 1, 1, 2, 0, 9, 0, 9), limits)).toEqual({ refused: 'malformed' })
	})

	test('thousands of pairs that would be joined, each moving down all behind it, are refused', () => {
		const pairs = (count: number) => {
			const structs = Array.from({ length: count * 3 }, (_, at) => {
				const isGone = at % 3 === 2
				const place = at === 0 ? [1, 'good-life'] : [7, at - 1]
				return [raw((at === 0 ? 0 : 128) | (isGone ? 1 : 4)), place, isGone ? 1 : 'x']
			})
			return bytes(1, structs.length, 7, 0, structs, 0)
		}
		expect(new Guarded().bring(pairs(100))).toBe(true)
		expect(new Guarded().bring(pairs(2_000))).toBe(false)
	})
})

test('ids by the thousand are refused when what they stand on is not here, and taken when it is', () => {
	const letter = [raw(132), [1, 1], 'x']
	const crowd = bytes(3_000, ...Array.from({ length: 3_000 }, (_, at) => [1, 10_000 - at, 0, letter]), 0)
	const edit = { update: crowd, shape: readShape(crowd, limits) as Shape }
	expect(hasCrowdWaiting(new Y.Doc().store, edit, 2_000)).toBe(true)
	expect(hasCrowdWaiting(new Y.Doc().store, edit, 3_000)).toBe(false)
	expect(hasCrowdWaiting(docOf(ground).store, edit, 2_000)).toBe(false)
})
