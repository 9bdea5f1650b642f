import type {
	ConsentResult,
	ConsentRules,
	DecisionKind,
	MotionResult,
	MotionRules,
	Outcome,
	Result,
	Tally,
} from '../../domain/decisions/decision.ts'
import { motionOutcome, turnoutOf } from '../../domain/decisions/methods/motion.ts'
import { outcomeWords } from './decision-words.ts'
import { concernWords } from './method-words.ts'
import type { ShownVoice } from './read-result.server.ts'
import { type Say, sayFor } from './would-words.ts'

export function motionTitle(kind: DecisionKind, outcome: Outcome, castingVoteOver = false): string {
	if (outcome !== 'level') return outcomeWords(kind, outcome)
	return castingVoteOver
		? 'Not agreed. Votes were level, and the casting vote was not used in time.'
		: 'Level. It is not agreed unless the casting vote says so.'
}

/**
 * Of a show of views that did not reach what was asked for, what people think: as many for as against are evenly split, and more
 * for than against are in favour, though not enough of them.
 */
export function motionViewsTitle({ outcome, tally, lock = [] }: MotionResult): string {
	if (outcome !== 'not-agreed') return outcomeWords('show-of-views', outcome)
	if (isNeither(tally)) return 'Nobody is for or against.'
	if (tally.for === tally.against) return 'People are evenly split.'
	if (tally.for < tally.against) return 'People are not in favour.'
	return lock.some((voice) => voice.outcome !== 'agreed')
		? 'Not every voice that was asked by itself is in favour.'
		: outcomeWords('show-of-views', outcome)
}

/** The outcome in one sentence, where a list has no room for why. */
export function outcomeTitle(kind: DecisionKind, result: Result): string {
	return kind === 'show-of-views' && 'tally' in result ? motionViewsTitle(result) : outcomeWords(kind, result.outcome)
}

function isNeither({ for: inFavour = 0, against = 0 }: Partial<Tally>) {
	return inFavour === 0 && against === 0
}

export function consentTitle(kind: DecisionKind, { outcome, counts, lock }: ConsentResult): string {
	const isViews = kind === 'show-of-views'
	if (outcome === 'agreed') return isViews ? 'Nobody objects.' : 'Agreed: nobody objects.'
	if (outcome !== 'not-agreed') return outcomeWords(kind, outcome)
	if (counts.object === 0 && lock) return outcomeWords(kind, outcome)
	const who = counts.object === 1 ? 'One person objects' : `${counts.object} people object`
	return isViews ? `${who}.` : `Not agreed: ${who.toLowerCase()}.`
}

function consentRule(say: Say) {
	const enough = say('to stop it', 'for people not to be in favour')
	return `One objection is enough ${enough}. ${concernWords(say)}`
}

export function consentWhy(kind: DecisionKind, rules: ConsentRules, { counts }: ConsentResult): string[] {
	const say = sayFor({ kind })
	const answered = counts.agree + counts.concern + counts.object
	const silence = rules.silenceIsConsent
		? `${counts.silent} said nothing, and here silence counts as ${say('agreeing', 'in favour')}.`
		: counts.silent > 0
			? `${counts.silent} said nothing. ${say('Silence is not agreement.', 'Silence says nothing.')}`
			: ''
	const quorum =
		rules.quorum > 0 && answered < rules.quorum && !rules.silenceIsConsent
			? `At least ${rules.quorum} had to answer and ${answered} did, so ${say('nothing was settled', 'nothing can be said')} either way.`
			: ''
	return [`${consentCountWords(counts)} ${consentRule(say)}`, silence, quorum].filter((words) => words !== '')
}

function consentCountWords({ agree, concern, object }: ConsentResult['counts']): string {
	const live = `${concern} can live with it but ${concern === 1 ? 'has' : 'have'} a concern`
	return `${agree} agreed, ${live}, ${object} objected.`
}

/** What each voice that was asked by itself said: it may settle the whole, so it is told aloud and by name. */
export function lockWhy(
	kind: DecisionKind,
	outcome: Outcome,
	voices: readonly Pick<ShownVoice, 'voice' | 'locked' | 'tally'>[],
): string[] {
	const asked = voices.flatMap((one) =>
		one.locked ? [`${one.voice}: ${lockedWords(kind, one.locked, one.tally)}.`] : [],
	)
	if (asked.length === 0) return []
	const say = sayFor({ kind })
	const each = `Some voices were also asked by themselves, and each ${say('had to agree', 'has to be in favour')}.`
	const isShort = voices.some(({ locked }) => locked === 'no-quorum' || locked === 'nobody-voted')
	const isAgainst = voices.some(({ locked }) => locked === 'not-agreed') && outcome === 'not-agreed'
	const so =
		isShort && outcome === 'no-quorum'
			? [`So ${say('nothing was settled', 'nothing can be said')} either way.`]
			: isAgainst
				? [
						say(
							'One that did not settles it, whatever all together said.',
							'Where one is not, people are not said to be in favour, whatever all together said.',
						),
					]
				: []
	return [[each, ...asked, ...so].join(' ')]
}

/**
 * "agreed": what one voice said by itself. Of a show of views nothing is agreed, and a voice that only abstained is neither for nor
 * against; where its numbers are too few to show, no more is said than that too few are in favour.
 */
export function lockedWords(kind: DecisionKind, locked: Outcome, tally: ShownVoice['tally']): string {
	if (locked === 'no-quorum') return 'too few took part'
	if (locked === 'nobody-voted') return 'nobody voted'
	const yes = locked === 'agreed'
	if (kind !== 'show-of-views') return yes ? 'agreed' : 'not agreed'
	return yes ? 'in favour' : notInFavour(tally)
}

function notInFavour(tally: ShownVoice['tally']): string {
	if (!tally || !('against' in tally)) return 'not enough in favour'
	if (isNeither(tally)) return 'neither for nor against'
	const { for: inFavour = 0, against = 0 } = tally
	if (inFavour === against) return 'evenly split'
	return inFavour < against ? 'not in favour' : 'not enough in favour'
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
