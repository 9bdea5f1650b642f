import { sentence } from '~/ui/sentence.ts'
import type { Connection } from '../../../db/database.ts'
import { findItemAnywhere } from '../../../db/queries/meetings.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { londonDay } from '../../domain/actions/days.ts'
import { type Begun, beginFrom, type UnderItemRefusal, underItemRefusal } from '../../domain/meetings/enter-decision.ts'
import type { Attended } from '../../domain/meetings/meeting.ts'
import { findRoom } from './find-room.server.ts'
import { meetingName } from './meeting-words.ts'
import { type Elsewhere, readElsewhere } from './read-elsewhere.server.ts'

export interface EntryUnderItem {
	meeting: { id: string; reference: string }
	refused: UnderItemRefusal | null
	/** The item is part B, and the decision’s minute is not: neither its title nor what was declared is put into it. */
	isPartB: boolean
	/** What members said of the same paper before another meeting and not of this item. Of part B only that there was something. */
	saidElsewhere: string[]
	/** Nobody has written down yet who is at the meeting. */
	isUnsaid: boolean
	/** The names of those who came late to the meeting or left before its end: how it was at this item is still asked. */
	unclear: string[]
	/** By field name of the entry, as far as the meeting knows it. */
	values: Record<string, string>
}

/**
 * What the clerk's form about a decision begins with when it is entered under an item of a meeting. Null where the item is about
 * other words, or of another body: whoever wrote such an address finds nothing there.
 */
export async function beginEntry(
	db: Connection,
	who: Membership,
	{ itemId, groupId, versionId, officerId }: { itemId: string; groupId: string; versionId: string; officerId: string },
	now = new Date(),
): Promise<EntryUnderItem | null> {
	const found = await findItemAnywhere(db, who, itemId)
	if (!found) return null
	const { meeting, item } = found
	const heldOn = londonDay(meeting.startsAt)
	const refused = underItemRefusal(found, { groupId, versionId, heldOn }, now)
	if (refused === 'item-elsewhere') return null
	const { body, attended, interests } = await findRoom(db, who, meeting)
	const all = beginFrom(meeting, item, {
		seats: body.seats,
		attended,
		interests: interests.filter((one) => one.itemId === item.id),
	})
	const isPartB = item.privateReason !== null
	const elsewhere = (await readElsewhere(db, { place: who, membership: who }, meeting, [item]))[item.id]
	const said = interests.filter((one) => one.itemId === item.id && one.withdrawnAt === null)
	const begun = isPartB ? withoutPartB(all) : all
	const unclear = unclearIn(begun, attended)
	const saidOfItem = attended.filter(({ memberId }) => !unclear.has(memberId))
	const { id, reference } = meeting
	return {
		meeting: { id, reference },
		refused,
		isPartB,
		saidElsewhere: (elsewhere?.interests ?? [])
			.filter(({ memberId }) => !said.some((one) => one.memberId === memberId))
			.map(elsewhereWords),
		isUnsaid: attended.length === 0,
		unclear: body.seats.filter(({ memberId }) => unclear.has(memberId)).map(({ name }) => name),
		values: { ...valuesOfBegun(begun, saidOfItem, officerId), ...(meeting.presiderId && presiding(begun)) },
	}
}

/** Of what was declared in part B the words stay there: what stands in this form is copied into a minute that more people read. */
function elsewhereWords({ name, interest, isPrivate, ...meeting }: Elsewhere['interests'][number]): string {
	const where = `for the meeting of the ${meetingName(meeting)}`
	return isPrivate
		? `${name}: an interest that was declared in part B, ${where}. Its words are not for everyone.`
		: `${name}: ${sentence(interest)} Declared ${where}.`
}

/** A decision’s minute is read by whoever may read its paper, so what was told in part B alone is not put into it. */
function withoutPartB(begun: Begun): Begun {
	return { ...begun, question: '', seats: begun.seats.map((seat) => ({ ...seat, interest: '', dispensation: '' })) }
}

/** Late or gone at some hour: at which item only people know. Whoever an interest shuts out had no part in it either way. */
function unclearIn({ seats }: Begun, attended: readonly Pick<Attended, 'memberId' | 'late' | 'left'>[]): Set<string> {
	const moved = attended.filter(({ late, left }) => late || left)
	const there = seats.filter(({ part }) => part === 'present' || part === 'left')
	return new Set(moved.map(({ memberId }) => memberId).filter((id) => there.some(({ memberId }) => memberId === id)))
}

/** Where nobody was named to preside over the meeting the form has the chair; where they are shut out of the item, nobody. */
function presiding({ presiderId }: Begun) {
	return { presiderId: presiderId ?? '' }
}

/** Whoever has declared an interest is spoken of; whether they came is still asked where nobody said so. */
function valuesOfBegun(
	{ heldOn, place, question, officerId, seats }: Begun,
	attended: readonly { memberId: string }[],
	me: string,
): Record<string, string> {
	const [year, month, day] = heldOn.split('-').map(Number)
	const values: Record<string, string> = {
		'heldOn.day': String(day),
		'heldOn.month': String(month),
		'heldOn.year': String(year),
		place,
		question,
		officerId: officerId ?? me,
	}
	for (const { memberId, part, joined, substitute, interest, dispensation } of seats) {
		const isSaid = attended.some((one) => one.memberId === memberId)
		const said = { part: isSaid ? part : '', joined, late: '', substitute, interest, dispensation }
		for (const [name, value] of Object.entries(said)) values[`seats.${memberId}.${name}`] = value
	}
	return values
}
