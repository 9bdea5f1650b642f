import { createCookie } from '@remix-run/node'
import type { AppContext } from '../../http/context.ts'

const tenMinutes = 600

/** Carries a receipt from the form to the page that shows it once. It says that somebody voted, never how. */
function receiptCookie({ secure }: Pick<AppContext, 'secure'>, address: string) {
	return createCookie('alongside-receipt', {
		httpOnly: true,
		sameSite: 'lax',
		secure,
		maxAge: tenMinutes,
		path: `${address}/receipt`,
	})
}

export function writeReceipt(context: AppContext, address: string, receipt: string): Promise<string> {
	return receiptCookie(context, address).serialize(receipt)
}

export async function takeReceipt(
	request: Request,
	context: AppContext,
	address: string,
): Promise<{ receipt: string | null; clear: string }> {
	const cookie = receiptCookie(context, address)
	const carried: unknown = await cookie.parse(request.headers.get('cookie'))
	const receipt = typeof carried === 'string' && /^[0-9A-Z-]{14}$/.test(carried) ? carried : null
	return { receipt, clear: await cookie.serialize('', { maxAge: 0 }) }
}
