import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { noise } from '../tests/hostile/corpus.ts'
import { forge } from '../tests/hostile/forger.ts'
import { Editor } from '../tests/live/editor.ts'
import { seed as first } from '../tests/seed.ts'
import { hasMisplaced } from './misplaced.ts'
import { settledIn } from './settled.ts'
import { findTangle } from './tangle.ts'
import { Tangles } from './tangles.ts'
import { applyWithoutWaiting } from './waiting.ts'
import { counted, Walk } from './walk.ts'

/** LIVE_SEED says which is the first. */
const rooms = Number(process.env.LIVE_ROOMS ?? 20)
const boundless = { walkSteps: Number.POSITIVE_INFINITY, arrayMoves: Number.POSITIVE_INFINITY }

function isSound(doc: Y.Doc, updates: readonly Uint8Array[]): boolean {
	const copy = new Y.Doc()
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
	try {
		return copy.transact((transaction) => {
			for (const update of updates) applyWithoutWaiting(copy, update)
			return !hasMisplaced(copy, settledIn(transaction))
		})
	} catch {
		return false
	}
}

/** A document, and what is remembered of it. */
class Measured {
	readonly doc = new Y.Doc()
	readonly tangles = new Tangles(this.doc.store)

	/** As the server does, it takes nothing that no editor can have written. */
	bring(...updates: Uint8Array[]) {
		if (!isSound(this.doc, updates)) return
		const walk = new Walk(boundless)
		this.doc.transact((transaction) => {
			counted(walk, () => {
				for (const update of updates) applyWithoutWaiting(this.doc, update)
			})
			this.tangles.add(walk, transaction)
		})
	}

	get fromScratch() {
		return findTangle(this.doc.store).steps
	}
}

test(`${rooms} generated rooms: what is remembered is never less than the measure from scratch, and measured again it is the same`, {
	timeout: 30_000 + rooms * 200,
}, () => {
	let most = 0
	for (let seed = first; seed < first + rooms; seed++) {
		const random = noise(seed)
		const measured = new Measured()
		const guests = [random(1_000), 1_000 + random(1_000), 2_000 + random(1_000)].map((clientID) => {
			const doc = Object.assign(new Y.Doc(), { clientID })
			const up: Uint8Array[] = []
			doc.on('update', (update: Uint8Array, by: unknown) => by !== 'heard' && up.push(update))
			return { doc, up, editor: new Editor(doc, random) }
		})
		for (let step = 0; step < 80; step++) {
			const { doc, up, editor } = guests[random(3)]!
			const what = random(12)
			if (what < 8) editor.write()
			else if (what < 9) editor.undo()
			else if (what < 10) measured.bring(forge(measured.doc, random))
			else Y.applyUpdate(doc, Y.encodeStateAsUpdate(measured.doc), 'heard')
			if (random(4) === 0) measured.bring(...up.splice(0, 1 + random(6)))
			const { fromScratch, tangles } = measured
			most = Math.max(most, fromScratch)
			expect(tangles.steps, `LIVE_SEED=${seed}`).toBeGreaterThanOrEqual(fromScratch)
			if (random(10) > 0) continue
			tangles.measure()
			expect(tangles.steps, `LIVE_SEED=${seed}`).toBe(fromScratch)
			expect(new Tangles(measured.doc.store).steps).toBe(fromScratch)
		}
	}
	expect(most).toBeGreaterThan(20)
})
