import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endSession } from '~/../db/queries/sessions.ts'
import { redirectSaying } from '~/http/flash.ts'
import { clearSessionCookie, findVisitor } from '~/http/session.ts'
import { forgetting } from '../forgetting.ts'

export function loader() {
	return redirect('/')
}

export async function action({ request, context }: ActionFunctionArgs) {
	const visitor = await findVisitor(request, context)
	if (visitor) {
		await context.db.write((tx) => endSession(tx, visitor.personId, visitor.id, new Date()))
		await context.live.recheck()
	}
	return forgetting(await redirectSaying(context, '/', 'You are signed out.', [await clearSessionCookie(context)]))
}
