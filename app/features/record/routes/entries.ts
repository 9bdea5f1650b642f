import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { visit } from '~/http/visit.ts'
import { exportEntries } from '../export-entries.server.ts'

/** The chain as a file: one entry a line, so that a long one can be read line by line as well. */
export async function loader(args: LoaderFunctionArgs) {
	const { place, partnership, membership } = await visit(args)
	const lines = exportEntries(args.context.db.read, place, membership)
	return new Response(createReadableStreamFromReadable(Readable.from(lines)), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${partnership.slug}-record.json"`,
			'cache-control': 'no-store',
		},
	})
}
