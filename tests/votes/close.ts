import { Closings } from '../../app/features/decisions/closings.ts'
import { openDatabase } from '../../db/database.ts'

/** Closes what is due, as a server does, in a process of its own. Told where and when as JSON. */
const { where, now } = JSON.parse(process.argv[2]!) as {
	where: ConstructorParameters<typeof Closings>[0]
	now: string
}

const db = await openDatabase(where)
const closings = new Closings(where)
await closings.closeDue(db, new Date(now))
await db.close()
