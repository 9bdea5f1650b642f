import { findItem } from '../../../db/queries/meetings.ts'
import { mayMinute } from '../../domain/access/policies.ts'
import { seeItem } from '../../domain/meetings/see-item.ts'
import { type Args, allow, notFound, param } from '../../http/visit.ts'
import { type MeetingMemberVisit, visitMeeting } from './visit-meeting.server.ts'

/** An item that its reader may see. One they may not does not exist for them. */
export async function visitItem(args: Args) {
	const here = await visitMeeting(args)
	const item = await findItem(args.context.db.read, here.meeting.id, param(args, 'item'))
	if (!item || seeItem(here.membership, here.meeting.body, item) !== 'all') throw notFound()
	return { ...here, item }
}

/** The same, for those who run the body that meets. */
export async function visitItemAsClerk(args: Args) {
	const here = await visitItem(args)
	allow(mayMinute(here.membership, here.meeting.body), here, args.request)
	return here as typeof here & MeetingMemberVisit
}
