import { findDocument } from '../../../db/queries/documents.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayRunDocument, mayWriteDocument } from '../../domain/access/policies.ts'
import { type Document, type Ending, endingOf } from '../../domain/documents/document.ts'
import { redirectSaying } from '../../http/flash.ts'
import { type Args, allow, notFound, param, type Visit, visit } from '../../http/visit.ts'
import { endedWords, whoCanSee } from './visibility-words.ts'

export interface DocumentVisit extends Visit {
	document: Document
	/** `/p/harbourside` */
	base: string
	/** `/p/harbourside/documents/…` */
	address: string
	/** Who can see this, in words. */
	seenBy: string
}

export type WriterVisit = DocumentVisit & { membership: Membership }

/** A document somebody may read. One they may not read does not exist for them; not signed in, they are asked to. */
export async function visitDocument(args: Args): Promise<DocumentVisit> {
	const here = await visit(args)
	const { db } = args.context
	const document = await findDocument(db.read, here.place, param(args, 'document'))
	if (!document) throw notFound()
	if (!mayReadDocument(here.membership, document)) {
		allow(here.visitor !== null, here, args.request)
		throw notFound()
	}
	const group = document.groupId ? await findGroup(db.read, here.place, document.groupId) : null
	const base = `/p/${here.partnership.slug}`
	return {
		...here,
		document,
		base,
		address: `${base}/documents/${document.id}`,
		seenBy: whoCanSee(document, group?.name ?? null),
	}
}

/** The same, for those who write it, or wrote it before it ended: what they typed in a form must still be shown. */
export async function visitAsWriterEvenEnded(args: Args): Promise<WriterVisit & { ended: Ending | null }> {
	const here = await visitDocument(args)
	allow(mayWriteDocument(here.membership, { ...here.document, phase: 'draft' }), here, args.request)
	return { ...(here as WriterVisit), ended: endingOf(here.document) }
}

/** The same, while it can be written. One that has ended is shown as it is, and says so. */
export async function visitAsWriter(args: Args): Promise<WriterVisit> {
	const here = await visitAsWriterEvenEnded(args)
	await turnAwayFromEnded(here, args)
	return here
}

/** The same, for those who say who can see it and may end it. */
export async function visitAsRunner(args: Args): Promise<WriterVisit> {
	const here = await visitAsRunnerEvenEnded(args)
	await turnAwayFromEnded(here, args)
	return here
}

/** The same, also after it has ended: words can be removed for good at any time. */
export async function visitAsRunnerEvenEnded(args: Args): Promise<WriterVisit> {
	const here = await visitDocument(args)
	allow(mayRunDocument(here.membership, here.document), here, args.request)
	return here as WriterVisit
}

async function turnAwayFromEnded({ document, address }: DocumentVisit, { context }: Args) {
	const ending = endingOf(document)
	if (ending) throw await redirectSaying(context, address, `${endedWords[ending]} You can still read them.`)
}
