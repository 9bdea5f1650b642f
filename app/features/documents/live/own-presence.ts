import type { WebsocketProvider } from 'y-websocket'

interface Change {
	added: number[]
	updated: number[]
	removed: number[]
}

/**
 * The stock provider sends back every state of presence it hears. The server drops such echoes, but must read them: one
 * from each of fifty people whenever anybody's caret moves. A tab of ours speaks for itself only.
 */
export function speakForOneself({ awareness, _awarenessUpdateHandler: tell }: WebsocketProvider) {
	const own = awareness.clientID
	awareness.off('update', tell)
	awareness.on('update', ({ added, updated, removed }: Change, origin: unknown) => {
		const isOwn = [added, updated, removed].some((clients) => clients.includes(own))
		if (isOwn) tell({ added: [], updated: [own], removed: [] }, origin)
	})
}
