import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { type APIRequestContext, expect, request } from '@playwright/test'

/** A server of a test's own, on its own port and folder, that it may break and start again. */
export class OwnServer {
	origin = ''
	readonly dataDir: string
	/** The first start takes any free port; later ones come back to it. */
	#port = 0
	#process: ChildProcess | null = null

	constructor(name: string) {
		this.dataDir = `.tmp/${name}-${process.pid}`
	}

	/** Resolves when the demo says where it is ready. */
	async start() {
		const child = spawn(process.execPath, ['bin/alongside.mjs', 'demo'], {
			env: { ...process.env, PORT: String(this.#port), DATA_DIR: this.dataDir, LOG_LEVEL: 'warn' },
			stdio: ['ignore', 'pipe', 'inherit'],
		})
		this.#process = child
		this.origin = await new Promise<string>((resolve, reject) => {
			child.once('exit', () => reject(new Error('the server did not start')))
			child.stdout.on('data', (chunk: Buffer) => {
				const ready = /Alongside is ready: +(\S+)/.exec(String(chunk))
				if (ready) resolve(ready[1]!)
			})
		})
		this.#port = Number(new URL(this.origin).port)
	}

	/** Stops it for good and removes what it kept. */
	async remove() {
		await this.stop()
		rmSync(this.dataDir, { recursive: true, force: true })
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
export async function findId(door: APIRequestContext, list: string, title: string, shownOn = list): Promise<string> {
	const page = await (await door.get(shownOn)).text()
	const link = new RegExp(`href="${list}/([0-9a-z]{16})[^"]*"[^>]*>(?:<[^>]+>|\\s)*${title}`).exec(page)
	if (!link) throw new Error(`${shownOn} does not show “${title}”`)
	return link[1]!
}
