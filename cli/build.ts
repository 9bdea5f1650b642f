import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { printPageWeights } from './page-weights.ts'

const mark = 'build/.sources'

/** Builds the pages, unless the last build was made from these very sources. */
export async function buildWhenChanged(): Promise<void> {
	const sources = fingerprintOfSources()
	if (existsSync(mark) && readFileSync(mark, 'utf8') === sources) return
	console.log('Building the pages (about half a minute, only when something changed) …')
	await runBuild()
	writeFileSync(mark, sources)
}

export async function build(): Promise<number> {
	await runBuild()
	writeFileSync(mark, fingerprintOfSources())
	return 0
}

export async function loadBuild(): Promise<ServerBuild> {
	return await import(new URL('../build/server/index.js', import.meta.url).href)
}

async function runBuild() {
	const output: Buffer[] = []
	const child = spawn(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], {
		env: { ...process.env, NODE_ENV: 'production' },
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	child.stdout.on('data', (chunk) => output.push(chunk))
	child.stderr.on('data', (chunk) => output.push(chunk))
	const status = await new Promise((resolve) => child.on('close', resolve))
	if (status !== 0) throw new Error(`The build failed:\n${Buffer.concat(output)}`)
	printPageWeights()
}

function fingerprintOfSources() {
	const hash = createHash('sha256')
	for (const file of listSources()) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
	return hash.digest('hex')
}

function listSources() {
	const kept = (name: string) => !/[.]test[.]tsx?$/.test(name)
	const files = ['app', 'db', 'public'].flatMap(walk).filter(kept)
	return [...files, 'package-lock.json', 'remix.config.js', 'vite.config.ts'].sort()
}

function walk(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
}
