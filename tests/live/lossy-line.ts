import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'

export interface LossyLine {
	url: string
	/** Swallows the next frame that a client sends and `which` picks; everything else goes through, in order. */
	loseNext(which: (frame: Buffer) => boolean): void
	readonly lost: number
	close(): void
}

export const isEdit = (frame: Buffer) => frame[0] === 0 && frame[1] === 2

/** A proxy before the live server that loses a frame and keeps the line. */
export async function givenLossyLine(to: string): Promise<LossyLine> {
	const picks: ((frame: Buffer) => boolean)[] = []
	let lost = 0
	const http = createServer()
	const front = new WebSocketServer({ server: http })
	front.on('connection', (client, { url, headers }) => {
		const { origin } = new URL(to)
		const server = new WebSocket(origin + url, { headers: { cookie: headers.cookie ?? '' } })
		const early: [Buffer, boolean][] = []
		client.on('message', (frame: Buffer, binary) => {
			if (picks[0]?.(frame)) {
				picks.shift()
				lost++
			} else if (server.readyState === server.OPEN) server.send(frame, { binary })
			else early.push([frame, binary])
		})
		server.on('open', () => {
			for (const [frame, binary] of early) server.send(frame, { binary })
		})
		server.on('message', (frame: Buffer, binary) => client.send(frame, { binary }))
		for (const [one, other] of [
			[client, server],
			[server, client],
		] as const) {
			one.on('error', () => undefined)
			one.on('close', (code, reason) => {
				if (code >= 4000 || code === 1012 || code === 1013) other.close(code, reason)
				else other.terminate()
			})
		}
	})
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
	return {
		url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/live`,
		loseNext: (which) => picks.push(which),
		get lost() {
			return lost
		},
		close() {
			for (const client of front.clients) client.terminate()
			http.close()
		},
	}
}
