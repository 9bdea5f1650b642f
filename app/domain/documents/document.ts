import type { TemplateId } from './templates.ts'

export type Visibility = 'public' | 'partnership' | 'group' | 'circle'

/**
 * `draft`: being written. `proposed`: a version is before people for a decision; the draft may go on changing, the
 * version cannot. `final`: the words of its latest version, which nobody changes unless it is opened again. `stopped`:
 * ended openly, with a reason, for good.
 */
export type Phase = 'draft' | 'proposed' | 'final' | 'stopped'

/** Why nobody can write in it; null while people can. */
export type Ending = 'final' | 'ended'

export function endingOf({ phase }: Pick<Document, 'phase'>): Ending | null {
	if (phase === 'final') return 'final'
	return phase === 'stopped' ? 'ended' : null
}

/** The statement of power and money. Empty strings where nobody has said yet. */
export interface Terms {
	open: string
	fixed: string
	fixedWhy: string
	money: string
	whoDecides: string
	/** `2026-11-21`, or null where nobody has said yet. */
	byWhen: string | null
}

export interface Document {
	id: string
	partnershipId: string
	groupId: string | null
	reference: string
	template: TemplateId
	title: string
	need: string
	needSource: string
	visibility: Visibility
	phase: Phase
	stoppedReason: string | null
	generation: number
	terms: Terms
	createdBy: string
	createdAt: Date
	/** When its words last changed, the statement of power and money among them; no vote and no step of it counts as that. */
	updatedAt: Date
}
