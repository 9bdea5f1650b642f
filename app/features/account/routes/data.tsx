import type { LoaderFunctionArgs } from '@remix-run/node'
import { findAllHeld } from '~/../db/queries/held.ts'
import { requireVisitor } from '~/http/session.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
	const { personId } = await requireVisitor(request, context)
	const held = {
		about: 'What Alongside holds about you. Words in documents are shared words: read them in each document.',
		madeAt: new Date(),
		...(await findAllHeld(context.db.read, personId)),
	}
	return new Response(JSON.stringify(held, null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="my-alongside-data.json"',
			'cache-control': 'no-store',
		},
	})
}
