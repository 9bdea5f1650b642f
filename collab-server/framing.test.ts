import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { framed } from './framing.ts'

test('frames of every length of header arrive whole and in order between those that ws itself sends', async () => {
	const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
	await once(server, 'listening')
	const sizes = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000]
	server.on('connection', (socket, request) => {
		const line = request.socket
		for (const size of sizes) {
			line.cork()
			line.write(framed(Buffer.alloc(size, size % 251)))
			socket.send(Uint8Array.of(1, 2, 3))
			socket.ping()
			line.uncork()
			line.write(Buffer.concat([framed(Uint8Array.of(4)), framed(Uint8Array.of(5, 6))]))
		}
		socket.close(4000)
	})
	const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
	const heard: Buffer[] = []
	let pings = 0
	client.on('message', (message: Buffer, isBinary) => isBinary && heard.push(message))
	client.on('ping', () => pings++)
	expect((await once(client, 'close'))[0]).toBe(4000)
	expect(heard.map(({ length }) => length)).toEqual(sizes.flatMap((size) => [size, 3, 1, 2]))
	const sent = sizes.flatMap((size) => [Buffer.alloc(size, size % 251), Buffer.of(1, 2, 3, 4, 5, 6)])
	expect(Buffer.concat(heard).equals(Buffer.concat(sent))).toBe(true)
	expect(pings).toBe(sizes.length)
	server.close()
})
