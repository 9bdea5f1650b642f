import { findMeeting, type MeetingOfBody } from '../../../db/queries/meetings.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayMinute, mayReadMeeting } from '../../domain/access/policies.ts'
import { type Args, allow, notFound, param, type Visit, visit } from '../../http/visit.ts'

export interface MeetingVisit extends Visit {
	meeting: MeetingOfBody
	/** `/p/harbourside` */
	base: string
	/** `/p/harbourside/meetings/…` */
	address: string
}

/** A meeting somebody may read. A draft they may not read does not exist for them; not signed in, they are asked to. */
export async function visitMeeting(args: Args): Promise<MeetingVisit> {
	const here = await visit(args)
	const meeting = await findMeeting(args.context.db.read, here.place, param(args, 'meeting'))
	if (!meeting) throw notFound()
	if (!mayReadMeeting(here.membership, meeting)) {
		allow(here.visitor !== null, here, args.request)
		throw notFound()
	}
	const base = `/p/${here.partnership.slug}`
	return { ...here, meeting, base, address: `${base}/meetings/${meeting.id}` }
}

export type MeetingMemberVisit = MeetingVisit & { membership: Membership }

/** The same, for those who run the body that meets. */
export async function visitMeetingAsClerk(args: Args): Promise<MeetingMemberVisit> {
	const here = await visitMeeting(args)
	allow(mayMinute(here.membership, here.meeting.body), here, args.request)
	return here as MeetingMemberVisit
}
