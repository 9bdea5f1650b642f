import { createServer } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Launch } from './kinds.ts'

/** The floor: passes frames on to everybody else in the room and knows nothing of Yjs. Answers step 1 with nothing. */
export async function serveRelay({ port }: Launch) {
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
		socket.on('error', () => undefined)
		socket.on('close', () => room.delete(socket))
	})
	await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
	return { count: () => inRoom.size, stop: async () => undefined }
}
