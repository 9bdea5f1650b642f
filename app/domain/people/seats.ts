import type { Office, Role } from '../access/membership.ts'
import type { Group, GroupKind } from './group.ts'

export interface HeldSeat {
	memberId: string
	votes: boolean
	office: Office
	since: Date
}

export type SeatRefusal = 'group-closed' | 'observers-do-not-vote' | 'circle-needs-a-chair'

/** May this seat be given, or changed to this? `seats` are the group's as they stand. */
export function judgeSeat(
	group: Pick<Group, 'kind' | 'closedAt'>,
	member: { id: string; role: Role },
	wanted: { votes: boolean; office: Office },
	seats: readonly HeldSeat[],
): SeatRefusal | 'ok' {
	if (group.closedAt) return 'group-closed'
	if (wanted.votes && member.role === 'observer') return 'observers-do-not-vote'
	const others = seats.filter((seat) => seat.memberId !== member.id)
	if (!isRun(group.kind, [...others, wanted])) return 'circle-needs-a-chair'
	return 'ok'
}

/** May this seat be taken away? A circle's last seat may: the circle ends with it. */
export function judgeTakingAway(
	group: Pick<Group, 'kind' | 'closedAt'>,
	memberId: string,
	seats: readonly HeldSeat[],
): SeatRefusal | 'ok' {
	if (group.closedAt) return 'group-closed'
	const others = seats.filter((seat) => seat.memberId !== memberId)
	if (others.length > 0 && !isRun(group.kind, others)) return 'circle-needs-a-chair'
	return 'ok'
}

/**
 * Who takes the chair when the last chair or clerk of a circle goes: whoever has sat there longest. Nobody outside a
 * circle can mend it, so it must never be left without. Null when nothing needs doing.
 */
export function heirOf(kind: GroupKind, remaining: readonly HeldSeat[]): HeldSeat | null {
	if (isRun(kind, remaining)) return null
	return [...remaining].sort((a, b) => Number(a.since) - Number(b.since))[0] ?? null
}

function isRun(kind: GroupKind, seats: readonly { office: Office }[]): boolean {
	return kind !== 'circle' || seats.some(({ office }) => office !== 'none')
}
