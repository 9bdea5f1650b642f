import { connect } from 'node:net'
import { join } from 'node:path'

/** @y/websocket-server as its own launcher starts it: in memory, or with its LevelDB when there is a data folder. */
export async function serve({ port, dataDir, isDurable }) {
	Object.assign(process.env, { HOST: '127.0.0.1', PORT: String(port) })
	if (isDurable) process.env.YPERSISTENCE = join(dataDir, 'leveldb')
	await import('./node_modules/@y/websocket-server/src/server.js')
	while (!(await listens(port))) await new Promise((resolve) => setTimeout(resolve, 20))
	const { docs } = await import('@y/websocket-server/utils')
	return {
		rooms: () => docs.size,
		// It has no way to be stopped in order: its users end the process.
		stop: async () => undefined,
	}
}

function listens(port) {
	return new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1')
		socket.on('connect', () => resolve(socket.destroy() && true))
		socket.on('error', () => resolve(false))
	})
}
