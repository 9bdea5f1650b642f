import { mayReadDocument, mayReadPartB, type Who } from '../access/policies.ts'
import type { Document } from '../documents/document.ts'
import type { Item, MeetingBody } from './meeting.ts'

type Guarded = Pick<Document, 'partnershipId' | 'groupId' | 'visibility'>

/**
 * Why an item is part B for a reader. `paper`: they may not read its paper, so it is not named to them. Which group may is
 * not told either: a circle may be unknown to them.
 */
export type Withheld = { because: 'private'; reason: string } | { because: 'paper'; openTo: 'members' | 'some-members' }

export type ItemSight = 'all' | Withheld

/** What a reader may know of an item on an agenda that they may read. */
export function seeItem(
	who: Who,
	body: Omit<MeetingBody, 'name'>,
	{ privateReason, paper }: Pick<Item, 'privateReason'> & { paper: Guarded | null },
): ItemSight {
	if (privateReason !== null && !mayReadPartB(who, body)) return { because: 'private', reason: privateReason }
	if (!paper || mayReadDocument(who, paper)) return 'all'
	return { because: 'paper', openTo: paper.visibility === 'partnership' ? 'members' : 'some-members' }
}
