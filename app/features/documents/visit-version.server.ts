import { findVersionByNumber } from '../../../db/queries/versions.ts'
import { type Args, notFound, param } from '../../http/visit.ts'
import { visitDocument } from './visit-document.server.ts'

/** A frozen version of a document somebody may read, by its number. */
export async function visitVersion(args: Args) {
	const here = await visitDocument(args)
	const number = param(args, 'number')
	if (!/^[1-9]\d{0,5}$/.test(number)) throw notFound()
	const version = await findVersionByNumber(args.context.db.read, here.place, here.document.id, Number(number))
	if (!version) throw notFound()
	return { ...here, version }
}
