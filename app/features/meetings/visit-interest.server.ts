import { nameMembers } from '../../../db/queries/board-decisions.ts'
import { findItem, listInterests } from '../../../db/queries/meetings.ts'
import { closedToInterests } from '../../domain/meetings/interests.ts'
import { seeItem } from '../../domain/meetings/see-item.ts'
import { type Args, notFound, param } from '../../http/visit.ts'
import { changeInterestRefusals } from './room-refusals.ts'
import { visitMeetingAsClerk } from './visit-meeting.server.ts'

/** An interest in an item, for those who run the meeting. */
export async function visitInterest(args: Args) {
	const here = await visitMeetingAsClerk(args)
	const db = args.context.db.read
	const interest = (await listInterests(db, here.meeting.id)).find(({ id }) => id === param(args, 'interest'))
	const item = interest && (await findItem(db, here.meeting.id, interest.itemId))
	if (!item || seeItem(here.membership, here.meeting.body, item) !== 'all') throw notFound()
	const names = await nameMembers(db, [interest.memberId])
	const closed = interest.withdrawnAt ? 'withdrawn' : closedToInterests(here.meeting, item, new Date())
	return {
		...here,
		item,
		interest,
		shown: {
			address: here.address,
			name: here.partnership.name,
			title: item.title,
			who: names.get(interest.memberId)?.name ?? 'a participant',
			/** Empty once it is withdrawn: then it is shown to nobody. */
			interest: interest.withdrawnAt ? '' : interest.interest,
			dispensation: interest.withdrawnAt ? '' : interest.dispensation,
			/** Why it can no longer be changed. */
			closed: closed && changeInterestRefusals[closed],
		},
	}
}

export type ShownInterestPage = Awaited<ReturnType<typeof visitInterest>>['shown']
