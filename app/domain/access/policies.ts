import type { Action } from '../actions/action.ts'
import type { Decision } from '../decisions/decision.ts'
import { type Document, endingOf } from '../documents/document.ts'
import type { Meeting, MeetingBody } from '../meetings/meeting.ts'
import type { GroupKind } from '../people/group.ts'
import { isStanding, type Supporter } from '../people/supporter.ts'
import type { Membership, Office } from './membership.ts'

/**
 * Rights, as sentences over (who, what, which thing). Pages, forms and the collab server ask these and nothing else.
 * `who` is null for somebody who is not a member of the partnership the thing belongs to.
 */
export type Who = Membership | null

type Belonging = { partnershipId: string }
type Guarded = Pick<Document, 'partnershipId' | 'groupId' | 'visibility'>

export function mayReadPartnership(who: Who, partnership: { id: string; open: boolean }): boolean {
	return partnership.open || isOf(who, { partnershipId: partnership.id })
}

/** Facilitators read what a group writes, but never a circle's words unless they have a seat there. */
export function mayReadDocument(who: Who, document: Guarded): boolean {
	if (document.visibility === 'public') return true
	if (!isOf(who, document)) return false
	if (document.visibility === 'partnership') return true
	if (hasSeat(who, document.groupId)) return true
	return document.visibility === 'group' && who.role === 'facilitator'
}

/** Equal pens: every voice writes alike. A group's document is written by its seats; running the room gives no pen. */
export function mayWriteDocument(who: Who, document: Guarded & Pick<Document, 'phase'>): boolean {
	if (endingOf(document)) return false
	return mayOwnWords(who, document)
}

/** Freezing, proposing and stating power and money belong to those who write. */
export function mayFreezeDocument(who: Who, document: Guarded & Pick<Document, 'phase'>): boolean {
	return mayWriteDocument(who, document)
}

/** Who can see it, ending it openly, and saying that its words are final: the writers' own facilitator, chair or clerk. */
export function mayRunDocument(who: Who, document: Guarded): boolean {
	if (document.groupId)
		return mayRunGroup(who, {
			partnershipId: document.partnershipId,
			id: document.groupId,
			kind: document.visibility === 'circle' ? 'circle' : 'panel',
		})
	return isFacilitator(who, document)
}

/**
 * Removing words for good, while they are written and after: whoever runs the document. In a circle that is its own chair
 * or clerk, and no facilitator.
 */
export function mayEraseWords(who: Who, document: Guarded): boolean {
	return mayRunDocument(who, document)
}

export function mayStartDocument(who: Who, here: Belonging): boolean {
	return isOf(who, here) && who.role !== 'observer'
}

/** A circle runs itself: its own chair or clerk and nobody else. */
export function mayRunGroup(who: Who, group: Belonging & { id: string; kind: GroupKind }): boolean {
	if (!isOf(who, group)) return false
	if (holdsOffice(who, group.id, 'chair') || holdsOffice(who, group.id, 'clerk')) return true
	return group.kind !== 'circle' && who.role === 'facilitator'
}

/** Who sits where is known to every member, except in a circle, which only its own seats know of. */
export function maySeeGroup(who: Who, group: Belonging & { id: string; kind: GroupKind }): boolean {
	return isOf(who, group) && (group.kind !== 'circle' || hasSeat(who, group.id))
}

/** Panels, boards and collaboratives are set up by a facilitator; any member may begin a private circle. */
export function mayMakeGroup(who: Who, here: Belonging, kind: GroupKind): boolean {
	if (kind !== 'circle') return isFacilitator(who, here)
	return isOf(who, here) && who.role !== 'observer'
}

export function mayOpenDecision(who: Who, group: Belonging & { id: string; kind: GroupKind }): boolean {
	return mayRunGroup(who, group)
}

/** A board's decision is entered, and corrected until it is approved, by those who run a body that meets. */
export function mayMinute(who: Who, group: Belonging & { id: string; kind: GroupKind }): boolean {
	return (group.kind === 'board' || group.kind === 'collaborative') && mayRunGroup(who, group)
}

/** Approving is the body's own: its chair or clerk says that a later meeting agreed. */
export function mayApproveMinute(who: Who, group: Belonging & { id: string; kind: GroupKind }): boolean {
	if (!mayMinute(who, group) || who === null) return false
	return holdsOffice(who, group.id, 'chair') || holdsOffice(who, group.id, 'clerk')
}

