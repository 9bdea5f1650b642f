export type RefusedFor =
	| 'malformed'
	| 'too-deep'
	| 'too-large'
	| 'read-only'
	| 'slow-reader'
	| 'origin'
	| 'signedOut'
	| 'noRight'
	| 'notFound'
	| 'rebuilt'
	| 'unreadable'
	| 'tryLater'

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
	compactions = 0
	quarantined = 0
	rescues = 0
	readonly refusals = new Map<RefusedFor, number>()

	refused(why: RefusedFor) {
		this.refusals.set(why, (this.refusals.get(why) ?? 0) + 1)
	}
}
