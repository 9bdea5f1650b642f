import type { LoaderFunctionArgs } from '@remix-run/node'
import { findMinutes } from '../find-minutes.server.ts'
import { minutesText } from '../minutes-text.ts'

/** The minutes as a file of plain text. */
export async function loader(args: LoaderFunctionArgs) {
	const { facts } = await findMinutes(args)
	return new Response(minutesText(facts), {
		headers: {
			'content-type': 'text/plain; charset=utf-8',
			'content-disposition': `attachment; filename="${facts.meeting.reference}-minutes.txt"`,
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
		},
	})
}
