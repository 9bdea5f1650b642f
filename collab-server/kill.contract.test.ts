import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { found } from '../tests/found.ts'
import { Tab, until } from '../tests/live/harbour.ts'
import { ServerProcess } from '../tests/live/server-process.ts'

const kills = Number(process.env.LIVE_KILLS ?? 20)
const rooms = 3
/** In each room five times as often as the fault list asks for, so that a kill at any moment has something to lose. */
const typingMs = 40
const longestMs = 600

// The process is what is killed, so one database shows it; a data folder can be handed to a child without a cluster.
describe.skipIf(process.env.DATABASE_URL)('killed while people type', () => {
	let server: ServerProcess
	beforeAll(async () => {
		server = await ServerProcess.start(rooms)
	}, 30_000)
	afterAll(() => server.remove())

	const open = (documentId: string, person: string) =>
		new Tab(server.url, documentId, { cookie: server.cookies[person]!, ack: true })

	test(`${kills} times, in ${rooms} rooms: nothing that somebody else saw, or that was said to be saved, is missing`, {
		timeout: 30_000 + kills * 10_000,
	}, async (context) => {
		const total = { letters: 0, deletions: 0, lost: 0 }
		const deletedBefore = server.documentIds.map(() => 0)
		for (let round = 0; round < kills; round++) {
			const pairs = server.documentIds.map((id) => [open(id, 'citizen'), open(id, 'commissioner')] as const)
			const tabs = pairs.flat()
			await Promise.all(tabs.map((tab) => tab.synced()))
			const typing = setInterval(() => {
				for (const [one, other] of pairs) {
					one.type('word ')
					other.type('more ')
					if (one.text.length > 20) one.text.delete(0, 3)
				}
			}, typingMs)
			await until(() => tabs.every((tab) => tab.saved.length > 0))
			await new Promise((resolve) => setTimeout(resolve, longestMs * Math.random()))
			await server.kill()
			clearInterval(typing)
			// What was already on its way still arrives, and counts.
			await until(() => tabs.every(({ closes }) => closes.length > 0))
			for (const tab of tabs) tab.close()
			await server.again()
			for (const [room, pair] of pairs.entries()) {
				const fresh = await open(server.documentIds[room]!, 'facilitator').synced()
				const stored = Y.decodeStateVector(Y.encodeStateVector(fresh.doc))
				for (const [client, clock] of clocksSeen(pair)) {
					total.lost += Math.max(0, clock - (stored.get(client) ?? 0))
					if (pair.some(({ doc }) => doc.clientID === client)) total.letters += clock
				}
				const gone = Y.createDeleteSetFromStructStore(fresh.doc.store)
				// Only the first deletes, so what the other knows to be deleted was relayed.
				const deleted = deletedIn(pair[1].doc)
				total.deletions += deleted.length - deletedBefore[room]!
				deletedBefore[room] = deletedIn(fresh.doc).length
				total.lost += deleted.filter((id) => !Y.isDeleted(gone, id)).length
				fresh.close()
			}
		}
		found(context, `${total.lost} of ${total.letters} letters and ${total.deletions} deletions lost`)
		expect(total.lost).toBe(0)
		expect(total.letters).toBeGreaterThan(kills * 100)
		expect(total.deletions).toBeGreaterThan(kills * 10)
	})
})

/** What either had from others, or was told is saved. */
function clocksSeen(pair: readonly Tab[]): Map<number, number> {
	const seen = new Map<number, number>()
	for (const { doc, saved } of pair) {
		const replica = Y.decodeStateVector(Y.encodeStateVector(doc))
		replica.delete(doc.clientID)
		for (const [client, clock] of [...replica, ...saved.flatMap(({ clocks }) => clocks)])
			seen.set(client, Math.max(clock, seen.get(client) ?? 0))
	}
	return seen
}

function deletedIn({ store }: Y.Doc): Y.ID[] {
	return [...Y.createDeleteSetFromStructStore(store).clients].flatMap(([client, runs]) =>
		runs.flatMap(({ clock, len }) => Array.from({ length: len }, (_, at) => Y.createID(client, clock + at))),
	)
}
