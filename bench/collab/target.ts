import { isDurable, type Launch, type Launched, type Usage } from './kinds.ts'

/** What runs inside a server's own process, whichever it is. */
interface Served extends Partial<Launched> {
	/** Documents in memory. */
	count(): number
	fill?(): Promise<void>
	stop(): Promise<void>
}

const launch = JSON.parse(process.argv[2]!) as Launch
const served = await serve(launch)
const rooms = served.rooms ?? Array.from({ length: launch.documents }, (_, at) => `room${at}`)
process.send?.({ rooms, cookies: served.cookies ?? [''] } satisfies Launched)

process.on('message', async (asked) => {
	if (asked === 'stop') {
		await served.stop()
		process.exit(0)
	}
	if (asked === 'fill') await served.fill?.()
	if (asked === 'held') globalThis.gc?.()
	const { user, system } = process.cpuUsage()
	const { rss } = process.memoryUsage()
	const peakRss = process.resourceUsage().maxRSS * 1_024
	process.send?.({ cpu: user + system, rss, peakRss, rooms: served.count() } satisfies Usage)
})
// The bench has gone: so do we.
process.on('disconnect', () => process.exit(1))

async function serve(launch: Launch): Promise<Served> {
	// Each loads its own code alone, so that memory compares.
	if (launch.kind === 'ours') return await (await import('./serve-ours.ts')).serveOurs(launch)
	if (launch.kind === 'relay') return await (await import('./serve-relay.ts')).serveRelay(launch)
	const name = launch.kind === 'hocuspocus-sqlite' ? 'hocuspocus' : 'y-websocket'
	const peer = await import(new URL(`../peers/${name}.mjs`, import.meta.url).href)
	const { rooms, stop } = await peer.serve({ ...launch, isDurable: isDurable(launch.kind) })
	return { count: rooms, stop }
}
