import { findAction } from '../../../db/queries/actions.ts'
import { mayReadDocument } from '../../domain/access/policies.ts'
import { type Args, allow, notFound, param, type Visit } from '../../http/visit.ts'

/** The action this address names. One that is not for this reader is not there; a visitor is asked to sign in first. */
export async function findReadableAction(args: Args, here: Visit) {
	const row = await findAction(args.context.db.read, here.place, param(args, 'action'))
	if (!row) throw notFound()
	if (mayReadDocument(here.membership, row.document)) return row
	allow(here.visitor !== null, here, args.request)
	throw notFound()
}
