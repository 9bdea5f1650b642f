import { canonicalJson } from '../canonical-json.ts'
import { sharesByPoints } from './answer.ts'
import type { OpenBallot, OpenBallots } from './ballot-files/ballots-json.ts'
import {
	type Ballot,
	type Choosing,
	type ChoosingRules,
	type CommonRules,
	type Consent,
	type Decision,
	type DecisionPart,
	type Fraction,
	isChoosing,
	isMotion,
	type Motion,
	type MotionResult,
	type Shortlist,
	type VoiceQuorum,
	type Withdrawal,
} from './decision.ts'
import type { Utility } from './methods/equal-shares-options.ts'
import { withdrawnIds } from './withdrawn.ts'

/** Said as on the command line of `npx alongside recount`. */
export type RecountOptions = OpenBallots['options']

export type PublishedBallots = Omit<OpenBallots, 'format' | 'dictionary'>

type Asked = DecisionPart<'method' | 'rules' | 'options' | 'tieOrder' | 'question'> & {
	withdrawn?: readonly Withdrawal[]
	shortlist?: Shortlist | null
	/** Once closed: what of it the ballots alone do not say. */
	result?: Decision['result']
}

/** What is counted and what is published are one thing: this file, made from the ballots as they are stored. */
export function openBallotsOf(
	asked: Asked,
	ballots: readonly Pick<Ballot, 'voiceId' | 'answer'>[],
	{ withVoices, electors, spoilt = 0 }: { withVoices: boolean; electors: number; spoilt?: number | undefined },
): PublishedBallots {
	const { budget } = asked.rules as ChoosingRules
	const { withdrawn = [], shortlist } = asked
	const gone = withdrawnIds(asked)
	return {
		title: asked.question,
		method: asked.method,
		options: isChoosing(asked) ? choosingOptions(asked, electors) : yesOrNoOptions(asked, electors, withVoices),
		tieOrder: asked.tieOrder,
		choices: asked.options.map(({ id, name, cost }) => ({
			id,
			name,
			...(cost !== undefined && { cost: pounds(cost) }),
			...(gone.has(id) && { withdrawn: true }),
		})),
		...(withdrawn.length > 0 && {
			withdrawals: withdrawn.map(({ option, at, reason }) => ({ choice: option, at, reason })),
		}),
		...(shortlist && {
			shortlist: {
				rule: shortlist.rule,
				leftOut: shortlist.leftOut.map(({ cost, ...told }) => ({
					...told,
					...(cost !== undefined && { cost: pounds(cost) }),
				})),
			},
		}),
		...(budget !== undefined && { budget: pounds(budget) }),
		ballots: together(ballots.map((ballot) => openBallot(ballot, withVoices))),
		...(spoilt > 0 && { spoilt }),
	}
}

/** The rule's own options, and the quorum that its outcome needs besides. */
function choosingOptions(asked: Pick<Choosing, 'method' | 'rules'>, electors: number): RecountOptions {
	const { quorumShare } = asked.rules
	return { ...recountOptions(asked), ...quorumOptions(asked.rules), ...(quorumShare && { electors }) }
}

function quorumOptions({ quorum, quorumShare }: CommonRules) {
	return { quorum, ...(quorumShare && { 'quorum-share': shareText(quorumShare) }) }
}

function shareText({ numerator, denominator }: Fraction) {
	return `${numerator}/${denominator}`
}

export function recountOptions({ method, rules }: Pick<Choosing, 'method' | 'rules'>): RecountOptions {
	const { seats, missing, support, completion, comparison, bar, byVoice, budget, ballot, most } = rules
	const places = ballot === 'ranks' && { places: most ?? 1 }
	const isByPoints = sharesByPoints(rules)
	if (method === 'greedy' || method === 'greedy-no-skip')
		return { ...(support && { threshold: support }), ...(isByPoints && { utility: utilityOf(rules) }), ...places }
	if (method === 'equal-shares')
		return {
			utility: utilityOf(rules),
			completion: completion ?? 'add1',
			step: stepFor(budget ?? 0),
			...places,
			...(comparison && { comparison }),
			...(bar && { bar }),
			...(byVoice && { 'by-voice': true }),
		}
	return { seats: seats ?? 1, ...(method === 'score' && { missing: missing ?? 'no-opinion' }) }
}

function utilityOf({ ballot, utility = 'cost' }: ChoosingRules): Utility {
	return ballot === 'points' ? 'points' : ballot === 'ranks' ? 'borda' : utility
}

/** What a motion or consent needs to be decided again from its ballots alone. */
function yesOrNoOptions(
	asked: (Pick<Motion, 'method' | 'rules'> | Pick<Consent, 'method' | 'rules'>) & Pick<Asked, 'result'>,
	electors: number,
	withVoices: boolean,
): RecountOptions {
	const lock = voicesText(asked.rules.voiceLock)
	const shared = { electors, ...quorumOptions(asked.rules), ...(lock && { 'voice-lock': lock }) }
	if (!isMotion(asked)) return { ...shared, 'silence-is-consent': asked.rules.silenceIsConsent }
	const { threshold, of = 'voting', voiceQuorum, castingVote } = asked.rules
	const { voiceTurnout, casting } = (asked.result ?? {}) as Partial<MotionResult>
	return {
		...shared,
		...(voiceQuorum && { 'voice-quorum': voicesText(voiceQuorum) }),
		...(voiceTurnout &&
			!withVoices && {
				'voice-turnout': voicesText(voiceTurnout.map(({ voiceId, tookPart }) => ({ voiceId, quorum: tookPart }))),
			}),
		...(threshold === 'majority' ? { share: 'majority' } : { share: shareText(threshold), of }),
		...(castingVote && { 'casting-vote': casting?.choice ?? 'not-given' }),
	}
}

function voicesText(voices: readonly VoiceQuorum[] = []): string {
	return voices.map(({ voiceId, quorum }) => `${voiceId}:${quorum}`).join(',')
}

const aThousandPounds = 100_000

/** Raised in pounds where there is money enough, in pence where a pound a step could never complete it. */
function stepFor(budgetInPence: number): string {
	return budgetInPence >= aThousandPounds ? '1' : '0.01'
}

/** An amount of pence as exact text in pounds: `1200`, `0.5` never, `0.50`. */
export function pounds(pence: number): string {
	const whole = Math.trunc(pence / 100)
	const rest = pence % 100
	return rest === 0 ? `${whole}` : `${whole}.${String(rest).padStart(2, '0')}`
}

function openBallot({ voiceId, answer }: Pick<Ballot, 'voiceId' | 'answer'>, withVoices: boolean): OpenBallot {
	const voice = withVoices ? { voice: voiceId } : {}
	if ('choice' in answer) return { ...voice, choice: answer.choice }
	if ('consent' in answer) return { ...voice, choice: answer.consent }
	if ('marks' in answer) return { ...voice, points: answer.marks }
	return { ...voice, ranks: answer.ranks }
}

/** Equal ballots in one line, lines in an order that says nothing about who came when. */
function together(ballots: readonly OpenBallot[]): OpenBallot[] {
	const lines = new Map<string, { count: number; ballot: OpenBallot }>()
	for (const ballot of ballots) {
		const text = canonicalJson(ballot)
		const line = lines.get(text)
		if (line) line.count++
		else lines.set(text, { count: 1, ballot })
	}
	return [...lines]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, { count, ballot }]) => (count > 1 ? { count, ...ballot } : ballot))
}
