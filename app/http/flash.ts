import { createCookie, redirect } from '@remix-run/node'
import type { AppContext } from './context.ts'

const maxLength = 300

function flashCookie({ secure }: Pick<AppContext, 'secure'>) {
	return createCookie('alongside-said', { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 60 })
}

/** Sends the visitor on after a form has worked, and says what happened at the top of the next page. */
export async function redirectSaying(
	context: AppContext,
	to: string,
	said: string,
	cookies: string[] = [],
): Promise<Response> {
	const headers = new Headers()
	for (const cookie of cookies) headers.append('set-cookie', cookie)
	headers.append('set-cookie', await flashCookie(context).serialize(said.slice(0, maxLength)))
	return redirect(to, { status: 303, headers })
}

/** What the last form said, once: the second value clears it. */
export async function readFlash(
	request: Request,
	context: AppContext,
): Promise<{ said: string | null; clear: string | null }> {
	const said: unknown = await flashCookie(context).parse(request.headers.get('cookie'))
	if (typeof said !== 'string' || said === '') return { said: null, clear: null }
	return { said: said.slice(0, maxLength), clear: await flashCookie(context).serialize('', { maxAge: 0 }) }
}
