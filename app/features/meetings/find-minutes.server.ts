import type { Args } from '../../http/visit.ts'
import { readMinutes } from './read-minutes.server.ts'
import { visitMeeting } from './visit-meeting.server.ts'

/** The minutes of the meeting in the address, for whoever may read its agenda. */
export async function findMinutes(args: Args) {
	const here = await visitMeeting(args)
	return { here, facts: await readMinutes(args.context.db.read, here, here.meeting) }
}
