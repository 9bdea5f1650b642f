import type { BrowserContext, WebSocketRoute } from '@playwright/test'

/** The live line of a browser, to be cut and mended. Call before the page is opened. */
export async function lineOf(context: BrowserContext) {
	const open = new Set<WebSocketRoute>()
	let isCut = false
	let isSilent = false
	let ending: { code?: number; reason?: string } = {}
	await context.routeWebSocket('**/live/**', (socket) => {
		if (isCut) return void socket.close(ending)
		open.add(socket)
		const server = socket.connectToServer()
		socket.onMessage((message) => {
			if (!isSilent) server.send(message)
		})
	})
	return {
		/** What the page sends from now on does not arrive. */
		silence() {
			isSilent = true
		},
		/** `code`: as if the server had ended it, and ended so whatever tries to come back. */
		async cut(code?: number) {
			isCut = true
			ending = code ? { code, reason: 'as the server would' } : {}
			await Promise.all([...open].map((socket) => socket.close(ending)))
			open.clear()
		},
		mend() {
			isCut = false
			isSilent = false
		},
	}
}
