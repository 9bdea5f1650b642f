import type { Database } from '../../../db/database.ts'
import { changeItem, findMeeting, listItems } from '../../../db/queries/meetings.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayMinute } from '../../domain/access/policies.ts'
import { judgeMoving, move } from '../../domain/meetings/agenda.ts'

/** One place up or down within its part. Refuses 'not-found', 'not-allowed', and once it is published, called off or approved. */
export function moveItem(
	db: Database,
	who: Membership,
	{ meetingId, itemId, way }: { meetingId: string; itemId: string; way: 'up' | 'down' },
	now = new Date(),
) {
	return db.write(async (tx) => {
		const meeting = await findMeeting(tx, who, meetingId)
		const items = meeting ? await listItems(tx, meetingId) : []
		if (!meeting || !items.some(({ id }) => id === itemId)) return { refused: 'not-found' as const }
		if (!mayMinute(who, meeting.body)) return { refused: 'not-allowed' as const }
		const judged = judgeMoving(meeting, now)
		if (judged !== 'ok') return { refused: judged }
		for (const [index, id] of move(items, itemId, way).entries())
			if (items.find((item) => item.id === id)?.position !== index + 1)
				await changeItem(tx, id, { position: index + 1 })
		return { meeting }
	})
}
