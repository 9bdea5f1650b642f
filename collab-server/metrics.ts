export type RefusedFor =
	| 'malformed'
	| 'too-deep'
	| 'too-large'
	| 'tangled'
	| 'read-only'
	| 'foreign'
	| 'not-here'
	| 'slow-reader'
	| 'origin'
	| 'signedOut'
	| 'noRight'
	| 'notFound'
	| 'rebuilt'
	| 'unreadable'
	| 'tryLater'

interface Standing {
	connections: number
	rooms: number
	/** Bytes on their way out, all sockets together. */
	queueBytes: number
	/** Documents found unreadable and not mended since, as far as anybody has looked. */
	unreadable: number
}

/** What the server has done since it started. Counts and milliseconds; no names, no words, no addresses. */
export class Metrics {
	updatesIn = 0
	updatesStored = 0
	deliveries = 0
	commits = 0
	commitMs = 0
	storeFailures = 0
	loads = 0
	loadFailures = 0
	reopenings = 0
	compactions = 0
	quarantined = 0
	rescues = 0
	readonly refusals = new Map<RefusedFor, number>()

	refused(why: RefusedFor, times = 1) {
		if (times > 0) this.refusals.set(why, (this.refusals.get(why) ?? 0) + times)
	}

	/** In Prometheus's text format (version 0.0.4). */
	text({ connections, rooms, queueBytes, unreadable }: Standing): string {
		return [
			gauge('connections', 'People’s open lines', connections),
			gauge('documents_loaded', 'Documents in memory', rooms),
			gauge('queue_bytes', 'Bytes waiting to be sent', queueBytes),
			gauge('documents_unreadable', 'Documents whose stored words cannot be read', unreadable),
			counter('updates_in_total', 'Edits that arrived', this.updatesIn),
			counter('updates_stored_total', 'Gathered updates that were stored', this.updatesStored),
			counter('deliveries_total', 'Frames of edits sent', this.deliveries),
			counter('commits_total', 'Group commits', this.commits),
			counter('commit_seconds_total', 'Time spent in group commits', this.commitMs / 1_000),
			counter('store_failures_total', 'Commits the database refused', this.storeFailures),
			counter('loads_total', 'Documents loaded', this.loads),
			counter('load_failures_total', 'Documents that could not be loaded', this.loadFailures),
			counter('reopenings_total', 'Documents opened again because an edit would not apply', this.reopenings),
			counter('compactions_total', 'Logs folded into a state', this.compactions),
			counter('quarantined_total', 'Log rows set aside as unreadable', this.quarantined),
			counter('rescues_total', 'Passages kept for their writers', this.rescues),
			labelled('refused_total', 'What was refused, by reason', this.refusals),
		].join('')
	}
}

function gauge(name: string, help: string, value: number) {
	return `${head(name, help, 'gauge')}alongside_live_${name} ${value}\n`
}

function counter(name: string, help: string, value: number) {
	return `${head(name, help, 'counter')}alongside_live_${name} ${value}\n`
}

function labelled(name: string, help: string, values: ReadonlyMap<string, number>) {
	const lines = [...values].map(([reason, value]) => `alongside_live_${name}{reason="${reason}"} ${value}\n`)
	return head(name, help, 'counter') + lines.join('')
}

function head(name: string, help: string, type: string) {
	return `# HELP alongside_live_${name} ${help}\n# TYPE alongside_live_${name} ${type}\n`
}
