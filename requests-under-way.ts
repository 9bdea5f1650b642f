import type { Request, RequestHandler, Response } from 'express'

/**
 * The requests under way, so that stopping can let them finish. What comes after that on a connection that was still
 * open is sent away with words; `refuse` writes them.
 */
export class RequestsUnderWay {
	readonly #inside = new Map<Response, Request>()
	#isStopping = false
	#onNone: (() => void) | null = null

	admit(refuse: RequestHandler): RequestHandler {
		return (request, response, next) => {
			if (this.#isStopping) {
				response.setHeader('connection', 'close')
				return refuse(request, response, next)
			}
			this.#inside.set(response, request)
			response.on('close', () => {
				this.#inside.delete(response)
				if (this.#inside.size === 0) this.#onNone?.()
			})
			next()
		}
	}

	/** Lets nobody in from now on, and resolves when everybody is out, or after `mostMs`. */
	finish(mostMs: number): Promise<void> {
		this.#isStopping = true
		if (this.#inside.size === 0) return Promise.resolve()
		return new Promise((resolve) => {
			this.#onNone = resolve
			setTimeout(resolve, mostMs).unref()
		})
	}

	/** Whoever still waits is told in words that we stop; `refuse` writes them. What comes of their request is said to nobody. */
	letGo(refuse: RequestHandler) {
		for (const [response, request] of this.#inside) {
			if (response.headersSent) continue
			response.setHeader('connection', 'close')
			void refuse(request, response, () => undefined)
		}
	}
}
