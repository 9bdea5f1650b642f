import type { Logger } from 'pino'
import type { Connection, Database } from '../../db/database.ts'
import type { Choosing } from '../domain/decisions/decision.ts'
import type { Worked } from '../domain/decisions/worked.ts'
import type { LiveDocuments } from '../domain/documents/live.ts'
import type { Limits } from './limits.ts'
import type { Mailer } from './mailer.ts'
import type { Secrets } from './secrets.ts'

/** What a request is given by the composition root. Tests give the same things, opened on a scratch database. */
export interface AppContext {
	db: Database
	live: LiveDocuments
	mailer: Mailer
	/** Counts of ballots under way in this process. */
	closings: { runsOf(decisionId: string): number | null }
	/** What follows from all ballots of a closed vote, worked out once. Throws a 503 where that takes longer than a page waits. */
	workings: {
		of<What extends keyof Worked>(db: Connection, decision: Choosing, what: What): Promise<Worked[What]>
	}
	secrets: Secrets
	limits: Limits
	log: Logger
	/** `https://alongside.example`: for links in e-mails and on cards. */
	origin: string
	/** Whether cookies may be marked Secure. */
	secure: boolean
	/** Choosing a person on the sign-in page is allowed on demonstration data only. */
	demo: boolean
	/** The visitor's network address, for rate limits; never stored. */
	address: string
	/** This response's Content-Security-Policy nonce. */
	nonce: string
}

declare module '@remix-run/node' {
	interface AppLoadContext extends AppContext {}
	interface Future {
		v3_singleFetch: true
	}
}
