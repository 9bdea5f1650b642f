import type { DecisionAbout } from '../../../db/queries/decisions.ts'
import { stateAt } from '../../domain/decisions/cast.ts'
import { isCastingVoteOver } from '../../domain/decisions/casting-vote.ts'
import type { DecisionPart } from '../../domain/decisions/decision.ts'
import type { Visibility } from '../../domain/documents/document.ts'
import { shortFingerprint } from '../../domain/short-fingerprint.ts'
import type { RuleNames } from './motion-words.ts'

/** What of a decision leaves the server: every page of it shows its title, its seal and how it stands. */
export function presentDecision(decision: DecisionAbout & RuleNames, now: Date) {
	const {
		id,
		reference,
		kind,
		question,
		options,
		shortlist,
		withdrawn,
		tieOrder,
		tieSeed,
		groupName,
		electors,
		about,
	} = decision
	const { opensAt, closesAt, closedAt, stoppedReason, outcome, voiceNames, castingVoter } = decision
	return {
		...methodOf(decision),
		id,
		reference,
		kind,
		question,
		options,
		shortlist,
		withdrawn,
		tieOrder,
		tieSeed,
		opensAt,
		closesAt,
		closedAt,
		stoppedReason,
		outcome,
		...(voiceNames && { voiceNames }),
		...(castingVoter && { castingVoter }),
		groupName,
		electors,
		seal: decision.seal,
		shortSeal: shortFingerprint(decision.seal),
		state: stateAt(decision, now),
		castingVoteOver: isCastingVoteOver(decision, now),
		about: {
			documentId: about.documentId,
			title: about.title,
			number: about.number,
			fingerprint: shortFingerprint(about.fingerprint),
		},
		seenBy: seenBy(about.visibility, about, groupName),
	}
}

/** A method with its own rules and result, so that whoever shows them knows which they are. */
function methodOf(decision: DecisionAbout): DecisionPart<'method' | 'rules' | 'result'> {
	const { method, rules, result } = decision
	return { method, rules, result } as DecisionPart<'method' | 'rules' | 'result'>
}

export type ShownDecision = ReturnType<typeof presentDecision>

/** On a page that only the reader sees, such as their ballot: who can see what is voted on, and that nobody sees the page. */
export function presentOwn(decision: DecisionAbout & RuleNames, now: Date): ShownDecision {
	const { about, groupName } = decision
	const readers = seenBy(about.visibility, about, groupName, 'what is voted on')
	return { ...presentDecision(decision, now), seenBy: `${readers} Only you see this page.` }
}

/** A decision is as visible as the document it is about; a group's document is decided by that group alone. */
export function seenBy(visibility: Visibility, { open }: { open: boolean }, groupName: string, what = 'this'): string {
	const members = `Only members of this partnership can read ${what}.`
	const readers: Record<Visibility, string> = {
		public: open ? `Everyone can read ${what}.` : members,
		partnership: members,
		group: `Only the people in ${groupName} and the facilitators can read ${what}.`,
		circle: `Only the people in this circle can read ${what}. Facilitators cannot.`,
	}
	return readers[visibility]
}
