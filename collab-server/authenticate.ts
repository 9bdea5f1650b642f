import type { IncomingMessage } from 'node:http'
import type { Membership } from '../app/domain/access/membership.ts'
import { place } from '../app/domain/access/membership.ts'
import { mayReadDocument, mayWriteDocument } from '../app/domain/access/policies.ts'
import type { Document } from '../app/domain/documents/document.ts'
import type { Connection as Queries } from '../db/database.ts'
import { findDocumentById } from '../db/queries/documents.ts'
import { findMembership } from '../db/queries/members.ts'
import { findSession, type Session } from '../db/queries/sessions.ts'
import { inTime } from './in-time.ts'

/** What somebody may do with a document at this moment. */
export interface Admission {
	session: Session
	membership: Membership
	document: Document
	mayWrite: boolean
}

export type NotAdmitted = { refused: 'signedOut' | 'notFound' | 'noRight' | 'rebuilt' }

export interface Asking {
	tokenHash: string
	documentId: string
	/** The history the tab was opened on; null when it did not say. */
	generation: number | null
	/** Whose tab it is; null when it did not say. */
	memberId: string | null
}

/**
 * One round of asking. Many tabs share a session, a person and a document, so each is looked up once in a round. Throws
 * `Unanswered` where the database lets a question wait: an answer that comes after that may be older than the next round's.
 */
export class Asked {
	readonly #db: Queries
	readonly #now: Date
	readonly #withinMs: number
	readonly #answers = new Map<string, Promise<unknown>>()

	constructor(db: Queries, now: Date, withinMs: number) {
		this.#db = db
		this.#now = now
		this.#withinMs = withinMs
	}

	/** Live editing is for members; everybody else reads the page. */
	async admit({ tokenHash, documentId, generation, memberId }: Asking): Promise<Admission | NotAdmitted> {
		const session = await this.#once(`s ${tokenHash}`, () => findSession(this.#db, tokenHash, this.#now))
		if (!session) return { refused: 'signedOut' }
		const document = await this.#once(`d ${documentId}`, () => findDocumentById(this.#db, documentId))
		if (!document) return { refused: 'notFound' }
		const { partnershipId } = document
		const membership = await this.#once(`m ${partnershipId} ${session.personId}`, () =>
			findMembership(this.#db, place(partnershipId), session.personId),
		)
		if (!membership || !mayReadDocument(membership, document)) return { refused: 'noRight' }
		// Somebody else has signed in there since: what was typed in that tab is not theirs to send, nor to be shown in another history.
		if (memberId !== null && memberId !== membership.memberId) return { refused: 'signedOut' }
		if (generation !== null && generation !== document.generation) return { refused: 'rebuilt' }
		return { session, membership, document, mayWrite: mayWriteDocument(membership, document) }
	}

	#once<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
		const answer = this.#answers.get(key) ?? inTime(ask(), this.#withinMs)
		this.#answers.set(key, answer)
		return answer as Promise<Answer>
	}
}

export interface Request extends Pick<Asking, 'documentId' | 'generation' | 'memberId'> {
	token: string
	wantsSaved: boolean
}

const livePath = /^\/live\/([0-9a-z-]{1,64})$/

/** Null when the address is not one of ours. */
export function readRequest(request: IncomingMessage, cookieName: string): Request | null {
	const address = request.url ?? ''
	const url = URL.canParse(address, 'http://here') ? new URL(address, 'http://here') : null
	const documentId = url && livePath.exec(url.pathname)?.[1]
	if (!url || !documentId) return null
	const generation = url.searchParams.get('generation')
	return {
		documentId,
		token: readCookie(request.headers.cookie ?? '', cookieName),
		generation: generation === null ? null : Number(generation),
		memberId: url.searchParams.get('member'),
		wantsSaved: url.searchParams.get('ack') === '1',
	}
}

/**
 * Browsers always send Origin with a WebSocket (RFC 6455, 4.1), so a page elsewhere cannot use our visitor's cookie. What
 * sends none is not a browser and has no visitor's cookie to misuse.
 */
export function isFromElsewhere(request: IncomingMessage, origins: ReadonlySet<string>): boolean {
	const { origin } = request.headers
	return origin !== undefined && !origins.has(origin)
}

function readCookie(header: string, name: string): string {
	for (const pair of header.split(';')) {
		const equals = pair.indexOf('=')
		if (equals > 0 && pair.slice(0, equals).trim() === name) return unwrap(pair.slice(equals + 1).trim())
	}
	return ''
}

/** Remix writes a cookie's value as JSON in base64, percent-encoded. */
function unwrap(value: string): string {
	try {
		const token: unknown = JSON.parse(Buffer.from(decodeURIComponent(value), 'base64').toString())
		return typeof token === 'string' ? token : ''
	} catch {
		return value
	}
}
