import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import { plainPage } from './app/http/plain-page.ts'
import { isSameOrigin } from './app/http/same-origin.ts'

const largestFormBytes = 2_000_000
const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data']

/** Lets in forms from our own pages, of a kind and size we read; everything else that would change something is refused. */
export function formDoor(origin: string, origins: ReadonlySet<string>): RequestHandler {
	return (request, response, next) => {
		if (request.method === 'GET' || request.method === 'HEAD') return next()
		if (!isSameOrigin({ get: (name) => request.get(name) }, origins)) return refuseForeign(response, origin)
		// Browsers say how long a form is. What does not could go on for ever.
		if (request.get('transfer-encoding')) return refuseUnmeasured(response)
		const bytes = Number(request.get('content-length') ?? 0)
		if (bytes > largestFormBytes) return refuseLarge(response)
		if (bytes > 0 && !request.is(formTypes)) return refuseUnread(response)
		next()
	}
}

/** While we stop: nothing was read, so nothing was changed. */
export const comeBack: RequestHandler = (_request, response) => {
	response.setHeader('retry-after', '10')
	refuse(response, 503, {
		title: 'We are starting again',
		words: 'Nothing was changed. Wait a minute, go back and send it again.',
	})
}

/** While we stop: it was begun, and the database has not said what became of it. */
export const cutShort: RequestHandler = ({ method }, response) => {
	response.setHeader('retry-after', '10')
	refuse(response, 503, {
		title: 'We are starting again',
		words:
			method === 'GET' || method === 'HEAD'
				? 'Wait a minute and load this page again.'
				: 'We had to stop before this was done. It may have been saved all the same. Wait a minute, go back, and look whether it is there before you send it again.',
	})
}

/** An address or a header that cannot be read. Never the stack: addresses may hold codes. */
export const unreadable: ErrorRequestHandler = (error, _request, response, next) => {
	if (response.headersSent) return next(error)
	const status = Number(error?.status)
	if (status >= 400 && status < 500)
		return refuse(response, status, {
			title: 'We cannot read this address',
			words: 'Nothing was changed. Check the address, or begin at the first page.',
		})
	response.locals.log?.error({ err: error }, 'a request failed')
	refuse(response, 500, {
		title: 'Something broke on our side',
		words: 'What you had saved is safe. Go back and try again. If it happens again, tell whoever runs this place.',
	})
}

function refuseForeign(response: Response, origin: string) {
	refuse(response, 403, {
		title: 'This form was not sent from our own pages',
		words: `Nothing was changed. Open this place by its own address, ${origin}, and send the form from there.`,
	})
}

function refuseUnmeasured(response: Response) {
	refuse(response, 411, {
		title: 'We cannot tell how much was sent',
		words: 'Nothing was changed. Go back and send the form from our own page.',
	})
}

function refuseLarge(response: Response) {
	refuse(response, 413, {
		title: 'That is too much to send at once',
		words: 'Nothing was changed. The most one form can hold is 2 MB. Go back and send it in smaller parts.',
	})
}

function refuseUnread(response: Response) {
	refuse(response, 415, {
		title: 'We cannot read what was sent',
		words: 'Nothing was changed. Go back and send the form from our own page.',
	})
}

function refuse(response: Response, status: number, { title, words }: { title: string; words: string }) {
	response.status(status).type('html').send(plainPage(title, words))
}
