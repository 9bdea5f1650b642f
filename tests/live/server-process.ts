import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Compiled, compiled } from './compiled.ts'
import type { Held, Launched } from './serve.ts'

/** A live server with its default limits, on SQLite, in a process of its own: it can be killed, and weighed. */
export class ServerProcess {
	documentIds: string[] = []
	cookies: Record<string, string> = {}
	#port = 0
	#child!: ChildProcess
	readonly #program: Compiled
	readonly #dataDir: string

	private constructor(program: Compiled, dataDir: string) {
		this.#program = program
		this.#dataDir = dataDir
	}

	static async start(documents: number, words = ''): Promise<ServerProcess> {
		const program = await compiled(new URL('./serve.ts', import.meta.url).pathname)
		const server = new ServerProcess(program, await mkdtemp(join(tmpdir(), 'alongside-process-')))
		const { documentIds, cookies } = await server.#launch(documents, words)
		Object.assign(server, { documentIds, cookies })
		return server
	}

	get url() {
		return `ws://127.0.0.1:${this.#port}/live`
	}

	async kill() {
		const dead = once(this.#child, 'exit')
		this.#child.kill('SIGKILL')
		await dead
	}

	/** On the same port and data folder, after a kill. */
	async again() {
		await this.#launch(0)
	}

	async held(): Promise<Held> {
		const answer = once(this.#child, 'message')
		this.#child.send('held')
		const [held] = await answer
		return held as Held
	}

	async remove() {
		await this.kill()
		await rm(this.#dataDir, { recursive: true, force: true })
		await this.#program.remove()
	}

	async #launch(documents: number, words = ''): Promise<Launched> {
		const { DATABASE_URL: _own, ...env } = process.env
		const launch = { dataDir: this.#dataDir, documents, words, port: this.#port }
		this.#child = fork(this.#program.file, [JSON.stringify(launch)], { env, execArgv: ['--expose-gc'] })
		const [launched] = (await once(this.#child, 'message')) as [Launched]
		this.#port = launched.port
		return launched
	}
}