/** A draft agenda is for those who run the body and its seats; a published one for whoever may read the partnership. */
export function mayReadMeeting(
	who: Who,
	{ publishedAt, body }: Pick<Meeting, 'publishedAt'> & { body: Omit<MeetingBody, 'name'> },
): boolean {
	return (publishedAt !== null && body.kind !== 'circle') || mayReadPartB(who, body)
}

/** What is not public at a meeting: for the body's seats, and for those who run it. */
export function mayReadPartB(who: Who, body: Omit<MeetingBody, 'name'>): boolean {
	return mayMinute(who, body) || (isOf(who, body) && hasSeat(who, body.id))
}

/** An interest is declared by whoever has it, from their own seat, or written down for them by those who run the meeting. */
export function mayDeclareInterest(who: Who, body: Omit<MeetingBody, 'name'>, memberId: string): boolean {
	if (mayMinute(who, body)) return true
	return isOf(who, body) && who.memberId === memberId && hasSeat(who, body.id)
}

/** Only a person on the roll, and only while the vote is open (`decisions/cast` checks the moment). */
export function mayVote(
	who: Who,
	decision: Pick<Decision, 'partnershipId'>,
	roll: { has(memberId: string): boolean },
): boolean {
	return isOf(who, decision) && roll.has(who.memberId)
}

/** Only the person named when voting opened, whoever chairs the group by now. */
export function mayGiveCastingVote(who: Who, { rules, ...decision }: Belonging & Pick<Decision, 'rules'>): boolean {
	return isOf(who, decision) && 'castingVote' in rules && rules.castingVote?.memberId === who.memberId
}

export function mayDisagree(who: Who, decision: Belonging): boolean {
	return isOf(who, decision) && who.role !== 'observer'
}

export function mayAgreeAction(who: Who, group: Belonging & { id: string; kind: GroupKind }): boolean {
	return mayRunGroup(who, group)
}

/** The lead, the citizen partner, and the facilitators report; everyone reads. */
export function mayReportOnAction(
	who: Who,
	action: Pick<Action, 'partnershipId' | 'leadMemberId' | 'citizenPartnerId'>,
): boolean {
	if (!isOf(who, action) || who.role === 'observer') return false
	return who.role === 'facilitator' || who.memberId === action.leadMemberId || who.memberId === action.citizenPartnerId
}

export function mayGiveVerdict(who: Who, action: Belonging): boolean {
	return isOf(who, action) && who.role !== 'observer'
}

/** A member alone says who helps them: nobody consents for another, whoever they are. */
export function mayNameSupporter(who: Who, member: Belonging & { id: string }): boolean {
	return isOf(who, member) && who.memberId === member.id
}

/** Either of the two may end it, at any time. */
export function mayEndSupport(
	who: Who,
	support: Pick<Supporter, 'partnershipId' | 'memberId' | 'supporterId'>,
): boolean {
	return isOf(who, support) && (who.memberId === support.memberId || who.memberId === support.supporterId)
}

/**
 * A supporter helps one member to vote, while that member's consent stands. It is never a vote of the supporter's own:
 * whoever helps is named on no roll by it.
 */
export function mayHelpToVote(who: Who, support: Supporter | null, elector: { memberId: string }, now: Date): boolean {
	if (!support || !isOf(who, support) || who.memberId === elector.memberId) return false
	const isTheirs = support.supporterId === who.memberId && support.memberId === elector.memberId
	return isTheirs && support.scope === 'votes' && isStanding(support, now)
}

export function mayManagePeople(who: Who, here: Belonging): boolean {
	return isFacilitator(who, here)
}

/** Access needs are for the member and the facilitators, and for nobody else. */
export function mayReadAccessNeeds(who: Who, member: Belonging & { id: string }): boolean {
	return isOf(who, member) && (who.memberId === member.id || who.role === 'facilitator')
}

export function maySeePeople(who: Who, here: Belonging): boolean {
	return isOf(who, here)
}

function mayOwnWords(who: Who, document: Guarded): boolean {
	if (!isOf(who, document) || who.role === 'observer') return false
	return document.groupId ? hasSeat(who, document.groupId) : true
}

function isOf(who: Who, { partnershipId }: Belonging): who is Membership {
	return who !== null && who.partnershipId === partnershipId
}

function isFacilitator(who: Who, here: Belonging): boolean {
	return isOf(who, here) && who.role === 'facilitator'
}

export function hasSeat(who: Membership, groupId: string | null): boolean {
	return groupId !== null && who.seats.some((seat) => seat.groupId === groupId)
}

export function holdsOffice(who: Membership, groupId: string, office: Office): boolean {
	return who.seats.some((seat) => seat.groupId === groupId && seat.office === office)
}
