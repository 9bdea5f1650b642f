import { type APIRequestContext, expect, test } from '@playwright/test'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { decodeSaved } from '../app/domain/documents/live-messages.ts'
import { findId, OwnServer } from './own-server.ts'

/**
 * The process is killed outright while people vote and type, and started again. Every ballot whose receipt was promised
 * and every word that was said to be saved is there afterwards.
 */
const server = new OwnServer('survival')
const decisions = '/p/harbourside/decisions'
const documents = '/p/harbourside/documents'
const kills = 3

test.afterAll(() => server.remove())

test('killed while people vote and type, nothing acknowledged is missing', async () => {
	test.setTimeout(240_000)
	await server.start()
	const voters = await Promise.all(
		['Amina', 'Doreen', 'Tomasz', 'Bilal', 'Ngozi', 'Helen', 'Marek'].map((name) => server.comeIn(name)),
	)
	const amina = voters[0]!
	const decision = await findId(amina, decisions, 'Should we put a question to people')
	const document = await findId(amina, documents, 'Count what matters')
	const votedBefore = await turnout(amina, `${decisions}/${decision}`)

	const promised = new Set<APIRequestContext>()
	const acknowledged = new Set<string>()
	const stillToVote = [...voters]
	for (let kill = 0; kill < kills; kill++) {
		const writer = await openWriter(amina, document)
		await writer.synced
		const typing = writer.type(`round${kill}`, acknowledged)
		const casting = stillToVote
			.splice(0, kill === kills - 1 ? voters.length : 2)
			.map((voter) => vote(voter, decision, promised))
		await writer.someAcknowledged
		await Promise.any(casting)
		await server.stop('SIGKILL')
		await Promise.allSettled(casting)
		writer.close()
		await typing
		await server.start()
	}

	const after = await turnout(amina, `${decisions}/${decision}`)
	expect(after - votedBefore).toBeGreaterThanOrEqual(promised.size)
	expect(promised.size).toBeGreaterThan(0)
	const fresh = await openWriter(amina, document)
	await fresh.synced
	const words = fresh.words()
	fresh.close()
	expect(acknowledged.size).toBeGreaterThan(kills)
	expect([...acknowledged].filter((word) => !words.includes(word))).toEqual([])
})

/** Votes as the page's own form does, and remembers it when the server said that it counts. */
async function vote(voter: APIRequestContext, decision: string, promised: Set<APIRequestContext>) {
	const page = await (await voter.get(`${decisions}/${decision}`)).text()
	const id = /name="id"[^>]*value="([0-9a-z]{16})"/.exec(page)?.[1]
	if (!id) throw new Error('the page offers no ballot')
	const cast = await voter.post(`${decisions}/${decision}/ballot`, {
		form: { id, choice: 'for', reason: '' },
		maxRedirects: 0,
	})
	if (cast.status() === 303) promised.add(voter)
}

async function turnout(door: APIRequestContext, path: string): Promise<number> {
	const page = (await (await door.get(path)).text()).replaceAll('<!-- -->', '')
	const voted = /(\d+) of (?:the )?\d+[^<]*voted/.exec(page)?.[1]
	if (!voted) throw new Error('the page does not say how many have voted')
	return Number(voted)
}

async function openWriter(door: APIRequestContext, document: string) {
	const { cookies } = await door.storageState()
	const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
	class Signed extends WebSocket {
		constructor(address: string) {
			super(address, { headers: { cookie, origin: server.origin } })
			this.on('error', () => undefined)
		}
	}
	const doc = new Y.Doc()
	const provider = new WebsocketProvider(`${server.origin.replace('http', 'ws')}/live`, document, doc, {
		WebSocketPolyfill: Signed as unknown as typeof globalThis.WebSocket,
		disableBc: true,
		params: { ack: '1' },
	})
	const section = doc.getXmlFragment('good-life')
	let durable = 0
	let told = () => {}
	const someAcknowledged = new Promise<void>((resolve) => {
		told = () => durable > 20 && resolve()
	})
	provider.messageHandlers[10] = (_encoder, decoder) => {
		const saved = decodeSaved(decoder.arr)
		durable = saved?.clocks.find(([client]) => client === doc.clientID)?.[1] ?? durable
		told()
	}
	let open = true
	return {
		synced: new Promise<void>((resolve) => provider.on('sync', (isSynced: boolean) => isSynced && resolve())),
		someAcknowledged,
		words: () => section.toString(),
		/** One short paragraph after another until closed; those the server has acknowledged are added to the set. */
		async type(tag: string, acknowledged: Set<string>) {
			const typed: { word: string; clock: number }[] = []
			for (let count = 0; open; count++) {
				const paragraph = new Y.XmlElement('paragraph')
				const word = `${tag}word${count}.`
				paragraph.insert(0, [new Y.XmlText(word)])
				section.push([paragraph])
				typed.push({ word, clock: Y.getState(doc.store, doc.clientID) })
				await new Promise((resolve) => setImmediate(resolve))
				if (count > 5_000) break
			}
			for (const { word, clock } of typed) if (clock <= durable) acknowledged.add(word)
		},
		close() {
			open = false
			provider.destroy()
		},
	}
}
