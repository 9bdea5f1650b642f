import { castingVoteDays } from '../../domain/decisions/casting-vote.ts'
import type {
	CommonRules,
	DecisionKind,
	Fraction,
	MotionRules,
	Outcome,
	VoiceQuorum,
} from '../../domain/decisions/decision.ts'
import { type MotionVote, motionOutcome, turnoutOf } from '../../domain/decisions/methods/motion.ts'
import { countWords, shareNames } from './decision-words.ts'
import { listWords } from './option-names.ts'
import { type Say, sayFor } from './would-words.ts'

/** Rules hold ids; whoever shows them knows what these are called. */
export interface RuleNames {
	/** By voice id: "Citizens". */
	voiceNames?: Readonly<Record<string, string>>
	/** Who may settle a level vote. */
	castingVoter?: string | null
	/** The vote was level, and whoever might have settled it did not in time. */
	castingVoteOver?: boolean
}

/** `outcome`: of the whole, where voices were also asked by themselves; without it, that of the total. */
type WhyNames = RuleNames & { kind?: DecisionKind }
type VoteTold = MotionVote & { outcome?: Outcome }

/** "11 for, 2 against, 1 abstained. It needed more for than against and at least 10 taking part. It had both." */
export function whyWords(rules: MotionRules, vote: VoteTold, names: WhyNames = {}): string {
	return `${countWords(vote.tally)} It needed ${conditionWords(rules, names)}. ${hadWords(rules, vote, names)}`
}

/** "more for than against, at least 10 taking part and at least 2 of the Citizens taking part" */
export function conditionWords(rules: MotionRules, names: RuleNames = {}): string {
	return listWords(conditionsOf(rules, names))
}

function conditionsOf(rules: MotionRules, names: RuleNames): string[] {
	const { threshold, of, quorum, voiceQuorum = [] } = rules
	return [
		thresholdWords(threshold, of),
		...(quorum > 0 ? [`at least ${quorum} taking part${quorumShareWords(rules)}`] : []),
		...voiceQuorum.map((asked) => `at least ${asked.quorum} of the ${nameOf(asked, names)} taking part`),
	]
}

/** " (half of all who may vote)", where the number was worked out from a share. */
export function quorumShareWords({ quorumShare }: Pick<CommonRules, 'quorumShare'>): string {
	return quorumShare ? ` (${shareName(quorumShare)} of all who may vote)` : ''
}

/** "At least 10 of the 13 who may vote (three quarters of all who may vote)", a line each; for the look before opening. */
export function quorumRows(
	rules: Pick<CommonRules, 'quorum' | 'quorumShare'> & Pick<MotionRules, 'voiceQuorum'>,
	electors: number,
	voiceNames: RuleNames['voiceNames'] = {},
): string[] {
	const { quorum, quorumShare, voiceQuorum = [] } = rules
	const share = quorumShare ? `, which is ${shareName(quorumShare)} rounded up` : ''
	const rows = [
		...(quorum > 0 ? [`At least ${quorum} of the ${electors} who may vote${share}`] : []),
		...voiceQuorum.map((asked) => `At least ${asked.quorum} of the ${nameOf(asked, { voiceNames })}`),
	]
	return rows.length > 0 ? rows : ['No least number: it counts however few take part']
}

function nameOf({ voiceId }: Pick<VoiceQuorum, 'voiceId'>, { voiceNames = {} }: RuleNames): string {
	return Object.hasOwn(voiceNames, voiceId) ? voiceNames[voiceId]! : 'people of a voice that is asked for'
}

function hadWords(rules: MotionRules, vote: VoteTold, names: WhyNames): string {
	const tookPart = turnoutOf(vote.tally)
	const outcome = motionOutcome(rules, vote)
	if (outcome === 'nobody-voted') return 'Nobody took part.'
	const say = sayFor(names)
	const open = say('nothing was decided', 'nothing can be said')
	if (outcome === 'no-quorum')
		return tookPart < rules.quorum
			? `Only ${tookPart} took part, so ${open} either way.`
			: `${missingVoices(rules, vote, names)} So ${open} either way.`
	const conditions = conditionsOf(rules, names)
	if (vote.tally.for === vote.tally.against && rules.castingVote && vote.tally.for > 0)
		return chairWords(vote, vote.outcome ?? outcome, names)
	if (outcome === 'agreed') return `It had ${['that', 'both'][conditions.length - 1] ?? 'all of that'}.`
	const level = levelWords(rules.threshold, vote, say)
	if (conditions.length === 1) return `It did not have that.${level}`
	return `Enough took part, but it did not have ${conditions[0]}.${level}`
}

