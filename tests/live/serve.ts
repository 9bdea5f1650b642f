import { openDatabase } from '../../db/database.ts'
import { givenDocuments, givenHarbour, listen } from './harbour.ts'

/** How a live server in a process of its own is started, as JSON in its first argument. `server-process.ts` does. */
export interface Launch {
	dataDir: string
	/** Made beforehand. None when the data folder has them already. */
	documents: number
	/** What stands in each of them. */
	words: string
	port: number
}

export interface Launched {
	port: number
	/** Empty when the data folder had them already. */
	documentIds: string[]
	cookies: Record<string, string>
}

/** What the process holds after its garbage was collected. Bytes. */
export interface Held {
	rss: number
	/** The most there ever was. */
	peakRss: number
	/** Objects and what they keep outside the heap. */
	heap: number
	/** As Prometheus would read them. */
	metrics: string
}

const { dataDir, documents, words, port } = JSON.parse(process.argv[2]!) as Launch
const db = await openDatabase({ dataDir })
const { live, url } = await listen(db, {}, port)
process.send!(await given())

process.on('message', () => {
	globalThis.gc?.()
	const { rss, heapUsed, external } = process.memoryUsage()
	const peakRss = process.resourceUsage().maxRSS * 1024
	process.send!({ rss, peakRss, heap: heapUsed + external, metrics: live.metricsText() } satisfies Held)
})
process.on('disconnect', () => process.exit(0))

async function given(): Promise<Launched> {
	const at = Number(new URL(url).port)
	if (documents === 0) return { port: at, documentIds: [], cookies: {} }
	// Its own server is not needed: only the people and the partnership.
	const harbour = await givenHarbour(db)
	await harbour.close()
	const documentIds = await givenDocuments(db, harbour, documents, words)
	return { port: at, documentIds, cookies: harbour.cookies }
}
