import { spawn } from 'node:child_process'
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { CannotStart } from './cannot-start.ts'
import { printPageWeights } from './page-weights.ts'
import { builds, fingerprint, isFresh } from './sources.mjs'

/** Builds the pages and the program, unless the last builds were made from these very sources. */
export async function buildWhenChanged(): Promise<void> {
	if (!isFresh('pages')) {
		console.log('Building the pages (about half a minute, only when something changed) …')
		await buildPages()
	}
	// After the pages: to build those empties the whole of `build/`.
	if (!isFresh('program')) {
		console.log('Building the program (some seconds, only when something changed) …')
		await buildProgram()
	}
}

export async function build(): Promise<number> {
	await buildPages()
	await buildProgram()
	return 0
}

export async function loadBuild(): Promise<ServerBuild> {
	return await import(new URL('../build/server/index.js', import.meta.url).href)
}

async function buildPages() {
	needTools()
	const sources = fingerprint('pages')
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
	writeFileSync(builds.pages.mark, sources)
}

/** Made beside the last one and put in its place whole, so that nobody ever runs half of each. */
async function buildProgram() {
	needTools()
	const sources = fingerprint('program')
	const beside = 'build/program-being-made'
	rmSync(beside, { recursive: true, force: true })
	const { compile } = await import('./compile.ts')
	await compile({ cli: 'cli.ts' }, beside)
	writeFileSync(join(beside, '.sources'), sources)
	rmSync('build/program', { recursive: true, force: true })
	renameSync(beside, 'build/program')
}

function needTools() {
	if (!existsSync('node_modules/vite'))
		throw new CannotStart(
			'Something changed since Alongside was built, and the packages that build it are not here. Run: npm ci',
		)
}