function missingVoices({ voiceQuorum = [] }: MotionRules, { voiceTurnout = [] }: MotionVote, names: RuleNames): string {
	const short = voiceQuorum.flatMap((asked) => {
		const tookPart = voiceTurnout.find(({ voiceId }) => voiceId === asked.voiceId)?.tookPart ?? 0
		return tookPart < asked.quorum ? [`${tookPart} of the ${nameOf(asked, names)}, not ${asked.quorum}`] : []
	})
	return `Too few of a voice took part: ${listWords(short)}.`
}

/** For and against are level, and what the casting vote makes or made of it. */
export function chairWords(
	{ casting }: Pick<MotionVote, 'casting'>,
	outcome: Outcome,
	{ castingVoter, castingVoteOver }: RuleNames,
): string {
	const who = castingVoter ?? 'The chair'
	if (casting)
		return `For and against were level. ${who} has the casting vote and used it ${casting.choice}, with this reason: “${casting.reason}”`
	if (outcome !== 'level')
		return 'For and against were level. The casting vote was not needed: a voice that was asked by itself did not agree.'
	if (castingVoteOver)
		return `For and against were level. ${who} had the casting vote and did not use it within ${castingVoteDays} days of the close, so it is not agreed.`
	return `For and against are level. ${who} has the casting vote and may use it within ${castingVoteDays} days of the close. Until then, and without it, it is not agreed.`
}

function levelWords(threshold: MotionRules['threshold'], { tally }: MotionVote, say: Say) {
	return threshold === 'majority' && tally.for === tally.against && tally.for > 0
		? say(' A level vote is not agreement.', ' As many are for it as against it.')
		: ''
}

/** Who settles a level vote, as it is sealed; nothing where nobody does and a share leaves no level vote to settle. */
export function castingVoteWords({ castingVote }: MotionRules, { castingVoter }: RuleNames): string {
	if (!castingVote) return ''
	return ` If votes are level, ${castingVoter ?? 'the chair'} has the casting vote, and gives a reason everyone can read within ${castingVoteDays} days. Without that it is not agreed.`
}

/** "Citizens (at least 3 taking part) and Providers (at least 1 taking part)" */
export function lockedVoicesWords(lock: readonly VoiceQuorum[], names: RuleNames): string {
	return listWords(
		lock.map((voice) => `${nameOf(voice, names)}${voice.quorum > 0 ? ` (at least ${voice.quorum} taking part)` : ''}`),
	)
}

/** What may be chosen when setting up, by the value the form posts. */
export const thresholds = {
	majority: 'majority',
	'two-thirds': { numerator: 2, denominator: 3 },
	'three-quarters': { numerator: 3, denominator: 4 },
	everyone: { numerator: 1, denominator: 1 },
} as const satisfies Record<string, MotionRules['threshold']>

export type ThresholdName = keyof typeof thresholds

/** Shares of all who may vote that may be needed to take part, by the value the form posts. */
export const quorumShares = {
	quarter: { numerator: 1, denominator: 4 },
	third: { numerator: 1, denominator: 3 },
	half: { numerator: 1, denominator: 2 },
	'two-thirds': { numerator: 2, denominator: 3 },
} as const satisfies Record<string, Fraction>

export type QuorumShareName = keyof typeof quorumShares

export function thresholdWords(threshold: MotionRules['threshold'], of: MotionRules['of'] = 'voting'): string {
	return threshold === 'majority' ? 'more for than against' : shareWords(threshold, of)
}

const wholes = {
	voting: 'those for or against',
	present: 'everyone who votes, with those who abstain,',
	entitled: 'everyone who can vote',
}

function shareWords(share: Fraction, of: keyof typeof wholes): string {
	if (share.numerator !== share.denominator) return `at least ${shareName(share)} of ${wholes[of]} to be for`
	return of === 'voting' ? 'nobody against among those for or against' : `${wholes[of]} to be for`
}

function shareName({ numerator, denominator }: Fraction): string {
	return shareNames[`${numerator}/${denominator}`] ?? `${numerator} in every ${denominator}`
}
