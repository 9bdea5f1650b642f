import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type { Kind } from './kinds.ts'

const folder = new URL('../peers/', import.meta.url)

/** What each peer needs that may not build everywhere. */
const needs: Partial<Record<Kind, string[]>> = {
	'y-websocket': ['@y/websocket-server/package.json', 'y-leveldb'],
	'y-websocket-leveldb': ['@y/websocket-server/package.json', 'leveldown'],
	'hocuspocus-sqlite': ['@hocuspocus/server', 'sqlite3'],
}

/** Installs the peers on first use, into a folder of their own, and says which of the targets can be run. */
export function available(against: readonly Kind[]): Kind[] {
	if (!against.some((kind) => needs[kind])) return [...against]
	if (!isInstalled()) install()
	return against.filter((kind) => {
		const missing = (needs[kind] ?? []).find((name) => !loads(name))
		if (missing) console.log(`${kind} is left out: ${missing} could not be installed or built here.`)
		return !missing
	})
}

function isInstalled(): boolean {
	const { dependencies } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
	return Object.entries<string>(dependencies).every(([name, version]) => {
		const installed = new URL(`node_modules/${name}/package.json`, folder)
		return existsSync(installed) && JSON.parse(readFileSync(installed, 'utf8')).version === version
	})
}

function install() {
	console.log(
		'Installing the peers into bench/peers (once; compiling sqlite3 takes some minutes where there is no binary)…',
	)
	const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' })
	if (status !== 0) console.log('The peers could not be installed.')
}

function loads(name: string): boolean {
	return spawnSync(process.execPath, ['-e', `require('${name}')`], { cwd: folder, stdio: 'ignore' }).status === 0
}
