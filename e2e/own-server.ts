import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { type APIRequestContext, expect, request } from '@playwright/test'

/** A server of a test's own, on its own port and folder, that it may break and start again. */
export class OwnServer {
	readonly origin: string
	readonly #port: number
	readonly #dataDir: string
	#process: ChildProcess | null = null

	constructor(port: number) {
		this.#port = port
		this.origin = `http://localhost:${port}`
		this.#dataDir = `.tmp/own-${port}`
	}

	async startAfresh() {
		rmSync(this.#dataDir, { recursive: true, force: true })
		await this.start()
	}

	/** Resolves when the demo says that it is ready. */
	async start() {
		const child = spawn(process.execPath, ['bin/alongside.mjs', 'demo'], {
			env: { ...process.env, PORT: String(this.#port), DATA_DIR: this.#dataDir, LOG_LEVEL: 'warn' },
			stdio: ['ignore', 'pipe', 'inherit'],
		})
		this.#process = child
		await new Promise<void>((resolve, reject) => {
			child.once('exit', () => reject(new Error('the server did not start')))
			child.stdout.on('data', (chunk: Buffer) => {
				if (String(chunk).includes('Alongside is ready')) resolve()
			})
		})
	}

	async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') {
		const child = this.#process
		if (!child || child.exitCode !== null) return
		const gone = once(child, 'exit')
		child.kill(signal)
		await gone
	}

	/** Somebody's own way in, with their cookie. Null: a visitor who is not signed in. */
	async comeIn(name: string | null): Promise<APIRequestContext> {
		const door = await request.newContext({ baseURL: this.origin, extraHTTPHeaders: { origin: this.origin } })
		if (!name) return door
		const page = await (await door.get('/sign-in')).text()
		const person = new RegExp(`<button[^>]*value="([0-9a-z]{16})"[^>]*>Come in as (?:<!-- -->)?${name}<`).exec(
			page,
		)?.[1]
		if (!person) throw new Error(`the sign-in page does not offer ${name}`)
		const signedIn = await door.post('/sign-in/demo', { form: { person }, maxRedirects: 0 })
		expect(signedIn.status()).toBe(303)
		return door
	}
}

/** The id behind a title in one of the example's lists, as this person sees it. */
export async function findId(door: APIRequestContext, list: string, title: string): Promise<string> {
	const page = await (await door.get(list)).text()
	const link = new RegExp(`href="${list}/([0-9a-z]{16})[^"]*"[^>]*>(?:<[^>]+>|\\s)*${title}`).exec(page)
	if (!link) throw new Error(`${list} does not show “${title}”`)
	return link[1]!
}
