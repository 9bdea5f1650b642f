import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Compiled, compiled } from '../../tests/live/compiled.ts'
import type { Kind, Launch, Launched, Usage } from './kinds.ts'
import type { Line } from './replica.ts'

const startMs = 60_000
const makeMs = 10
const answerMs = 20_000

/** As they are shipped: no server reads TypeScript. One for all, each of which loads its own part alone. */
let program: Promise<Compiled> | null = null

export async function removeProgram() {
	await (await program)?.remove()
}

/** What `npm start` tells Node, so that ours is measured as it is run. */
const ownFlags = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
	.scripts.start.split(' ')
	.filter((word: string) => word.startsWith('--'))

/** One server in a process of its own, with a data folder that outlives it until `remove`. */
export class Target {
	rooms: string[] = []
	cookies: string[] = ['']
	/** The last words on its error output. */
	lastWords = ''
	#child!: ChildProcess
	readonly #launch: Launch

	private constructor(launch: Launch) {
		this.#launch = launch
	}

	static async start(kind: Kind, documents: number): Promise<Target> {
		const dataDir = await mkdtemp(join(tmpdir(), 'alongside-bench-'))
		const target = new Target({ kind, documents, dataDir, port: await freePort(), again: false })
		await target.#spawn()
		return target
	}

	get kind() {
		return this.#launch.kind
	}

	get dataDir() {
		return this.#launch.dataDir
	}

	get isAlive() {
		return this.#child.exitCode === null && this.#child.signalCode === null
	}

	line(room: string, { person = 0, ack = false } = {}): Line {
		const origin = `ws://127.0.0.1:${this.#launch.port}`
		const cookie = this.cookies[person % this.cookies.length]!
		if (this.kind === 'hocuspocus-sqlite') return { address: origin, room, cookie, wire: 'named' }
		if (this.kind === 'ours')
			return { address: `${origin}/live/${room}${ack ? '?ack=1' : ''}`, room, cookie, wire: 'plain' }
		return { address: `${origin}/${room}`, room, cookie, wire: 'plain' }
	}

	usage(): Promise<Usage> {
		return this.#ask<Usage>('usage')
	}

	/** After what is garbage has been collected: what it holds, not what it happened to leave lying about. */
	held(): Promise<Usage> {
		return this.#ask<Usage>('held')
	}

	/** A few words into every document, without anybody's line. Ours only. */
	fill(): Promise<unknown> {
		return this.#ask('fill', 600_000)
	}

	/** All that is in its data folder. */
	bytesOnDisk(): number {
		const files = readdirSync(this.dataDir, { recursive: true }) as string[]
		return files.reduce((sum, file) => sum + sizeOf(join(this.dataDir, file)), 0)
	}

	/** In order, as an operator would. */
	async stop() {
		if (!this.isAlive) return
		const exit = once(this.#child, 'exit')
		this.#child.send('stop')
		const tooLate = setTimeout(() => this.#child.kill('SIGKILL'), answerMs)
		await exit
		clearTimeout(tooLate)
	}

	async kill() {
		if (!this.isAlive) return
		const exit = once(this.#child, 'exit')
		this.#child.kill('SIGKILL')
		await exit
	}

	/** The same port and data folder, after a stop or a kill. */
	async again() {
		this.#launch.again = true
		await this.#spawn()
	}

	async remove() {
		await this.stop()
		await rm(this.dataDir, { recursive: true, force: true })
	}

	async #spawn() {
		const { DATABASE_URL: _own, ...env } = process.env
		program ??= compiled(new URL('./target.ts', import.meta.url).pathname)
		const child = fork((await program).file, [JSON.stringify(this.#launch)], {
			execArgv: ['--expose-gc', ...(this.kind === 'ours' ? ownFlags : [])],
			env: { ...env, LIVE_LOG: 'silent' },
			stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
		})
		this.#child = child
		child.setMaxListeners(0)
		child.stderr!.on('data', (words: Buffer) => {
			this.lastWords = (this.lastWords + words.toString()).slice(-2_000)
		})
		const answer = await heard(child, startMs + makeMs * this.#launch.documents)
		if (!answer) throw new Error(`${this.kind} did not start: ${this.lastWords}`)
		const { rooms, cookies } = answer as Launched
		if (this.#launch.again) return
		this.rooms = rooms
		this.cookies = cookies
	}

	async #ask<Answer>(question: string, withinMs = answerMs): Promise<Answer> {
		const answer = heard(this.#child, withinMs)
		if (this.isAlive) this.#child.send(question)
		return ((await answer) ?? { cpu: Number.NaN, rss: Number.NaN, peakRss: Number.NaN, rooms: Number.NaN }) as Answer
	}
}

/** Null when the process ends first, or does not answer in time. */
function heard(child: ChildProcess, withinMs: number): Promise<unknown> {
	return new Promise((resolve) => {
		const settle = (answer: unknown) => {
			clearTimeout(tooLate)
			child.off('message', settle)
			child.off('exit', gone)
			resolve(answer)
		}
		const gone = () => settle(null)
		const tooLate = setTimeout(gone, withinMs)
		child.on('message', settle)
		child.on('exit', gone)
		if (child.exitCode !== null || child.signalCode !== null) gone()
	})
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1')
	await once(server, 'listening')
	const { port } = server.address() as AddressInfo
	await new Promise((resolve) => server.close(resolve))
	return port
}

function sizeOf(file: string): number {
	const stat = statSync(file, { throwIfNoEntry: false })
	return stat?.isFile() ? stat.size : 0
}
