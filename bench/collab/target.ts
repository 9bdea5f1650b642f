import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type WebSocket, WebSocketServer } from 'ws'
import { openDatabase } from '../../db/database.ts'
import { givenDocument, givenHarbour } from '../../tests/live/harbour.ts'

/** One server under load, in a process of its own: `tsx target.ts ours|relay <documents>`. Speaks over IPC. */
const [kind = 'ours', documents = '1'] = process.argv.slice(2)

const { url, rooms, cookie, stop } = kind === 'ours' ? await ours(Number(documents)) : await relay(Number(documents))
process.send?.({ url, rooms, cookie })
process.on('message', (asked) => {
	if (asked === 'stop') void stop().then(() => process.exit(0))
	else process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage().rss })
})

async function ours(count: number) {
	const dataDir = await mkdtemp(join(tmpdir(), 'alongside-bench-'))
	const db = await openDatabase({ dataDir })
	const harbour = await givenHarbour(db)
	const rooms: string[] = []
	for (let made = 0; made < count; made++) rooms.push((await givenDocument(db, harbour)).id)
	return {
		url: harbour.url,
		rooms,
		cookie: harbour.cookies.citizen,
		async stop() {
			await harbour.close()
			await db.close()
			await rm(dataDir, { recursive: true, force: true })
		},
	}
}

/** The floor: passes frames on to everybody else in the room and knows nothing of Yjs. Answers step 1 with nothing. */
async function relay(count: number) {
	const http = createServer()
	const sockets = new WebSocketServer({ server: http })
	const inRoom = new Map<string, Set<WebSocket>>()
	sockets.on('connection', (socket, request) => {
		const room = inRoom.get(request.url ?? '') ?? new Set()
		inRoom.set(request.url ?? '', room.add(socket))
		socket.on('message', (frame: Buffer) => {
			if (frame[0] === 0 && frame[1] === 0) return socket.send(Uint8Array.of(0, 1, 2, 0, 0))
			for (const other of room) if (other !== socket) other.send(frame)
		})
		socket.on('close', () => room.delete(socket))
	})
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
	return {
		url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/live`,
		rooms: Array.from({ length: count }, (_, at) => `room${at}`),
		cookie: '',
		stop: async () => undefined,
	}
}
