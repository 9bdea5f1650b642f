import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pathForLog } from './app/http/path-for-log.ts'

/**
 * One line a request: an id, what was asked for and how it went. Never a query, a form, a code or a name. What else is
 * logged on the way carries the same id (`response.locals.log`).
 */
export function logRequests(log: Logger): RequestHandler {
	return (request, response, next) => {
		const id = randomUUID()
		const begun = performance.now()
		// Express shortens the path for routers under way; the log wants it as it came.
		const { method, path } = request
		response.setHeader('x-request-id', id)
		response.locals.log = log.child({ request: id })
		response.on('close', () => {
			const ms = Math.round(performance.now() - begun)
			const gone = response.writableFinished ? {} : { gone: true }
			log.info({ request: id, method, path: pathForLog(path), status: response.statusCode, ms, ...gone }, 'request')
		})
		next()
	}
}
