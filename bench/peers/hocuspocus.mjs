import { once } from 'node:events'
import { join } from 'node:path'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

/** Hocuspocus as its guide sets it up, with its SQLite extension, on this machine alone. */
export async function serve({ port, dataDir }) {
	const store = new SQLite({ database: join(dataDir, 'hocuspocus.sqlite') })
	const server = new Server({
		quiet: true,
		stopOnSignals: false,
		extensions: [store],
	})
	// 3.4.4 ignores its own `address` option and would listen on every interface; `listen` only runs these hooks besides.
	server.httpServer.listen(port, '127.0.0.1')
	await once(server.httpServer, 'listening')
	// The extension does not wait for its own table: whoever comes in the first moments is turned away.
	while (!(await isReady(store.db))) await new Promise((resolve) => setTimeout(resolve, 10))
	await server.hocuspocus.hooks('onListen', {
		instance: server.hocuspocus,
		configuration: server.configuration,
		port,
	})
	return {
		rooms: () => server.hocuspocus.getDocumentsCount(),
		stop: () => server.destroy(),
	}
}

function isReady(db) {
	return new Promise((resolve) => db.get('select name from documents limit 1', (error) => resolve(!error)))
}
