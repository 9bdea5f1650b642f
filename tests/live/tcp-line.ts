import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

interface Habits {
	/** As many proxies do: ends a connection that nothing has come down for so long. */
	idleMs?: number
}

/** What stands between two machines: it can be cut and mended, go dead without a word, and end what is idle. */
export async function givenTcpLine(to: Pick<URL, 'hostname' | 'port'>, { idleMs }: Habits = {}) {
	const open = new Set<Socket>()
	const front = createServer((socket) => {
		const back = connect(Number(to.port), to.hostname)
		for (const one of [socket, back]) {
			open.add(one)
			one.on('error', () => undefined)
			one.on('close', () => [socket, back].forEach((end) => void end.destroy()))
		}
		if (idleMs) back.setTimeout(idleMs, () => back.destroy())
		socket.pipe(back).pipe(socket)
	})
	const listen = (port: number) => new Promise<void>((resolve) => front.listen(port, '127.0.0.1', resolve))
	await listen(0)
	const { port } = front.address() as AddressInfo
	return {
		/** The same address by way of this line. */
		through: (url: string) => Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).href,
		cut() {
			front.close()
			for (const socket of open) socket.destroy()
			open.clear()
		},
		/** Both ends still hold it, and nothing goes through in either direction. */
		goDead() {
			for (const socket of open) {
				socket.unpipe()
				socket.pause()
			}
		},
		mend: () => listen(port),
	}
}
