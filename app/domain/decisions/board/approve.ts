import {
	type ApprovalDay,
	type ApprovalDayRefusal,
	approvalDayRefusal,
	type Held,
} from '../../meetings/approval-day.ts'
import type { Minuted } from './correct.ts'

export type NotAsReadRefusal = 'approved' | 'corrected-meanwhile'
export type ApproveRefusal = NotAsReadRefusal | ApprovalDayRefusal

/** Does the minute stand as its approver read it? `base` is how many corrections they had seen. Null when it does. */
export function notAsReadRefusal(
	{ corrections, approvedAt }: Pick<Minuted, 'corrections' | 'approvedAt'>,
	base: number,
): NotAsReadRefusal | null {
	if (approvedAt) return 'approved'
	return base === corrections ? null : 'corrected-meanwhile'
}

/**
 * May this minute be approved by itself, as a later meeting agreed on `day`? It is locked by it. `later`: the meetings of its
 * body. Null when it may.
 */
export function approveRefusal(
	standing: Minuted,
	asked: ApprovalDay & { base: number },
	later: readonly Held[],
	now: Date,
): ApproveRefusal | null {
	const day = { heldOn: standing.minute.heldOn, later }
	return notAsReadRefusal(standing, asked.base) ?? approvalDayRefusal(asked, day, now)
}
