import { type Day, londonDay } from '../../actions/days.ts'
import type { Minuted } from './correct.ts'

export type ApproveRefusal = 'approved' | 'corrected-meanwhile' | 'day-missing' | 'day-not-after' | 'day-later'

/** May this minute be approved, as a later meeting agreed on `day`? It is locked by it. Null when it may. */
export function approveRefusal(
	{ minute, corrections, approvedAt }: Minuted,
	{ day, base }: { day: Day; base: number },
	now: Date,
): ApproveRefusal | null {
	if (approvedAt) return 'approved'
	if (base !== corrections) return 'corrected-meanwhile'
	if (!day) return 'day-missing'
	if (day <= minute.heldOn) return 'day-not-after'
	return day > londonDay(now) ? 'day-later' : null
}
