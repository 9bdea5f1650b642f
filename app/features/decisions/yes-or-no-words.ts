import type {
	ConsentResult,
	ConsentRules,
	DecisionKind,
	MotionResult,
	MotionRules,
	Outcome,
} from '../../domain/decisions/decision.ts'
import { motionOutcome, turnoutOf } from '../../domain/decisions/methods/motion.ts'
import { outcomeWords } from './decision-words.ts'
import type { ShownVoice } from './read-result.server.ts'

export function motionTitle(kind: DecisionKind, outcome: Outcome, castingVoteOver = false): string {
	if (outcome !== 'level') return outcomeWords(kind, outcome)
	return castingVoteOver
		? 'Not agreed. Votes were level, and the casting vote was not used in time.'
		: 'Level. It is not agreed unless the casting vote says so.'
}

export function consentTitle(kind: DecisionKind, { outcome, counts, lock }: ConsentResult): string {
	const isViews = kind === 'show-of-views'
	if (outcome === 'agreed') return isViews ? 'Nobody objects.' : 'Agreed: nobody objects.'
	if (outcome !== 'not-agreed') return outcomeWords(kind, outcome)
	if (counts.object === 0 && lock) return outcomeWords(kind, outcome)
	const who = counts.object === 1 ? 'One person objects' : `${counts.object} people object`
	return isViews ? `${who}.` : `Not agreed: ${who.toLowerCase()}.`
}

export const consentRule = 'One objection is enough to stop it. A concern is written down and stops nothing.'

export function consentWhy(rules: ConsentRules, { counts }: ConsentResult): string[] {
	const answered = counts.agree + counts.concern + counts.object
	const silence = rules.silenceIsConsent
		? `${counts.silent} said nothing, and here silence counts as agreeing.`
		: counts.silent > 0
			? `${counts.silent} said nothing. Silence is not agreement.`
			: ''
	const quorum =
		rules.quorum > 0 && answered < rules.quorum && !rules.silenceIsConsent
			? `At least ${rules.quorum} had to answer and ${answered} did, so nothing was settled either way.`
			: ''
	return [`${consentCountWords(counts)} ${consentRule}`, silence, quorum].filter((words) => words !== '')
}

function consentCountWords({ agree, concern, object }: ConsentResult['counts']): string {
	const live = `${concern} can live with it but ${concern === 1 ? 'has' : 'have'} a concern`
	return `${agree} agreed, ${live}, ${object} objected.`
}

/** What each voice that was asked by itself said: it may settle the whole, so it is told aloud and by name. */
export function lockWhy(
	kind: DecisionKind,
	outcome: Outcome,
	voices: readonly Pick<ShownVoice, 'voice' | 'locked'>[],
): string[] {
	const asked = voices.flatMap(({ voice, locked }) => (locked ? [`${voice}: ${lockedWords(kind, locked)}.`] : []))
	if (asked.length === 0) return []
	const each =
		kind === 'show-of-views'
			? 'Some voices were also asked by themselves, and each has to be in favour.'
			: 'Some voices were also asked by themselves, and each had to agree.'
	const isShort = voices.some(({ locked }) => locked === 'no-quorum' || locked === 'nobody-voted')
	const isAgainst = voices.some(({ locked }) => locked === 'not-agreed') && outcome === 'not-agreed'
	const so =
		isShort && outcome === 'no-quorum'
			? ['So nothing was settled either way.']
			: isAgainst
				? [`One that ${kind === 'show-of-views' ? 'is' : 'did'} not settles it, whatever all together said.`]
				: []
	return [[each, ...asked, ...so].join(' ')]
}

/** "agreed": what one voice said by itself. Of a show of views nothing is agreed. */
export function lockedWords(kind: DecisionKind, locked: Outcome): string {
	if (locked === 'no-quorum') return 'too few took part'
	if (locked === 'nobody-voted') return 'nobody voted'
	const yes = locked === 'agreed'
	if (kind === 'show-of-views') return yes ? 'in favour' : 'not in favour'
	return yes ? 'agreed' : 'not agreed'
}

const few = [1, 2, 3]

/** How few more would have been enough, of those who had not voted; else how few had to vote the other way. Up to three. */
export function motionMissed(
	{ threshold, of = 'voting' }: MotionRules,
	{ tally, electors, outcome, lock = [] }: MotionResult,
): string[] {
	// Where a voice did not agree, no number of votes in all would do; how close that voice was may show how one person voted.
	if (outcome !== 'not-agreed' || lock.some((voice) => voice.outcome !== 'agreed')) return []
	const isEnough = (more: number, fewer: number) => {
		const asIf = { tally: { ...tally, for: tally.for + more, against: tally.against - fewer }, electors }
		return motionOutcome({ threshold, of, quorum: 0 }, asIf) === 'agreed'
	}
	const left = electors - turnoutOf(tally)
	const more = few.find((count) => count <= left && isEnough(count, 0))
	if (more) return [`${more} more for would have been enough.`]
	const turned = few.find((count) => count <= tally.against && isEnough(count, count))
	if (!turned) return []
	return [
		`If ${turned === 1 ? '1 person' : `${turned} people`} had voted for instead of against, it would have been enough.`,
	]
}
