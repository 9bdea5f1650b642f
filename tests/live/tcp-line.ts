import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

interface Habits {
	/** As many proxies do: ends a connection that nothing has come down for so long. */
	idleMs?: number
}

/**
 * What a line does with what is sent while it is silent. Nothing breaks at either end. `kept`: it arrives when the line speaks again.
 * `dropped`: the lines there were stay dead for ever, without a word, as behind a firewall that has forgotten them; new ones do not.
 * `unanswered`: the same, and only what comes back is dropped: what was asked is done, and nobody hears of it.
 */
export type Silence = 'kept' | 'dropped' | 'unanswered'

/** What stands between two machines: it can be cut and mended, go dead without a word, and end what is idle. */
export async function givenTcpLine(to: Pick<URL, 'hostname' | 'port'>, { idleMs }: Habits = {}) {
	const open = new Set<Socket>()
	const pairs = new Set<readonly [Socket, Socket]>()
	let silence: Silence | null = null
	let silentFrom: string | null = null
	const front = createServer((socket) => {
		const back = connect(Number(to.port), to.hostname)
		const pair = [socket, back] as const
		pairs.add(pair)
		for (const one of pair) {
			open.add(one)
			one.on('error', () => undefined)
			one.on('close', () => {
				if (!pairs.delete(pair)) return
				for (const end of pair) end.destroy()
			})
		}
		if (idleMs) back.setTimeout(idleMs, () => back.destroy())
		socket.pipe(back).pipe(socket)
		socket.on('data', (bytes) => {
			if (silentFrom !== null && bytes.includes(silentFrom)) goSilent('unanswered')
		})
		if (silence) hush(pair, silence)
	})
	function goSilent(how: Silence) {
		silence = how
		silentFrom = null
		for (const pair of pairs) hush(pair, how)
	}
	function hush(pair: readonly [Socket, Socket], how: Silence) {
		const [socket, back] = pair
		back.unpipe(socket)
		if (how === 'kept') back.pause()
		else {
			// From here on neither hears when the other goes.
			pairs.delete(pair)
			back.on('data', () => undefined)
		}
		if (how === 'unanswered') return
		socket.unpipe(back)
		if (how === 'kept') socket.pause()
		else socket.on('data', () => undefined)
	}
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
		/** Also for who connects from now on. */
		goSilent,
		/** Unanswered, beginning with the first bytes in which these words are: they go through. */
		goSilentFrom(words: string) {
			silentFrom = words
		},
		get isSilent() {
			return silence !== null
		},
		speakAgain() {
			silence = null
			for (const [socket, back] of pairs) socket.pipe(back).pipe(socket)
		},
		mend: () => listen(port),
	}
}
