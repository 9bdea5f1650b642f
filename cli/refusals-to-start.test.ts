import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

// Each start takes a second or two, more on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** Whoever may write anywhere is refused nothing, so as root these are run as `nobody`. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
let scratch: string
let children: ChildProcess[] = []

beforeAll(() => {
	scratch = mkdtempSync(join(tmpdir(), 'alongside-refusals-'))
	chmodSync(scratch, 0o755)
})
afterAll(() => {
	for (const child of children) child.kill('SIGKILL')
	rmSync(scratch, { recursive: true, force: true })
})

async function alongside(args: string[], env: Record<string, string>, as: { uid?: number; gid?: number } = {}) {
	const child = spawn(process.execPath, ['bin/alongside.mjs', ...args], {
		env: { PATH: process.env.PATH, NODE_ENV: 'test', PORT: '0', ...env },
		...as,
	})
	children.push(child)
	let said = ''
	child.stdout.on('data', (chunk) => (said += chunk))
	child.stderr.on('data', (chunk) => (said += chunk))
	const code = await new Promise((resolve) => child.on('close', resolve))
	children = children.filter((one) => one !== child)
	return { code, said: said.trim() }
}

function folder(name: string, files: Record<string, string> = {}) {
	const path = join(scratch, name)
	mkdirSync(path)
	for (const [file, words] of Object.entries(files)) writeFileSync(join(path, file), words)
	return path
}

/** No build, no stack: one sentence, or a short list, and a code that a script can see. */
function expectRefusal({ code, said }: { code: unknown; said: string }, ...words: (string | RegExp)[]) {
	for (const word of words) expect(said).toMatch(word)
	expect(said).not.toMatch(/^ +at /m)
	expect(said).not.toMatch(/Building/)
	expect(code).not.toBe(0)
}

describe.each(['demo', 'start'])('%s', (command) => {
	test('every bad variable is named in one message', async () => {
		const bad = {
			PORT: 'many',
			ORIGIN: 'here',
			SMTP_URL: 'mail',
			LOG_LEVEL: 'loud',
			SECRET: 'hunter2',
			TRUST_PROXY: '1',
		}
		const refused = await alongside([command], { ...bad, DATA_DIR: join(scratch, 'never') })
		expectRefusal(refused, ...Object.keys(bad))
		expect(refused.said).not.toContain('hunter2')
		expect(existsSync(join(scratch, 'never'))).toBe(false)
	})

	test('a data folder that is a file', async () => {
		const file = join(scratch, `${command}-a-file`)
		writeFileSync(file, '')
		expectRefusal(await alongside([command], { DATA_DIR: file }), `${file} is not a folder`, 'DATA_DIR')
		expectRefusal(await alongside([command], { DATA_DIR: join(file, 'below') }), 'is not a folder', 'DATA_DIR')
	})

	test('a data folder that cannot be written to', async () => {
		const locked = folder(`${command}-locked`)
		chmodSync(locked, 0o555)
		expectRefusal(await alongside([command], { DATA_DIR: locked }, nobody), `may not write to ${locked}`, 'DATA_DIR')
		const below = join(locked, 'below')
		expectRefusal(await alongside([command], { DATA_DIR: below }, nobody), `may not write to ${below}`, 'DATA_DIR')
	})

	test('an address that is not this machine’s', async () => {
		const refused = await alongside([command], { HOST: '203.0.113.7', DATA_DIR: join(scratch, 'never') })
		expectRefusal(refused, /HOST/)
	})
})

describe('a port in use', () => {
	let taken: Server
	let port: number
	beforeAll(async () => {
		taken = createServer()
		await new Promise<void>((resolve) => taken.listen(0, '0.0.0.0', resolve))
		port = (taken.address() as { port: number }).port
	})
	afterAll(() => void taken.close())

	test.each(['demo', 'start'])('%s says so before building anything or touching the folder', async (command) => {
		const DATA_DIR = join(scratch, `${command}-port`)
		expectRefusal(
			await alongside([command], { PORT: String(port), DATA_DIR }),
			`Port ${port} is already in use`,
			'PORT=',
		)
		expect(existsSync(DATA_DIR)).toBe(false)
	})
})

test('a flag the demo does not know', async () => {
	expectRefusal(await alongside(['demo', '--rest'], { DATA_DIR: join(scratch, 'never') }), '“--rest”', '--reset')
})

test('the demo refuses real work, and --reset does not empty it', async () => {
	const DATA_DIR = folder('real', { 'alongside.db': 'real work' })
	for (const args of [['demo'], ['demo', '--reset'], ['dev']])
		expectRefusal(await alongside(args, { DATA_DIR }), `${DATA_DIR} holds real work`, 'DATA_DIR=')
	expect(readFileSync(join(DATA_DIR, 'alongside.db'), 'utf8')).toBe('real work')
})

test('a database that is none', async () => {
	const DATA_DIR = folder('damaged', { 'alongside.db': 'x'.repeat(5000) })
	expectRefusal(await alongside(['start'], { DATA_DIR }), 'alongside.db', 'backup')
})

test('a database server that is away', async () => {
	const DATABASE_URL = 'postgres://nobody@127.0.0.1:1/nothing'
	expectRefusal(await alongside(['start'], { DATABASE_URL, DATA_DIR: folder('away') }), 'DATABASE_URL')
})
