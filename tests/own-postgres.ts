import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** An empty database of its own in the throw-away cluster that `server` names. */
export async function makeOwnPostgres(server: string): Promise<{ url: string; remove(): Promise<void> }> {
	const name = `alongside_${randomBytes(6).toString('hex')}`
	await onServer(server, `create database ${name}`)
	return {
		url: Object.assign(new URL(server), { pathname: `/${name}` }).href,
		remove: () => onServer(server, `drop database ${name} with (force)`),
	}
}

/** Of everybody to the database that `url` names, as when a line breaks. */
export async function endConnections(url: string) {
	await onServer(
		url,
		'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
	)
}

async function onServer(server: string, statement: string) {
	const client = new pg.Client({ connectionString: server })
	await client.connect()
	try {
		await client.query(statement)
	} finally {
		await client.end()
	}
}
