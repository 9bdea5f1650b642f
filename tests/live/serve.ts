import { openDatabase } from '../../db/database.ts'
import { givenHarbour, type Harbour, listen } from './harbour.ts'

/** A live server in a process of its own, to be killed: `tsx serve.ts <data folder> [port]`. Says where it is in one line. */
const [dataDir = '', port] = process.argv.slice(2)
const db = await openDatabase({ dataDir })

if (port) {
	await listen(db, {}, Number(port))
	say({ port: Number(port) })
} else {
	const harbour: Harbour = await givenHarbour(db)
	say({ port: Number(new URL(harbour.url).port), documentId: harbour.document.id, cookies: harbour.cookies })
}

process.on('SIGTERM', () => process.exit(0))

function say(where: object) {
	process.stdout.write(`${JSON.stringify(where)}\n`)
}
