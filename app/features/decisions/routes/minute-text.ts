import type { LoaderFunctionArgs } from '@remix-run/node'
import { minuteText } from '../minute.ts'
import { readMinute } from '../read-minute.server.ts'

export async function loader(args: LoaderFunctionArgs) {
	const { title, parts, decision } = await readMinute(args)
	return new Response(minuteText(title, parts), {
		headers: {
			'content-type': 'text/plain; charset=utf-8',
			'content-disposition': `attachment; filename="${decision.reference}-${decision.kind}-minute.txt"`,
			'cache-control': 'no-store',
		},
	})
}
