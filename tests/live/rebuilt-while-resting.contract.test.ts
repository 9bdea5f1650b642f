import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { closeCodes } from '../../app/domain/documents/live-messages.ts'
import { LiveDocument } from '../../app/features/documents/live/live-document.ts'
import { encodeUpdate } from '../../collab-server/protocol.ts'
import { scratchDatabase } from '../contracts/scratch.ts'
import { bytes, raw } from '../hostile/corpus.ts'
import { givenDocument, givenHarbour, type Harbour, readState, until } from './harbour.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let harbour: Harbour

beforeAll(async () => {
	scratch = await scratchDatabase()
	harbour = await givenHarbour(scratch.db)
	const cookie = harbour.cookies.citizen
	class Socket extends WebSocket {
		constructor(address: string) {
			super(address, { headers: { cookie } })
		}
	}
	vi.stubGlobal('WebSocket', Socket)
	vi.stubGlobal('window', { location: { protocol: 'http:', host: new URL(harbour.url).host } })
})
afterAll(async () => {
	vi.unstubAllGlobals()
	await harbour.close()
	await scratch.remove()
})

/** Undoing backwards in a long document has it opened again each time: after a few, this member must rest, in all documents. */
async function tireTheCitizen() {
	const { id } = await givenDocument(scratch.db, harbour)
	const filling = new Y.Doc()
	filling.transact(() => {
		for (let letter = 0; letter < 20_000; letter++) filling.getText('evidence').insert(0, 'x')
	})
	await harbour.live.merge(id, bytes(1, 1, 1, 0, [raw(4), [1, 'good-life'], 'ab'], 0), harbour.facilitator.memberId)
	await harbour.live.merge(id, Y.encodeStateAsUpdate(filling), harbour.facilitator.memberId)
	const reader = await harbour.connect('provider', { document: id }).synced()
	const socket = new WebSocket(`${harbour.url}/${id}`, { headers: { cookie: harbour.cookies.citizen } })
	await new Promise((resolve) => socket.once('open', resolve))
	for (let at = 0; at < 30; at++) socket.send(encodeUpdate(bytes(1, 1, 500, at, [raw(196), 1, 1, 1, 0, 'y'], 0)))
	const taken = () => reader.text.toString().split('y').length - 1
	await until(() => taken() > 0, 'the first is straightened')
	return { socket, taken }
}

test('a document is rebuilt while what somebody typed waits for their rest to end: it is stored, or their editor has it for them', async () => {
	const { memberId, name, voice } = harbour.citizen
	const { id: documentId } = harbour.document
	const opening = { documentId, generation: 1, memberId, name, voice, mayKeep: false, mayWrite: true }
	const editor = new LiveDocument(opening)
	await until(() => editor.now().arrived)
	const { socket, taken } = await tireTheCitizen()
	let before = -1
	// Until a while passes in which nothing of theirs is taken up.
	await until(
		async () => {
			const isResting = taken() === before
			before = taken()
			await new Promise((resolve) => setTimeout(resolve, 500))
			return isResting
		},
		'the citizen rests',
		20_000,
	)
	editor.doc.getText('good-life').insert(0, 'Said while resting.')
	await harbour.live.rebuild(documentId)
	await until(() => editor.now().closed === closeCodes.rebuilt, 'the line is ended')
	const rebuilt = new Y.Doc()
	Y.applyUpdate(rebuilt, await readState(harbour.live, documentId))
	// On a machine so quick that nobody had to rest, it is in the document; never in neither, never in both.
	const places = [rebuilt.getText('good-life').toString(), editor.onlyHere]
	expect(places.filter((words) => words !== '')).toEqual(['Said while resting.'])
	expect(editor.now().stranded).toBe(editor.onlyHere)
	// Nothing of the old history is merged: the tab goes on in the new one, and shows these words to be copied.
	const again = new LiveDocument({ ...opening, generation: 2_000_000_000 }, editor.onlyHere)
	expect(again.now().leftOver).toBe(editor.onlyHere)
	for (const live of [editor, again]) live.destroy()
	socket.terminate()
}, 60_000)
