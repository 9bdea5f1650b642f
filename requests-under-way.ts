import type { RequestHandler } from 'express'

/**
 * The requests under way, so that stopping can let them finish. What comes after that on a connection that was still
 * open is sent away with words; `refuse` writes them.
 */
export class RequestsUnderWay {
	#count = 0
	#isStopping = false
	#onNone: (() => void) | null = null

	admit(refuse: RequestHandler): RequestHandler {
		return (request, response, next) => {
			if (this.#isStopping) {
				response.setHeader('connection', 'close')
				return refuse(request, response, next)
			}
			this.#count++
			response.on('close', () => {
				this.#count--
				if (this.#count === 0) this.#onNone?.()
			})
			next()
		}
	}

	/** Lets nobody in from now on, and resolves when everybody is out, or after `mostMs`. */
	finish(mostMs: number): Promise<void> {
		this.#isStopping = true
		if (this.#count === 0) return Promise.resolve()
		return new Promise((resolve) => {
			this.#onNone = resolve
			setTimeout(resolve, mostMs).unref()
		})
	}
}
