import { existsSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Document } from '../app/domain/documents/document.ts'
import { saveDocument } from '../db/queries/documents.ts'
import { loadLiveDocument } from '../db/queries/live-documents.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { type GivenPartnership, givenPartnership } from '../tests/factories.ts'
import { givenDocument, quiet, until } from '../tests/live/harbour.ts'
import { type Mood, Person, Process, wait } from '../tests/live/lines.ts'
import { seed } from '../tests/seed.ts'
import { defaultLimits } from './limits.ts'
import { build } from './opening.ts'

/**
 * So many lives of a document, many at a time, since they share a disk: the same ones each time, others with LIVE_SEED.
 * Failures name their steps and the seed of the draw.
 */
const lives = Number(process.env.LIVE_LIVES ?? 2_000)
const atOnce = 100

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let given: GivenPartnership

beforeAll(async () => {
	// Order is what is tested here, not the disk, which would be most of the time: in memory where the system has such a folder.
	if (existsSync('/dev/shm')) process.env.TMPDIR = '/dev/shm'
	scratch = await scratchDatabase()
	given = await givenPartnership(scratch.db)
})
afterAll(() => scratch.remove())

type Step =
	| { do: 'type' | 'form'; who: number; at: number; words: string }
	| { do: 'delete'; who: number; at: number; length: number }
	| { do: 'come' | 'leave' | 'drop'; who: number }
	| { do: 'wait'; ms: number }
	| { do: 'everybody-leaves' }

const who = fc.nat(2)
const at = fc.nat(40)
const words = fc.stringMatching(/^[a-z]{1,4}$/)
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 8, arbitrary: fc.record({ do: fc.constant('type' as const), who, at, words }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('form' as const), who, at, words }) },
	{
		weight: 3,
		arbitrary: fc.record({ do: fc.constant('delete' as const), who, at, length: fc.integer({ min: 1, max: 5 }) }),
	},
	{ weight: 4, arbitrary: fc.record({ do: fc.constantFrom('come', 'come', 'leave', 'drop'), who }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(0, 0, 1, 5, 20) }) },
	{ weight: 1, arbitrary: fc.constant({ do: 'everybody-leaves' as const }) },
)
/** What happens to the process and its disk while a batch of documents lives. */
const trouble = fc.record({
	slowMs: fc.constantFrom(0, 3, 20),
	fails: fc.constantFrom(0, 0, 0, 1),
	kill: fc.boolean(),
	afterMs: fc.nat(25),
})

interface Life {
	document: Document
	people: Person[]
	steps: Step[]
}

/** One process after another over one database, with everyone's lines hanging in the present one. */
class Town {
	readonly mood: Mood = { slowMs: 0, fails: 0 }
	process: Process
	lives: Life[] = []
	#isDown = false

	constructor() {
		this.process = this.#start()
	}

	async come(life: Life, person: Person) {
		person.wants = true
		if (person.isConnected || this.#isDown) return
		await this.process.admit(person, life.document)
	}

	/** Then what anybody had been shown or promised must be on the disk, before those who hold it come back. */
	async kill() {
		this.#isDown = true
		const owed = this.lives.map(({ people }) => people.map((person) => person.owed))
		await this.process.kill(scratch.db)
		expect(this.process.overlaps).toEqual([])
		for (const [index, { document, steps }] of this.lives.entries()) {
			const stored = Y.decodeStateVector(Y.encodeStateVector(await open(document.id)))
			for (const [client, clock] of owed[index]!.flatMap((one) => [...one]))
				expect(stored.get(client) ?? 0, explain(steps)).toBeGreaterThanOrEqual(clock)
		}
		this.process = this.#start()
		this.#isDown = false
		for (const life of this.lives)
			for (const person of life.people) if (person.wants) void this.process.admit(person, life.document)
	}

	#start() {
		const limits = { idleRoomMs: 3, logRows: 12, gatherMs: 2 }
		return new Process(scratch.db, { limits, mood: this.mood, log: quiet })
	}
}

describe('one room, one load, one flush', () => {
	test(`${lives} lives of arrivals, edits, departures, kills and slow stores: nothing is lost, nothing is twice`, {
		timeout: 60_000 + lives * 60,
	}, async () => {
		const plays = fc.sample(fc.array(step, { minLength: 4, maxLength: 30 }), { seed, numRuns: lives })
		const troubles = fc.sample(fc.array(trouble, { minLength: 2, maxLength: 6 }), {
			seed,
			numRuns: Math.ceil(lives / atOnce),
		})
		for (const [index, mishaps] of troubles.entries()) {
			const town = new Town()
			const batch = plays.slice(index * atOnce, (index + 1) * atOnce)
			town.lives = await givenLives(batch)
			await Promise.all([...town.lives.map((life) => live(town, life)), befall(town, mishaps)])
			Object.assign(town.mood, { slowMs: 0, fails: 0 })
			await Promise.all(town.lives.map((life) => settle(town, life)))
			await town.process.close()
			expect(town.process.overlaps).toEqual([])
		}
	})
})

