import type { LoaderFunctionArgs } from '@remix-run/node'
import { readFile } from '../read-files.server.ts'

/** One of the files of a closed decision, to take away. */
export async function loader(args: LoaderFunctionArgs) {
	const { text, name, type } = await readFile(args)
	return new Response(text, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store',
		},
	})
}
