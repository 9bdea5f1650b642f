/** The servers that are compared. Also read by what runs inside a server's process, which must load nothing else: memory is compared too. */
export const kinds = ['relay', 'ours', 'y-websocket', 'y-websocket-leveldb', 'hocuspocus-sqlite'] as const
export type Kind = (typeof kinds)[number]

export const isKind = (name: string): name is Kind => (kinds as readonly string[]).includes(name)
export const isDurable = (kind: Kind) =>
	kind === 'ours' || kind === 'y-websocket-leveldb' || kind === 'hocuspocus-sqlite'
/** The relay hands on frames and holds no document, so nobody can come late or come back. */
export const keepsDocuments = (kind: Kind) => kind !== 'relay'
export const isPeer = (kind: Kind) => kind !== 'ours' && kind !== 'relay'

/** What a server's process is started with. */
export interface Launch {
	kind: Kind
	documents: number
	dataDir: string
	port: number
	/** On a data folder that has the documents already. */
	again: boolean
}

export interface Launched {
	/** Only ours makes its documents beforehand; with the others, a name is enough. */
	rooms: string[]
	/** Sessions of several people who may write. */
	cookies: string[]
}

export interface Usage {
	/** Microseconds of processor time since its start, all threads. */
	cpu: number
	rss: number
	/** The most since its start. */
	peakRss: number
	/** Documents in memory, where the server can tell. */
	rooms: number
}