async function givenLives(plays: Step[][]): Promise<Life[]> {
	const model = await givenDocument(scratch.db, given)
	const members = [given.citizen, given.commissioner, given.provider]
	const made = plays.map((steps) => {
		const id = `${model.id.slice(0, 10)}-${(count++).toString(36)}`
		const document = { ...model, id, reference: `PRI-2026-${id}` }
		return { document, people: members.map((member) => new Person(member)), steps }
	})
	await scratch.db.write(async (tx) => {
		for (const { document } of made) await saveDocument(tx, document)
	})
	return made
}
let count = 0

async function live(town: Town, life: Life) {
	for (const one of life.steps) {
		await take(one, town, life)
		await nextTurn()
	}
}

async function take(one: Step, town: Town, life: Life) {
	if (one.do === 'wait') return await wait(one.ms)
	if (one.do === 'everybody-leaves') return life.people.forEach(part)
	const person = life.people[one.who]!
	const { text } = person
	if (one.do === 'type') text.insert(Math.min(one.at, text.length), one.words)
	else if (one.do === 'form') fillIn(town, life, one)
	else if (one.do === 'delete') {
		const start = Math.min(one.at, text.length)
		text.delete(start, Math.min(one.length, text.length - start))
	} else if (one.do === 'come') void town.come(life, person)
	else if (one.do === 'leave') part(person)
	else {
		person.wants = false
		person.drop()
	}
}

function part(person: Person) {
	person.wants = false
	person.leave()
}

/** From a page without a script: words of a replica of its own. A form that a kill has swallowed is not promised anything. */
function fillIn(town: Town, { document, people }: Life, one: { who: number; at: number; words: string }) {
	const person = people[one.who]!
	const form = new Y.Doc()
	Y.applyUpdate(form, Y.encodeStateAsUpdate(person.doc))
	const before = Y.encodeStateVector(form)
	form.getText('good-life').insert(0, one.words)
	const promise = new Map([[form.clientID, one.words.length]])
	void town.process
		.merge(document.id, Y.encodeStateAsUpdate(form, before), person.membership.memberId)
		.then(() => promise.forEach((clock, client) => void person.promised.set(client, clock)))
		.catch(() => undefined)
}

async function befall(town: Town, mishaps: { slowMs: number; fails: number; kill: boolean; afterMs: number }[]) {
	for (const { slowMs, fails, kill, afterMs } of mishaps) {
		Object.assign(town.mood, { slowMs, fails })
		await wait(afterMs)
		if (kill) await town.kill()
	}
}

/** Everyone comes back: all replicas, the disk, and what Yjs alone would make of it all are the same, and all is saved. */
async function settle(town: Town, { document, people, steps }: Life) {
	const life = { document, people, steps }
	await until(
		() => {
			for (const person of people) if (!person.isConnected) void town.come(life, person)
			return people.every(({ isSaved }) => isSaved)
		},
		`everybody is told that all is saved\n${explain(steps)}`,
	)
	// A form may still be on its way in, so what is the same may still grow.
	await until(
		async () => {
			const union = new Y.Doc()
			for (const { doc } of people) Y.applyUpdate(union, Y.encodeStateAsUpdate(doc))
			const all = [union, await open(document.id), ...people.map(({ doc }) => doc)]
			return new Set(all.map((doc) => doc.getText('good-life').toString())).size === 1
		},
		`all replicas and the disk are the same\n${explain(steps)}`,
	)
	const { store } = await open(document.id)
	for (const { owed } of people)
		for (const [client, clock] of owed) expect(Y.getState(store, client)).toBeGreaterThanOrEqual(clock)
}

async function open(documentId: string): Promise<Y.Doc> {
	const { state, updates } = await loadLiveDocument(scratch.db.read, documentId, 1)
	const { doc, corrupt } = build(state, updates, defaultLimits)
	expect(corrupt).toEqual([])
	expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
	return doc
}

function explain(steps: Step[]) {
	return `LIVE_SEED=${seed}: ${JSON.stringify(steps)}`
}
