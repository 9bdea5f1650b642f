import { once } from 'node:events'
import pg from 'pg'

interface Connection extends NodeJS.EventEmitter {
	sendCopyFromChunk(bytes: Buffer): void
}

/** As a standby with `hot_standby_feedback`: it follows the server that `url` names, and tells it what it still sees. */
export async function followAsStandby(url: string) {
	const line = new pg.Client({ connectionString: url, replication: 'true' } as pg.ClientConfig)
	line.on('error', () => undefined)
	await line.connect()
	const { rows } = await line.query<{ xlogpos: string }>('IDENTIFY_SYSTEM')
	const { connection } = line as unknown as { connection: Connection }
	const begun = once(connection, 'replicationStart')
	void line.query(`START_REPLICATION PHYSICAL ${rows[0]!.xlogpos}`).catch(() => undefined)
	await begun
	return {
		/** Everything from this transaction on; 0: nothing. */
		sees(xid: number) {
			const told = Buffer.alloc(25)
			told.write('h')
			told.writeUInt32BE(xid, 9)
			connection.sendCopyFromChunk(told)
		},
		end: () => line.end(),
	}
}
