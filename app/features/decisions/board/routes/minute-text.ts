import type { LoaderFunctionArgs } from '@remix-run/node'
import { findMinuteFacts } from '../find-minute-facts.server.ts'
import { minuteText } from '../minute-text.ts'

/** The minute as a file of plain text. */
export async function loader(args: LoaderFunctionArgs) {
	const { facts } = await findMinuteFacts(args)
	return new Response(minuteText(facts), {
		headers: {
			'content-type': 'text/plain; charset=utf-8',
			'content-disposition': `attachment; filename="${facts.decision.reference}-minute.txt"`,
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
		},
	})
}
