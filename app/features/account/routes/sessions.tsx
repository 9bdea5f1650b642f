import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endOtherSessions, endSession } from '~/../db/queries/sessions.ts'
import { redirectSaying } from '~/http/flash.ts'
import { requireVisitor } from '~/http/session.ts'

export function loader() {
	return redirect('/account')
}

/** Ends one of the visitor's own sessions, or all but this one. */
export async function action({ request, context }: ActionFunctionArgs) {
	const visitor = await requireVisitor(request, context)
	const session = String((await request.formData()).get('session') ?? '')
	const now = new Date()
	await context.db.write((tx) =>
		session === 'others'
			? endOtherSessions(tx, visitor.personId, visitor.id, now)
			: endSession(tx, visitor.personId, session, now),
	)
	await context.live.recheck()
	return redirectSaying(
		context,
		'/account',
		session === 'others' ? 'You are signed out everywhere else.' : 'That device is signed out.',
	)
}
