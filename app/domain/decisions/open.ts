import type { Office, Role } from '../access/membership.ts'
import type { Document, Terms } from '../documents/document.ts'
import { type ProposeRefusal, propose } from '../documents/propose.ts'
import type { Version } from '../documents/version.ts'
import type { Group } from '../people/group.ts'
import { type RulesRefusal, rulesProblems, shortlistProblems } from './askable.ts'
import type { CommonRules, DecisionKind, DecisionPart, Shortlist } from './decision.ts'

/** Somebody with a seat in the group that decides. */
export interface Seated {
	memberId: string
	name: string
	voiceId: string
	voice: string
	shape: number
	role: Role
	votes: boolean
	office: Office
}

export type Question = DecisionPart<'kind' | 'method' | 'question' | 'rules' | 'options' | 'closesAt'> & {
	shortlist?: Shortlist | null
}

export type OpenRefusal =
	| 'taken-at-a-meeting'
	| 'question-missing'
	| 'closes-in-the-past'
	| 'closes-too-late'
	| 'group-closed'
	| 'group-cannot-read'
	| 'document-stopped'
	| 'not-the-final-version'
	| 'casting-vote-not-theirs'
	| RulesRefusal
	| Exclude<ProposeRefusal, 'not-a-draft'>

export interface OpeningProblem {
	refused: OpenRefusal
	missing?: (keyof Terms)[]
	/** The option or voice it is about. */
	which?: string
}

export type Opening = OpeningProblem | { electorate: Seated[]; document: Document }

export interface OpenSetting {
	document: Document
	version: Pick<Version, 'id' | 'sections' | 'terms'>
	latestVersionId: string
	group: Group
	seated: readonly Seated[]
	/** Who may be given the casting vote: `castingVoterOf`. */
	castingVoter?: Pick<Seated, 'memberId'> | null
}

const longestVoteMs = 366 * 24 * 60 * 60_000

/**
 * May this question be put to this group about this version, and who answers it? A panel vote asks the voting seats, a
 * show of views every seat; an observer only watches. A panel vote is binding, so its version must be fit to be proposed,
 * and opening it moves a draft on: `document` comes back as it is to be saved. Of final words, only the final version is
 * voted on.
 */
export function open(asked: Question, setting: OpenSetting, now: Date): Opening {
	for (const problem of openingProblems(asked, setting, now)) return problem
	const { document } = setting
	const electorate = electorateOf(asked.kind, setting.seated)
	if (asked.kind !== 'panel-vote') return { electorate, document }
	// Final words stay final: what is decided is a version, and theirs is the one that cannot be overtaken.
	const phase = document.phase === 'final' ? 'final' : 'proposed'
	return { electorate, document: { ...document, phase } }
}

/** Everything that stands against opening it, the first being what `open` refuses it for. */
export function* openingProblems(
	asked: Question,
	{ document, version, latestVersionId, group, seated, castingVoter = null }: OpenSetting,
	now: Date,
): Generator<OpeningProblem> {
	for (const refused of [unclear(asked, now), unfit(document, group)]) if (refused) yield { refused }
	yield* rulesProblems(asked, electorateOf(asked.kind, seated))
	yield* shortlistProblems(asked)
	const casting = 'castingVote' in asked.rules ? asked.rules.castingVote : undefined
	if (casting && casting.memberId !== castingVoter?.memberId) yield { refused: 'casting-vote-not-theirs' }
	if (asked.kind !== 'panel-vote') return
	if (document.phase === 'final' && version.id !== latestVersionId) {
		yield { refused: 'not-the-final-version' }
		return
	}
	const proposing = propose({ ...document, phase: 'draft', terms: termsOf(version) }, version.sections)
	if (!('refused' in proposing)) return
	if (proposing.refused === 'not-a-draft') throw new Error('asked as a draft, refused as none')
	yield { refused: proposing.refused, ...(proposing.missing && { missing: proposing.missing }) }
}

export function electorateOf(kind: DecisionKind, seated: readonly Seated[]): Seated[] {
	return seated.filter((seat) => seat.role !== 'observer' && (kind === 'show-of-views' || seat.votes))
}

function unclear({ kind, question, closesAt }: Question, now: Date): OpenRefusal | null {
	if (kind === 'board-decision') return 'taken-at-a-meeting'
	if (question.trim() === '') return 'question-missing'
	if (closesAt <= now) return 'closes-in-the-past'
	if (closesAt.getTime() - now.getTime() > longestVoteMs) return 'closes-too-late'
	return null
}

function unfit(document: Document, group: Group): OpenRefusal | null {
	if (group.closedAt) return 'group-closed'
	if (document.phase === 'stopped') return 'document-stopped'
	const ownSeatsOnly = document.visibility === 'group' || document.visibility === 'circle'
	return ownSeatsOnly && document.groupId !== group.id ? 'group-cannot-read' : null
}

/** The statement of power and money as it was frozen, not as it stands now. */
function termsOf({ terms }: Pick<Version, 'terms'>): Terms {
	const {
		open = '',
		fixed = '',
		fixedWhy = '',
		money = '',
		whoDecides = '',
		byWhen = null,
	} = JSON.parse(terms) as Partial<Terms>
	return { open, fixed, fixedWhy, money, whoDecides, byWhen }
}

/** Citizens' ballots are secret by default; a board's votes, and those of officers and providers alone, are named. */
export function usualSecrecy(
	seated: readonly Pick<Seated, 'voiceId'>[],
	citizenVoiceId: string | undefined,
	isBoardVote = false,
): CommonRules['secrecy'] {
	return !isBoardVote && seated.some((seat) => seat.voiceId === citizenVoiceId) ? 'secret' : 'named'
}
