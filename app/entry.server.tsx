import { Transform } from 'node:stream'
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { Nonce } from './http/nonce.ts'
import { pathForLog } from './http/path-for-log.ts'

const abortMs = 10_000

/** Waits for the whole page: old phones and screen readers get it in one piece. */
export default function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	remixContext: EntryContext,
	{ nonce }: AppLoadContext,
) {
	return new Promise<Response>((resolve, reject) => {
		let failed = false
		const { pipe, abort } = renderToPipeableStream(
			<Nonce.Provider value={nonce}>
				<RemixServer context={remixContext} url={request.url} abortDelay={abortMs} nonce={nonce} />
			</Nonce.Provider>,
			{
				nonce,
				onAllReady() {
					const body = sayErrorFirst(status)
					headers.set('content-type', 'text/html; charset=utf-8')
					resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }))
					pipe(body)
				},
				onShellError: reject,
				onError() {
					failed = true
				},
			},
		)
		setTimeout(abort, abortMs).unref()
	})
}

/** A page shown again because its form must be mended says so in its title, the first thing a screen reader reads. */
function sayErrorFirst(status: number): Transform {
	let isDue = status === 422 || status === 409
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			const at = isDue ? chunk.indexOf('<title>') : -1
			if (at < 0) return done(null, chunk)
			isDue = false
			const start = at + '<title>'.length
			done(null, Buffer.concat([chunk.subarray(0, start), Buffer.from('Error: '), chunk.subarray(start)]))
		},
	})
}

export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
	// A form sent where there is none is the sender's mistake; the request's own line says 405.
	if (request.signal.aborted || isRouteErrorResponse(error)) return
	context.log.error({ err: error, path: pathForLog(new URL(request.url).pathname) }, 'a page failed')
}
