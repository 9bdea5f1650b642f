import type { Where } from '../decisions/board/remove-names.ts'
import type { Attended, Interest, Item, Meeting } from './meeting.ts'

/** Everything that a meeting itself keeps and somebody typed, as far as one reader may see it. */
export interface MeetingWords {
	meeting: Pick<Meeting, 'place' | 'shortNoticeReason' | 'calledOffReason' | 'moves'>
	items: readonly MeetingItemWords[]
	attended: readonly Pick<Attended, 'memberId' | 'substitute'>[]
	interests: readonly Pick<
		Interest,
		'id' | 'itemId' | 'interest' | 'dispensation' | 'withdrawnAt' | 'withdrawnReason'
	>[]
	/** Why names went before. */
	removals: readonly { id: string; reason: string }[]
}

export interface MeetingItemWords
	extends Pick<
		Item,
		'id' | 'title' | 'titleChanges' | 'presenter' | 'privateReason' | 'lateReason' | 'takenOffReason' | 'noted'
	> {
	/** On the agenda; null when it was taken off. */
	number: number | null
}

type Change = (text: string, at: Where) => string

/** The same with something else for every text that somebody typed. Who came, decisions and numbers are no texts. */
export function meetingTexts(words: MeetingWords, change: Change): MeetingWords {
	const at = (text: string, typedIn: Where['in']) => change(text, { in: typedIn, correction: null })
	const maybe = (text: string | null, typedIn: Where['in']) => text && at(text, typedIn)
	const numbers = new Map(words.items.map(({ id, number }) => [id, number]))
	return {
		meeting: {
			place: at(words.meeting.place, 'place'),
			shortNoticeReason: maybe(words.meeting.shortNoticeReason, 'short-notice'),
			calledOffReason: maybe(words.meeting.calledOffReason, 'called-off'),
			moves:
				words.meeting.moves?.map((move) => ({
					...move,
					place: at(move.place, 'moved'),
					reason: at(move.reason, 'moved'),
					shortNoticeReason: maybe(move.shortNoticeReason, 'short-notice'),
				})) ?? null,
		},
		attended: words.attended.map((one) => ({ ...one, substitute: at(one.substitute, 'substitute') })),
		items: words.items.map((item) => itemWith(item, change)),
		interests: words.interests.map((one) => interestWith(one, numbers.get(one.itemId) ?? null, change)),
		removals: words.removals.map((one) => ({ ...one, reason: at(one.reason, 'removal') })),
	}
}

function itemWith(item: MeetingItemWords, change: Change): MeetingItemWords {
	const at = (text: string, typedIn: Where['in']) => change(text, { in: typedIn, correction: null, item: item.number })
	const maybe = (text: string | null, typedIn: Where['in']) => text && at(text, typedIn)
	return {
		...item,
		title: at(item.title, 'title'),
		titleChanges:
			item.titleChanges?.map((one) => ({
				...one,
				title: at(one.title, 'title'),
				reason: at(one.reason, 'retitled'),
			})) ?? null,
		presenter: at(item.presenter, 'presenter'),
		privateReason: maybe(item.privateReason, 'private'),
		lateReason: maybe(item.lateReason, 'late'),
		takenOffReason: maybe(item.takenOffReason, 'taken-off'),
		noted: maybe(item.noted, 'noted'),
	}
}

/** A withdrawn interest is kept and shown to nobody: names go from it as well, without what stands around them being told. */
function interestWith(one: MeetingWords['interests'][number], item: number | null, change: Change) {
	const hidden = one.withdrawnAt === null ? {} : { isHidden: true as const }
	const at = (typedIn: Where['in']) => ({ in: typedIn, correction: null, item })
	return {
		...one,
		interest: change(one.interest, { ...at('interest'), ...hidden }),
		dispensation: change(one.dispensation, { ...at('dispensation'), ...hidden }),
		withdrawnReason: one.withdrawnReason && change(one.withdrawnReason, at('withdrawal')),
	}
}
