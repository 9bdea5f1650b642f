import { hasSeat, mayReadDocument, mayReadMeeting, maySeePeople, type Who } from '../access/policies.ts'
import type { Decision } from '../decisions/decision.ts'
import type { Document } from '../documents/document.ts'
import type { MeetingBody } from '../meetings/meeting.ts'
import { seeItem } from '../meetings/see-item.ts'
import type { GroupKind } from '../people/group.ts'
import type { EntryContent } from './entry.ts'

type Guarded = Pick<Document, 'partnershipId' | 'groupId' | 'visibility'>

/** What an id in an entry stands for now. */
export type Subject =
	| { is: 'member'; id: string; partnershipId: string; name: string; voice: string }
	| { is: 'group'; id: string; partnershipId: string; name: string; kind: GroupKind }
	| { is: 'document' | 'action'; id: string; reference: string; title: string; document: Guarded }
	| {
			is: 'decision'
			id: string
			reference: string
			title: string
			document: Guarded
			/** Its result is null until it is counted. */
			vote: Pick<Decision, 'kind' | 'method' | 'rules' | 'options' | 'withdrawn' | 'result'>
	  }
	| {
			is: 'meeting'
			id: string
			reference: string
			title: string
			meeting: { publishedAt: Date | null; body: Omit<MeetingBody, 'name'> }
	  }
	| { is: 'item'; id: string; body: Omit<MeetingBody, 'name'>; privateReason: string | null; paper: Guarded | null }
	| { is: 'voice'; id: string; name: string }

/**
 * `all`: what happened, and its name. `kind`: what happened, but not to what. `nothing`: only that something happened,
 * as with everything in a circle for those who have no seat there.
 */
export type Sight = 'all' | 'kind' | 'nothing'

/** The most private thing an entry is about decides. */
export function sightOf(who: Who, subjects: readonly (Subject | undefined)[]): Sight {
	const sights = subjects.map((subject) => (subject ? sightOfSubject(who, subject) : 'all'))
	return sights.find((sight) => sight === 'nothing') ?? sights.find((sight) => sight === 'kind') ?? 'all'
}

export function sightOfSubject(who: Who, subject: Subject): Sight {
	if (subject.is === 'voice') return 'all'
	if (subject.is === 'member') return maySeePeople(who, subject) ? 'all' : 'kind'
	if (subject.is === 'group') return subject.kind !== 'circle' || (who && hasSeat(who, subject.id)) ? 'all' : 'nothing'
	if (subject.is === 'meeting') return mayReadMeeting(who, subject.meeting) ? 'all' : 'kind'
	if (subject.is === 'item') return seeItem(who, subject.body, subject) === 'all' ? 'all' : 'kind'
	if (mayReadDocument(who, subject.document)) return 'all'
	return subject.document.visibility === 'circle' ? 'nothing' : 'kind'
}

/**
 * An entry of a secret ballot. That somebody changed their mind, and at which minute, may tell whoever knows when a person sat
 * down to vote: so casting and changing are told alike, by their day.
 */
export function isSecretBallot({ kind }: Pick<EntryContent, 'kind'>, subject: Subject | undefined): boolean {
	if (kind !== 'ballot-cast' && kind !== 'ballot-changed') return false
	return subject?.is !== 'decision' || subject.vote.rules.secrecy === 'secret'
}

/** An interest in an item that the reader may not read: whose it is, they may not read either, and its member may have declared it. */
export function isHiddenInterest(
	who: Who,
	{ kind, details }: Pick<EntryContent, 'kind' | 'details'>,
	subjects: ReadonlyMap<string, Subject>,
): boolean {
	if (kind !== 'interest-declared') return false
	const item = subjects.get(String(details.itemId))
	return item === undefined || sightOfSubject(who, item) !== 'all'
}

/** Every id an entry mentions besides who did it: its subject, and what its details point to. */
export function idsIn({ subjectId, details }: Pick<EntryContent, 'subjectId' | 'details'>): string[] {
	return [subjectId, ...Object.values(details).filter((value) => typeof value === 'string')]
}
