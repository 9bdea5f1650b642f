import { existsSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { attack } from './collab/attack.ts'
import { crash } from './collab/crash.ts'
import { growth } from './collab/growth.ts'
import { history } from './collab/history.ts'
import { loads, runLoad } from './collab/load.ts'
import { memory } from './collab/memory.ts'
import { type Options, readOptions } from './collab/options.ts'
import { available } from './collab/peers.ts'
import { storm } from './collab/storm.ts'
import { removeProgram } from './collab/targets.ts'

/**
 * `npm run bench:collab`: the same load, with real replicas, against this server on its durable store, a bare relay that
 * does no Yjs work, @y/websocket-server in memory and with LevelDB, and Hocuspocus with SQLite. Targets take turns; medians.
 * `--help` lists the sections and options.
 */
const given = readOptions()
const options: Options = { ...given, against: available(given.against) }
const sections: [name: string, run: (options: Options) => Promise<void>][] = [
	...loads.map((load): [string, (options: Options) => Promise<void>] => [load.name, (all) => runLoad(load, all)]),
	['history', history],
	['crash', crash],
	['memory', memory],
	['storm', storm],
	['attack', attack],
	['growth', growth],
]
const isLoad = (name: string) => loads.some((load) => load.name === name)
const isAsked = (name: string) =>
	options.only.length === 0 || options.only.some((one) => name.startsWith(one) || (one === 'load' && isLoad(name)))

console.log(
	`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}; load average before: ${loadavg()
		.map((load) => load.toFixed(1))
		.join(', ')}. The servers and this harness share the machine.`,
)
for (const [name, run] of sections) {
	if (!isAsked(name)) continue
	if ((name === 'history' || name === 'growth') && !existsSync(options.trace)) {
		console.log(`\n— ${name} is left out: there is no file ${options.trace}. Give one with --trace.`)
		continue
	}
	const begun = performance.now()
	try {
		await run(isLoad(name) || options.roundsGiven ? options : { ...options, rounds: 1 })
	} catch (error) {
		process.exitCode = 1
		console.log(`  ${name} broke off: ${error instanceof Error ? error.message : error}`)
	}
	console.log(`  (${name}: ${Math.round((performance.now() - begun) / 1_000)} s)`)
}
await removeProgram()
// Whatever a section that broke off has left open; servers end when they are left alone.
process.exit()
