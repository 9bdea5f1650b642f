import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

/** One line a request: an id, what was asked for and how it went. Never a query, a form, a code or a name. */
export function logRequests(log: Logger): RequestHandler {
	return (request, response, next) => {
		const id = randomUUID()
		const begun = performance.now()
		response.setHeader('x-request-id', id)
		response.on('finish', () => {
			const ms = Math.round(performance.now() - begun)
			log.info(
				{ request: id, method: request.method, path: withoutCodes(request.path), status: response.statusCode, ms },
				'request',
			)
		})
		next()
	}
}

/** Links that let somebody in carry their secret in the path. */
export function withoutCodes(path: string): string {
	return path.replace(/^\/(join|sign-in\/link|set-up)\/[^/]+/, '/$1/…')
}
