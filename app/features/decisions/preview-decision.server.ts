import type { DecisionAbout } from '../../../db/queries/decisions.ts'
import type { Question } from '../../domain/decisions/open.ts'
import type { Document } from '../../domain/documents/document.ts'
import type { Version } from '../../domain/documents/version.ts'
import type { Group } from '../../domain/people/group.ts'
import type { RuleNames } from './motion-words.ts'
import { presentDecision, type ShownDecision } from './present-decision.server.ts'

interface AboutToOpen {
	id: string
	question: Question
	document: Document
	version: Version
	group: Group
	/** Whether the partnership shows anyone what is public in it. */
	open: boolean
	electors: number
	openedBy: string
	/** What the voices and the person are called that the rules name. */
	names: RuleNames
}

/** The decision as its pages will show it once it is open; its reference, its seal and its lot are not made yet. */
export function previewDecision(
	{ id, question, document, version, group, open, electors, openedBy, names }: AboutToOpen,
	now: Date,
): ShownDecision {
	const soon = {
		...question,
		shortlist: question.shortlist ?? null,
		id,
		partnershipId: document.partnershipId,
		groupId: group.id,
		versionId: version.id,
		reference: '',
		tieOrder: question.options.map((option) => option.id),
		tieSeed: '',
		seal: '',
		state: 'open',
		opensAt: now,
		closedAt: null,
		stoppedReason: null,
		withdrawn: [],
		result: null,
		outcome: null,
		openedBy,
		groupName: group.name,
		electors,
		about: {
			documentId: document.id,
			documentReference: document.reference,
			partnershipId: document.partnershipId,
			groupId: document.groupId,
			visibility: document.visibility,
			open,
			title: version.title,
			number: version.number,
			fingerprint: version.fingerprint,
		},
	} as DecisionAbout
	return presentDecision({ ...soon, ...names }, now)
}
