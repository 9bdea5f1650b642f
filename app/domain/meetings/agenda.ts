import { isShortNotice } from './clear-days.ts'
import { type Item, type Meeting, type MeetingStage, stageOf } from './meeting.ts'

type Told = Pick<Meeting, 'startsAt' | 'publishedAt' | 'calledOffAt' | 'approvedAt'>

export type PublishRefusal = 'published-already' | 'called-off' | 'no-items' | 'short-notice'

/**
 * Anybody may be told of a meeting at any time; with fewer than five clear working days, or once its hour has
 * come, the chair's reason stands beside it. */
export function judgePublishing(
	meeting: Told,
	items: readonly Pick<Item, 'takenOffAt'>[],
	reason: string | null,
	now: Date,
): PublishRefusal | 'ok' {
	if (meeting.calledOffAt) return 'called-off'
	if (meeting.publishedAt) return 'published-already'
	if (items.every(({ takenOffAt }) => takenOffAt)) return 'no-items'
	if (isShortNotice(now, meeting.startsAt) && !reason) return 'short-notice'
	return 'ok'
}

export type AddRefusal = 'called-off' | 'approved' | 'needs-paper' | 'on-agenda-already' | 'late-reason-missing'

/** What is decided is always about a frozen version. On a published agenda an item has its own clear days, or its own reason. */
export function judgeAdding(
	meeting: Told,
	items: readonly Pick<Item, 'versionId' | 'takenOffAt'>[],
	item: Pick<Item, 'purpose' | 'versionId' | 'lateReason'>,
	now: Date,
): AddRefusal | 'ok' {
	const closed = closedTo(stageOf(meeting, now))
	if (closed) return closed
	if (item.purpose === 'decide' && !item.versionId) return 'needs-paper'
	if (item.versionId && items.some((one) => one.versionId === item.versionId && !one.takenOffAt))
		return 'on-agenda-already'
	if (isLate(meeting, now) && !item.lateReason) return 'late-reason-missing'
	return 'ok'
}

/** Whether what is added now comes after publication and with too few clear days. */
export function isLate(meeting: Told, now: Date): boolean {
	return meeting.publishedAt !== null && isShortNotice(now, meeting.startsAt)
}

export type TakeOffRefusal = 'called-off' | 'approved' | 'decided' | 'reason-missing'

/** A draft lets an item go; a published agenda says why. */
export function judgeTakingOff(
	meeting: Told,
	item: Pick<Item, 'decisionId'>,
	reason: string | null,
	now: Date,
): TakeOffRefusal | 'ok' {
	const closed = closedTo(stageOf(meeting, now))
	if (closed) return closed
	if (item.decisionId) return 'decided'
	if (meeting.publishedAt && !reason) return 'reason-missing'
	return 'ok'
}

export type RetitleRefusal = 'called-off' | 'approved' | 'item-gone' | 'title-same' | 'title-reason-missing'

/** What an item is called may be put right until the minutes are approved; once people were told of it, with the reason. */
export function judgeRetitling(
	meeting: Told,
	item: Pick<Item, 'title' | 'takenOffAt'>,
	{ title, reason }: { title: string; reason: string | null },
	now: Date,
): RetitleRefusal | 'ok' {
	const closed = closedTo(stageOf(meeting, now))
	if (closed) return closed
	if (item.takenOffAt) return 'item-gone'
	if (title === item.title) return 'title-same'
	return meeting.publishedAt && !reason ? 'title-reason-missing' : 'ok'
}

export type ChangeItemRefusal = 'called-off' | 'approved' | 'details-public' | 'needs-paper'

/** What the body is asked to do and who presents it may be changed until people were told of it. */
export function judgeChangingItem(
	meeting: Told,
	item: Pick<Item, 'versionId'>,
	{ purpose }: Pick<Item, 'purpose'>,
	now: Date,
): ChangeItemRefusal | 'ok' {
	const closed = closedTo(stageOf(meeting, now))
	if (closed) return closed
	if (meeting.publishedAt) return 'details-public'
	return purpose === 'decide' && !item.versionId ? 'needs-paper' : 'ok'
}

export type MoveRefusal = 'called-off' | 'approved' | 'order-public'

/** People were told of the items by their numbers. */
export function judgeMoving(meeting: Told, now: Date): MoveRefusal | 'ok' {
	return closedTo(stageOf(meeting, now)) ?? (meeting.publishedAt ? 'order-public' : 'ok')
}

/**
 * The ids in their new order. What was taken off is passed over, and so is the other part: an item changes places with its
 * neighbour in its own part. At an end it stays where it is.
 */
export function move(
	items: readonly Pick<Item, 'id' | 'takenOffAt' | 'privateReason'>[],
	id: string,
	way: 'up' | 'down',
): string[] {
	const ids = items.map((item) => item.id)
	const moved = items.find((item) => item.id === id)
	if (!moved) return ids
	const standing = items.filter(({ takenOffAt, privateReason }) => {
		return !takenOffAt && (privateReason === null) === (moved.privateReason === null)
	})
	const at = standing.findIndex((item) => item.id === id)
	const other = standing[way === 'up' ? at - 1 : at + 1]
	if (at < 0 || !other) return ids
	return ids.map((one) => (one === id ? other.id : one === other.id ? id : one))
}

/** Which way an item can go from where it stands. */
export function waysToMove(items: Parameters<typeof move>[0], id: string): { up: boolean; down: boolean } {
	const moves = (way: 'up' | 'down') => move(items, id, way).some((one, at) => one !== items[at]!.id)
	return { up: moves('up'), down: moves('down') }
}

export type CallOffRefusal = 'called-off' | 'begun' | 'approved' | 'decided-at'

/** Only a meeting to come can be called off: what was held stays. */
export function judgeCallingOff(
	meeting: Told,
	items: readonly Pick<Item, 'decisionId'>[],
	now: Date,
): CallOffRefusal | 'ok' {
	const closed = closedTo(stageOf(meeting, now))
	if (closed) return closed
	if (meeting.publishedAt && meeting.startsAt <= now) return 'begun'
	return items.some(({ decisionId }) => decisionId) ? 'decided-at' : 'ok'
}

function closedTo(stage: MeetingStage): 'called-off' | 'approved' | null {
	return stage === 'called-off' || stage === 'approved' ? stage : null
}

/** Items as they are called out: part A and then part B, numbered through. What was taken off has no number. */
export function numbered<Kept extends Pick<Item, 'id' | 'takenOffAt' | 'privateReason'>>(
	items: readonly Kept[],
): { item: Kept; number: number | null }[] {
	const inOrder = [
		...items.filter(({ privateReason }) => privateReason === null),
		...items.filter(({ privateReason }) => privateReason !== null),
	]
	let last = 0
	return inOrder.map((item) => ({ item, number: item.takenOffAt ? null : ++last }))
}
