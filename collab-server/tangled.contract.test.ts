import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { endSession } from '../db/queries/sessions.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { givenMember } from '../tests/factories.ts'
import { bytes, raw } from '../tests/hostile/corpus.ts'
import { crowdAtOnePlace, rivalAt } from '../tests/hostile/crowd.ts'
import {
	givenDocument,
	givenHarbour,
	givenSession,
	type Harbour,
	readState,
	type Tab,
	until,
} from '../tests/live/harbour.ts'
import { encodeUpdate } from './protocol.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let harbour: Harbour
let elsewhere: Tab

beforeAll(async () => {
	scratch = await scratchDatabase()
	// A tenth of the budgets and less, so that small crowds reach them.
	harbour = await givenHarbour(scratch.db, { walkSteps: 30_000, turnSteps: 3_000, tangleSteps: 200_000 })
	elsewhere = await harbour.connect('commissioner', { ack: true }).synced()
})
afterAll(async () => {
	await harbour.close()
	await scratch.remove()
})

/** A participant with a real session, who writes with tools of their own. */
async function attacker(
	documentId: string,
	cookie = harbour.cookies.citizen,
): Promise<WebSocket & { ended: Promise<number> }> {
	const socket = new WebSocket(`${harbour.url}/${documentId}`, { headers: { cookie } })
	const ended = new Promise<number>((resolve) => socket.on('close', resolve))
	socket.on('error', () => undefined)
	await new Promise((resolve) => socket.once('open', resolve))
	return Object.assign(socket, { ended })
}

async function elsewhereIsWell() {
	elsewhere.type('.')
	await elsewhere.stored()
	expect(elsewhere.closes).toEqual([])
}

/** A document of its own with “ab” from client 1, and three people in it. */
async function givenPlace() {
	const { id: documentId } = await givenDocument(scratch.db, harbour)
	const ground = bytes(1, 1, 1, 0, [raw(4), [1, 'good-life'], 'ab'], 0)
	await harbour.live.merge(documentId, ground, harbour.facilitator.memberId)
	const [writer, reader] = await Promise.all([
		harbour.connect('commissioner', { document: documentId, ack: true }).synced(),
		harbour.connect('provider', { document: documentId, ack: true }).synced(),
	])
	return { documentId, writer, reader }
}

describe('words that Yjs would have to search the place of for seconds', () => {
	const tangled = () => harbour.live.metrics.refusals.get('tangled') ?? 0

	test('under thousands of made-up client ids in one edit: refused, and the others write on', async () => {
		const { documentId, writer, reader } = await givenPlace()
		const before = tangled()
		for (const crowd of [crowdAtOnePlace(1_000, 1_000), crowdAtOnePlace(10_000, 1_000)]) {
			const socket = await attacker(documentId)
			socket.send(encodeUpdate(crowd))
			expect(await socket.ended).toBe(4400)
		}
		expect(tangled()).toBe(before + 2)
		writer.type(' goes on')
		await until(() => reader.text.toString() === 'ab goes on', 'the other reads it')
		expect([...writer.closes, ...reader.closes]).toEqual([])
		await elsewhereIsWell()
	})

	test('some in each of many edits: those are taken that a document may hold, and it opens again', async () => {
		const { documentId, writer, reader } = await givenPlace()
		const before = tangled()
		const socket = await attacker(documentId)
		let client = 1_000
		const crowd = () => encodeUpdate(Y.mergeUpdates(Array.from({ length: 50 }, () => rivalAt(client++))))
		for (let sent = 0; sent < 20; sent++) socket.send(crowd())
		expect(await socket.ended).toBe(4400)
		expect(tangled()).toBeGreaterThan(before)
		expect(writer.text.toString()).toContain('x'.repeat(500))
		writer.type(' goes on')
		await until(() => reader.text.toString().endsWith('b goes on'), 'the other reads it')
		expect([...writer.closes, ...reader.closes]).toEqual([])
		await elsewhereIsWell()
	})

	test('in a form: refused in words', async () => {
		const { documentId } = await givenPlace()
		expect(await harbour.live.merge(documentId, crowdAtOnePlace(1_000, 1_000), harbour.citizen.memberId)).toEqual({
			refused: 'tangled',
		})
	})
})

/** Somebody in a long document who undoes backwards six times, each of which is dear, so that they must rest after the first. */
async function tired(cookie = harbour.cookies.citizen) {
	const { documentId, writer } = await givenPlace()
	const filling = new Y.Doc()
	// Letters one before the other stay apart in Yjs, so that the document is dear to open again.
	filling.transact(() => {
		for (let letter = 0; letter < 20_000; letter++) filling.getText('evidence').insert(0, 'x')
	})
	await harbour.live.merge(documentId, Y.encodeStateAsUpdate(filling), harbour.facilitator.memberId)
	const socket = await attacker(documentId, cookie)
	const backwards = (at: number) => bytes(1, 1, 500, at, [raw(196), 1, 1, 1, 0, 'y'], 0)
	const taken = () => writer.text.toString().split('y').length - 1
	for (let at = 0; at < 6; at++) socket.send(encodeUpdate(backwards(at)))
	await until(() => taken() > 0, 'the first is straightened')
	return { documentId, socket, taken }
}

test('whoever undoes backwards again and again in a long document waits, and others elsewhere write on', async () => {
	const { socket, taken } = await tired()
	for (let times = 0; times < 5; times++) {
		elsewhere.type('.')
		await elsewhere.stored()
	}
	expect(taken()).toBeLessThan(6)
	await until(() => taken() === 6, 'all are straightened', 60_000)
	socket.terminate()
}, 90_000)

test('whoever leaves while they must rest, and then loses the right: what was still to be taken up is not taken', async () => {
	const member = await givenMember(scratch.db, harbour.place, { name: 'Gwen', voice: harbour.voices.citizen })
	const { id, cookie } = await givenSession(scratch.db, member)
	const { documentId, socket } = await tired(cookie)
	const here = harbour.live.connectionCount
	socket.terminate()
	await until(() => harbour.live.connectionCount === here - 1, 'Gwen has left')
	const signedOut = () => harbour.live.metrics.refusals.get('signedOut') ?? 0
	const before = signedOut()
	await scratch.db.write((tx) => endSession(tx, member.personId, id, new Date()))
	await harbour.live.recheck()
	expect(signedOut()).toBe(before + 1)
	// What was in already may still be on its way to the writer who counts.
	const stored = async () => (await readWords(documentId)).split('y').length - 1
	const stood = await stored()
	expect(stood).toBeLessThan(6)
	// When her new line is heard, the rest is over.
	const again = await givenSession(scratch.db, member)
	const back = harbour.connect('citizen', { document: documentId, cookie: again.cookie, ack: true })
	await until(() => back.provider.synced, 'Gwen is heard again', 60_000)
	expect(await stored()).toBe(stood)
}, 90_000)

async function readWords(documentId: string): Promise<string> {
	const doc = new Y.Doc()
	Y.applyUpdate(doc, await readState(harbour.live, documentId))
	return doc.getText('good-life').toString()
}
