import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { builtCode, isFresh } from '../cli/sources.mjs'
import { runFromSource } from './alongside-from-source.mjs'

/** Those that run for long: what they need is built first. */
const servers = ['demo', 'start']
/** About the sources themselves. */
const always = ['dev', 'build']

/** Runs a command of the built program; of the sources when they have changed since, or are what is worked on. */
export async function runBuilt(args, typedIn) {
	const isServer = servers.includes(args[0])
	if (isServer && !(isFresh('pages') && isFresh('program'))) {
		const code = await buildApart(args)
		if (code !== builtCode) return code
	}
	if (always.includes(args[0]) || !(isServer || isFresh('program'))) return await runFromSource(args, typedIn)
	const { run } = await import('../build/program/cli.mjs')
	return await run(args, typedIn)
}

/** In a process of its own, which checks all that may stand in the way first: what building takes is then given back. */
async function buildApart(args) {
	const script = fileURLToPath(new URL('./alongside-from-source.mjs', import.meta.url))
	const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit' })
	const passOn = (signal) => child.kill(signal)
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, passOn)
	const code = await new Promise((resolve, reject) =>
		child.on('error', reject).on('exit', (code) => resolve(code ?? 1)),
	)
	for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, passOn)
	return code
}
