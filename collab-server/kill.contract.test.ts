import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Tab, until } from '../tests/live/harbour.ts'

const kills = Number(process.env.LIVE_KILLS ?? 3)
const serve = new URL('../tests/live/serve.ts', import.meta.url).pathname

interface Where {
	port: number
	documentId: string
	cookies: Record<string, string>
}

let dataDir = ''
let child: ChildProcess
let where: Where

async function start(port?: number): Promise<Where> {
	const { DATABASE_URL: _own, ...env } = process.env
	child = spawn(process.execPath, ['--import', 'tsx', serve, dataDir, ...(port ? [String(port)] : [])], {
		env,
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	const [line] = await once(createInterface({ input: child.stdout! }), 'line')
	return JSON.parse(String(line))
}

async function kill() {
	const dead = once(child, 'exit')
	child.kill('SIGKILL')
	await dead
}

// The process is what is killed, so one database shows it; a data folder can be handed to a child without a cluster.
describe.skipIf(process.env.DATABASE_URL)('killed while people type', () => {
	beforeAll(async () => {
		dataDir = await mkdtemp(join(tmpdir(), 'alongside-kill-'))
		where = await start()
	}, 30_000)
	afterAll(async () => {
		await kill()
		await rm(dataDir, { recursive: true, force: true })
	})

	test('nothing that somebody else saw, or that was said to be saved, is missing', { timeout: 120_000 }, async () => {
		const open = (person: string) =>
			new Tab(`ws://127.0.0.1:${where.port}/live`, where.documentId, { cookie: where.cookies[person]!, ack: true })
		let relayed = 0
		for (let round = 0; round < kills; round++) {
			const tabs = await Promise.all(['citizen', 'commissioner', 'provider'].map((person) => open(person).synced()))
			const typing = setInterval(() => {
				for (const tab of tabs) {
					tab.type('word ')
					if (tab.text.length > 200) tab.text.delete(0, 3)
				}
			}, 7)
			await until(() => tabs.every((tab) => tab.saved.length > 3))
			await new Promise((resolve) => setTimeout(resolve, 40 + 110 * Math.random()))
			await kill()
			clearInterval(typing)
			const seen = new Map<number, number>()
			for (const tab of tabs) {
				const replica = Y.decodeStateVector(Y.encodeStateVector(tab.doc))
				replica.delete(tab.doc.clientID)
				for (const [client, clock] of [...replica, ...tab.saved.flatMap(({ clocks }) => clocks)]) {
					seen.set(client, Math.max(clock, seen.get(client) ?? 0))
				}
				tab.close()
			}
			relayed += [...seen.values()].reduce((sum, clock) => sum + clock, 0)
			await start(where.port)
			const fresh = await open('facilitator').synced()
			const stored = Y.decodeStateVector(Y.encodeStateVector(fresh.doc))
			for (const [client, clock] of seen) expect(stored.get(client) ?? 0).toBeGreaterThanOrEqual(clock)
			fresh.close()
		}
		expect(relayed).toBeGreaterThan(kills * 100)
	})
})
