import type { Membership } from '../access/membership.ts'
import { hasSeat, mayStartDocument } from '../access/policies.ts'
import type { Group } from '../people/group.ts'
import type { Document, Terms, Visibility } from './document.ts'
import type { TemplateId } from './templates.ts'

export interface NewDocument {
	id: string
	title: string
	template: TemplateId
	need: string
	needSource: string
	groupId: string | null
	visibility: Visibility
}

export type StartRefusal = 'not-allowed' | 'group-not-found' | 'no-seat' | VisibilityRefusal
export type VisibilityRefusal = 'circle-is-private' | 'needs-group' | 'needs-circle'

export const nothingStated: Terms = { open: '', fixed: '', fixedWhy: '', money: '', whoDecides: '', byWhen: null }

/** A group's document is started by somebody with a seat in it, because only seats may write. */
export function start(
	who: Membership,
	{ groupId, ...input }: NewDocument,
	group: Group | null,
	now: Date,
): { refused: StartRefusal } | { document: Omit<Document, 'reference'> } {
	if (!mayStartDocument(who, who)) return { refused: 'not-allowed' }
	if (groupId && (!group || group.closedAt)) return { refused: 'group-not-found' }
	// To somebody outside it, a circle does not exist.
	if (group && !hasSeat(who, group.id)) return { refused: group.kind === 'circle' ? 'group-not-found' : 'no-seat' }
	const refused = refuseVisibility(input.visibility, group)
	if (refused) return { refused }
	return {
		document: {
			...input,
			groupId,
			partnershipId: who.partnershipId,
			phase: 'draft',
			stoppedReason: null,
			generation: 1,
			terms: nothingStated,
			createdBy: who.memberId,
			createdAt: now,
			updatedAt: now,
		},
	}
}

const breadth: Record<Visibility, number> = { circle: 0, group: 1, partnership: 2, public: 3 }

/** Whether people can read it afterwards who could not before. */
export function widens(from: Visibility, to: Visibility): boolean {
	return breadth[to] > breadth[from]
}

/** What a circle writes is seen by the circle and nobody else; nothing else can be a circle's. */
export function refuseVisibility(visibility: Visibility, group: Pick<Group, 'kind'> | null): VisibilityRefusal | null {
	if (group?.kind === 'circle') return visibility === 'circle' ? null : 'circle-is-private'
	if (visibility === 'circle') return 'needs-circle'
	return visibility === 'group' && !group ? 'needs-group' : null
}
