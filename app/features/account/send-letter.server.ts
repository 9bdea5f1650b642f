import type { AppLoadContext } from '@remix-run/node'
import type { Mail } from '../../http/mailer.ts'

/**
 * Sends without keeping the visitor waiting: how long an answer takes must not tell whether an address is known. What
 * goes wrong is logged by its code only, since a mail server's words may hold the address.
 */
export function sendSoon({ mailer, log }: Pick<AppLoadContext, 'mailer' | 'log'>, letter: Mail): void {
	mailer.send(letter).catch((error: unknown) => log.error({ why: codeOf(error) }, 'an e-mail could not be sent'))
}

/** Sends and says whether it went, for a facilitator who can do something about it. */
export async function sendNow({ mailer, log }: Pick<AppLoadContext, 'mailer' | 'log'>, letter: Mail): Promise<boolean> {
	try {
		await mailer.send(letter)
		return true
	} catch (error) {
		log.error({ why: codeOf(error) }, 'an e-mail could not be sent')
		return false
	}
}

function codeOf(error: unknown) {
	return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
