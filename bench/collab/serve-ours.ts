import * as Y from 'yjs'
import { defaultLimits } from '../../collab-server/limits.ts'
import { openDatabase } from '../../db/database.ts'
import { givenDocuments, givenHarbour, listen } from '../../tests/live/harbour.ts'
import type { Launch } from './kinds.ts'

const filledAtOnce = 50

/** This server as it is shipped: SQLite that syncs each commit, default limits, rights asked of the database. */
export async function serveOurs({ documents, dataDir, port, again }: Launch) {
	const db = await openDatabase({ dataDir })
	const listening = await listen(db, defaultLimits, port)
	await listening.live.rehearse()
	const stop = async () => {
		await listening.live.close()
		await db.close()
	}
	const count = () => listening.live.roomCount
	if (again) return { count, stop }

	// Its own server is not needed: only the people and the partnership.
	const harbour = await givenHarbour(db)
	await harbour.close()
	const { facilitator, citizen, commissioner, provider } = harbour.cookies
	const rooms = await givenDocuments(db, harbour, documents)
	return {
		rooms,
		cookies: [citizen, commissioner, provider, facilitator],
		count,
		stop,
		async fill() {
			for (let at = 0; at < rooms.length; at += filledAtOnce)
				await Promise.all(rooms.slice(at, at + filledAtOnce).map((room) => fill(room)))
		},
	}

	async function fill(room: string) {
		const doc = new Y.Doc()
		doc.getText('good-life').insert(0, 'A bench at every stop, and a bus that waits. '.repeat(20))
		await listening.live.merge(room, Y.encodeStateAsUpdate(doc), harbour.citizen.memberId)
	}
}
