import { once } from 'node:events'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { place } from '../../app/domain/access/membership.ts'
import type { Choice } from '../../app/domain/decisions/decision.ts'
import { castBallot } from '../../app/features/decisions/cast-ballot.server.ts'
import { openSecrets } from '../../app/http/secrets.ts'
import { openDatabase } from '../../db/database.ts'
import { findMembership } from '../../db/queries/members.ts'

/** Takes ballots in a process of its own, to be killed: says its port in one line. Told where the database is by the environment. */
export interface Posted {
	partnershipId: string
	personId: string
	decisionId: string
	choice: Choice
	/** The form's own id. */
	id: string
	at: string
}

const { VOTES_URL: url, VOTES_DATA_DIR: dataDir = '' } = process.env
const db = await openDatabase({ ...(url && { url }), dataDir })
const secrets = openSecrets('a key for tests')

const server = createServer(async (request, response) => {
	const posted = (await json(request)) as Posted
	const who = await findMembership(db.read, place(posted.partnershipId), posted.personId)
	if (!who) throw new Error(`nobody is ${posted.personId}`)
	const vote = { answer: { choice: posted.choice }, reason: '', id: posted.id }
	const casting = await castBallot({ db, secrets }, who, posted.decisionId, vote, new Date(posted.at))
	response.end(JSON.stringify(casting))
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
process.stdout.write(`${JSON.stringify(server.address())}\n`)
