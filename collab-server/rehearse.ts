import type { Server } from 'node:http'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { place } from '../app/domain/access/membership.ts'
import type { Connection as Queries } from '../db/database.ts'
import { findDocumentById } from '../db/queries/documents.ts'
import { listEndedClients, loadLiveDocument, mapOwners } from '../db/queries/live-documents.ts'
import { findMembership } from '../db/queries/members.ts'
import { findSession } from '../db/queries/sessions.ts'
import type { Limits } from './limits.ts'
import { Metrics } from './metrics.ts'
import { build } from './opening.ts'
import { Pace } from './pace.ts'
import { encodeStep2 } from './protocol.ts'
import { Room } from './room.ts'

const nobody = '-'
const knockMs = 1_000

/**
 * What lets the first person in and opens a document for them, once for nobody before anybody comes: statements are prepared
 * and code is compiled by then. Reads only, and a room that nothing else knows of.
 */
export async function rehearse(db: Queries, limits: Limits) {
	await findSession(db, nobody, new Date())
	await findDocumentById(db, nobody)
	await findMembership(db, place(nobody), nobody)
	await loadLiveDocument(db, nobody, 1)
	await mapOwners(db, nobody, 1)
	await listEndedClients(db, nobody)

	const { doc } = build(words('A bench'), [], limits)
	const opened = {
		doc,
		generation: 1,
		lastSeq: 0,
		owners: new Map(),
		ended: new Set<number>(),
		logRows: 0,
		logBytes: 0,
		bytes: 0,
		whole: null,
		quarantined: 0,
		setAside: 0,
	}
	const room = new Room(nobody, opened, { limits, metrics: new Metrics(), pace: new Pace() })
	room.merge({ update: words(' at every stop'), memberId: nobody, stored: () => undefined, refused: () => undefined })
	const taken = room.take(new Date())
	if ('edits' in taken) room.settle(taken, [])
	encodeStep2(room.document.encode(Y.encodeStateVector(new Y.Doc())))
	room.document.close()
}

/** A line from ourselves, in nobody’s name, which is turned away: the way in, as far as the door. */
export function knock(server: Server): Promise<void> {
	const address = server.address()
	if (address === null || typeof address === 'string') return Promise.resolve()
	const host = { '0.0.0.0': '127.0.0.1', '::': '::1' }[address.address] ?? address.address
	const url = `ws://${host.includes(':') ? `[${host}]` : host}:${address.port}/live/${nobody}`
	return new Promise((resolve) => {
		const line = new WebSocket(url, { handshakeTimeout: knockMs })
		line.on('error', () => undefined)
		line.on('close', () => resolve())
	})
}

function words(written: string): Uint8Array {
	const doc = new Y.Doc()
	doc.getText('good-life').insert(0, written)
	return Y.encodeStateAsUpdate(doc)
}
