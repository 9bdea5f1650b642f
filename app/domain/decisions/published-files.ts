import { type BallotForm, ballotForm } from './answer.ts'
import { isBudget } from './askable.ts'
import { type CsvForm, writeBallotsCsv, writeCsvDictionary } from './ballot-files/ballots-csv.ts'
import { type FileAbout, type OpenBallots, writeBallotsJson } from './ballot-files/ballots-json.ts'
import { writeBlt } from './ballot-files/blt.ts'
import { withdrawnCost } from './ballot-files/pabulib.ts'
import { recountComment, recountWords } from './ballot-files/recount-comment.ts'
import { type PabulibExport, writePabulib } from './ballot-files/write-pabulib.ts'
import {
	type Ballot,
	type ChoosingResult,
	type ChoosingRules,
	type ConsentResult,
	type ConsentRules,
	type Decision,
	isOutcomeOnly,
	type MotionResult,
	type MotionRules,
	type Outcome,
	type OutcomeOnly,
	type Result,
} from './decision.ts'
import { consentOutcome } from './methods/consent.ts'
import { pointsOn } from './methods/count-open-ballots.ts'
import { motionOutcome } from './methods/motion.ts'
import { openBallotsOf, type PublishedBallots } from './published-ballots.ts'
import { standingOptions } from './withdrawn.ts'

/** What can be taken away of a closed decision. Each names its kind inside and in its file name. */
export const fileNames = [
	'ballots.json',
	'ballots.pb',
	'ballots.blt',
	'ballots.csv',
	'ballots-dictionary.csv',
	'result.json',
] as const

export type FileName = (typeof fileNames)[number]

/** What the files say about a decision besides its own words. The caller has the words of the product and its clock. */
export interface FileSetting {
	/** The kind in words, and what it is worth. */
	kind: string
	means: string
	/** SHA-256 of the words that were voted on. */
	version: string
	/** The partnership, for Pabulib's `unit`. */
	place: string
	/** `dd.mm.yyyy`, of the vote as a whole. */
	began: string
	ended: string
	/** The outcome in a sentence. */
	says: string
	voices: readonly { id: string; name: string }[]
}

type Closed = Decision & { result: Result }
type Stored = readonly Pick<Ballot, 'voiceId' | 'answer'>[]

/** Voices are published where they were kept, and they were kept only where that is safe (`keepsVoices`). */
export function saysVoices(ballots: readonly Pick<Ballot, 'voiceId'>[]): boolean {
	return ballots.some(({ voiceId }) => voiceId !== '')
}

/** Whether the rule asks the voices, so that without them a recount cannot go all the way. */
export function asksVoices({ rules }: Pick<Decision, 'rules'>): boolean {
	return Boolean(('byVoice' in rules && rules.byVoice) || ('voiceLock' in rules && rules.voiceLock?.length))
}

/** Which of the files can say this decision. Of a vote too small to show its numbers, the outcome alone. */
export function filesFor(decision: Pick<Decision, 'method' | 'rules' | 'result'>): FileName[] {
	if (decision.result && isOutcomeOnly(decision.result)) return ['result.json']
	const isRanked = ballotForm(decision) === 'ranks' && !isBudget(decision.method)
	const hasPabulib = isBudget(decision.method) || decision.method === 'approval' || decision.method === 'points'
	// Pabulib has no column for a voter's voice, and a count by voice cannot be made without it.
	const isByVoice = 'byVoice' in decision.rules && decision.rules.byVoice
	return fileNames.filter(
		(name) => (name !== 'ballots.pb' || (hasPabulib && !isByVoice)) && (name !== 'ballots.blt' || isRanked),
	)
}

/** One file's text; null where it cannot say this decision. */
export function writeFile(name: FileName, decision: Closed, ballots: Stored, setting: FileSetting): string | null {
	if (!filesFor(decision).includes(name)) return null
	if (name === 'result.json') return writeResult(decision, ballots, setting)
	const file = ballotsFile(decision, ballots, setting)
	if (name === 'ballots.json') return writeBallotsJson(file)
	if (name === 'ballots.blt') return writeBltOf(file)
	if (name === 'ballots.pb') return writePabulibOf(decision, file, setting)
	if (name === 'ballots-dictionary.csv') return writeCsvDictionary(file.choices)
	return writeBallotsCsv(
		file.choices.map(({ id }) => id),
		file.ballots,
		{
			withVoices: saysVoices(ballots),
			decision: `${decision.reference} ${setting.kind}`,
			form: csvForm(decision),
			withdrawn: withdrawnOf(file),
		},
	)
}

export function csvForm(decision: Pick<Decision, 'method' | 'rules'>): CsvForm {
	const form = ballotForm(decision)
	return form === 'motion' || form === 'consent' ? 'answers' : form === 'ranks' ? 'ranks' : 'points'
}

function aboutOf({ reference, seal }: Closed, { kind, means, version }: FileSetting): FileAbout {
	return { reference, kind, means, seal, version }
}

function ballotsFile(decision: Closed, ballots: Stored, setting: FileSetting): Ballots {
	const withVoices = saysVoices(ballots)
	const { electors, spoilt } = decision.result
	const { title, ...rest } = openBallotsOf(decision, ballots, { withVoices, electors, spoilt })
	return {
		title,
		decision: aboutOf(decision, setting),
		...(withVoices && { voices: setting.voices }),
		...rest,
	}
}

type Ballots = PublishedBallots & { decision: FileAbout }

/** The options as on the command line: for files that have no place of their own for them. */
function commentFor({
	method,
	options,
	tieOrder,
	spoilt,
}: Pick<OpenBallots, 'method' | 'options' | 'tieOrder' | 'spoilt'>): string {
	return recountComment({ method, ...options, spoilt }, tieOrder)
}

/** The same for a CSV file, which has no place for a comment either, nor for money: whoever counts it again is given these words. */
export function csvRecountWords(decision: Closed): string {
	const { electors, spoilt } = decision.result
	const file = openBallotsOf(decision, [], { withVoices: false, electors })
	const costs = file.choices.map(({ id, cost }) => `${encodeURIComponent(id)}:${cost}`).join(',')
	const money = file.budget === undefined ? {} : { budget: file.budget, costs }
	return recountWords({ method: file.method, ...file.options, ...money, spoilt }, file.tieOrder)
}

function titleOf({ title, decision: { kind, reference } }: Ballots): string {
	return `${kind} ${reference}: ${title}`
}

/** Names for people to read; the short ones come in a comment, so that the count says the same as from the other files. */
function writeBltOf(file: Ballots): string {
	const nameOf = new Map(file.choices.map(({ id, name = id }) => [id, name]))
	const ids = file.choices.map(({ id }) => encodeURIComponent(id)).join(',')
	return writeBlt(
		{
			candidates: file.choices.map(({ id }) => nameOf.get(id)!),
			withdrawn: withdrawnOf(file).map((id) => nameOf.get(id)!),
			seats: Number(file.options.seats ?? 1),
			ballots: file.ballots.map(({ count = 1, ranks = [] }) => ({
				weight: count,
				ranks: ranks.map((rank) => rank.map((id) => nameOf.get(id)!)),
			})),
		},
		titleOf(file),
		[
			recountComment({ method: file.method, ...file.options, spoilt: file.spoilt, ids }, file.tieOrder),
			file.decision.means,
			...withdrawalComments(file),
		],
	)
}

function withdrawnOf({ choices }: Pick<PublishedBallots, 'choices'>): string[] {
	return choices.filter(({ withdrawn }) => withdrawn).map(({ id }) => id)
}

/** For files that have no place of their own for when and why, one comment each. */
function withdrawalComments({ withdrawals = [] }: PublishedBallots): string[] {
	return withdrawals.map(
		({ choice, at, reason }) =>
			`${choice} was withdrawn while people voted, at ${at}: ${reason.replaceAll(/\s+/g, ' ')}`,
	)
}

/** Choosing among options without money is a budget too: each costs one, and as many as win can be paid. */
function writePabulibOf(decision: Closed, file: Ballots, setting: FileSetting): string {
	const { points, cap, most, withinBudget } = decision.rules as ChoosingRules
	const form = ballotForm(decision)
	const isPoints = form === 'points'
	const isMoney = isBudget(decision.method)
	const winners = 'count' in decision.result ? decision.result.count.winners : []
	const gone = new Set(withdrawnOf(file))
	const text = writePabulib({
		description: titleOf(file),
		country: 'United Kingdom',
		unit: setting.place,
		instance: decision.reference,
		budget: isMoney ? file.budget! : `${file.options.seats ?? 1}`,
		voteType: isPoints ? 'cumulative' : form === 'ranks' ? 'ordinal' : 'approval',
		rule: pabulibRule(file),
		dateBegin: setting.began,
		dateEnd: setting.ended,
		more: {
			...(isMoney && { currency: 'GBP' }),
			language: 'en',
			...(isPoints && { max_sum_points: `${points ?? 0}` }),
			...(isPoints && cap !== undefined && { max_points: `${cap}` }),
			...(form === 'ranks' && { scoring_fn: 'Borda' }),
			...(most !== undefined && !isPoints && { max_length: `${most}` }),
			// A ballot that still names what was withdrawn, at the price the format gives it, would seem over-spent.
			...(withinBudget && gone.size === 0 && { max_sum_cost: file.budget! }),
			...(file.options.threshold !== undefined && { min_project_score_threshold: `${file.options.threshold}` }),
		},
		comments: [
			commentFor(file),
			setting.means,
			...(isMoney ? [] : ['No money was shared: each costs 1, and the budget is how many were to be chosen']),
			...(gone.size > 0 ? [`A cost of ${withdrawnCost} stands for withdrawn: not counted`] : []),
			...withdrawalComments(file),
		],
		projects: file.choices.map(({ id, name = id, cost = '1' }) => ({
			id,
			cost: gone.has(id) ? withdrawnCost : cost,
			name,
			selected: decision.result.outcome === 'chosen' && winners.includes(id),
		})),
		votes: votesOf(file, form),
	})
	if (typeof text !== 'string') throw new Error(`${decision.reference} as Pabulib: ${text.says}`)
	return text
}

function pabulibRule({ method, options }: Ballots): string {
	if (method !== 'equal-shares') return method === 'greedy-no-skip' ? 'greedy-no-skip' : 'greedy'
	const add1 = `${options.completion}`.startsWith('add1') ? '/add1' : ''
	return `equalshares${add1}${options.comparison ? '-comparison' : ''}`
}

/** Numbered in the order of the published lines, which says nothing about who came when. */
function votesOf({ ballots }: Ballots, form: BallotForm): PabulibExport['votes'] {
	const people = ballots.flatMap((ballot) => Array.from({ length: ballot.count ?? 1 }, () => ballot))
	return people.map(({ points = {}, ranks = [] }, at) => {
		const voter = `${at + 1}`
		if (form === 'ranks') return { voter, projects: ranks.flat() }
		const given = Object.entries(points).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
		return {
			voter,
			projects: given.map(([id]) => id),
			...(form === 'points' && { points: given.map(([, mark]) => mark) }),
		}
	})
}

/** The whole published result, in the form that `recount --against` compares with. */
function writeResult(decision: Closed, ballots: Stored, setting: FileSetting): string {
	const { result } = decision
	const {
		title,
		choices,
		shortlist,
		withdrawals,
		budget,
		options,
		ballots: lines,
	} = ballotsFile(decision, ballots, setting)
	const about = {
		title,
		decision: aboutOf(decision, setting),
		says: setting.says,
		method: decision.method,
		outcome: result.outcome,
		electors: result.electors,
		quorum: decision.rules.quorum,
		...(choices.length > 0 && { choices }),
		...(result.withdrawn && { withdrawn: result.withdrawn }),
		...(withdrawals && { withdrawals }),
		...(shortlist && { shortlist }),
		...(budget !== undefined && { budget }),
		...(decision.tieSeed !== '' && { tieSeed: decision.tieSeed }),
	}
	const rest = isOutcomeOnly(result)
		? outcomeOnlyParts(result)
		: 'count' in result
			? choosingParts(decision, result, { lines, options })
			: yesOrNoParts(decision, result, options)
	return `${JSON.stringify({ ...about, ...rest }, null, '\t')}\n`
}

function outcomeOnlyParts({ engine, voted, winners, shortVoices, casting, ballotsHash }: OutcomeOnly) {
	return {
		engine,
		numbers: 'hidden: fewer than five people voted in secret, so nothing but the outcome is published',
		voted,
		...(winners.length > 0 && { winners }),
		...(shortVoices && { shortVoices }),
		...(casting && { casting }),
		sealedHash: ballotsHash,
	}
}

function choosingParts(
	decision: Closed,
	{ count }: ChoosingResult,
	{ lines, options }: { lines: OpenBallots['ballots']; options: OpenBallots['options'] },
) {
	const votes = (id: string) =>
		lines.reduce((sum, line) => sum + (Object.hasOwn(pointsOn(line, options), id) ? (line.count ?? 1) : 0), 0)
	return {
		...count,
		// Where the voices are not published, this is what anybody can still count again of a count by voice.
		...(!('endowment' in count) &&
			decision.method === 'equal-shares' && {
				votes: Object.fromEntries(standingOptions(decision).map(({ id }) => [id, votes(id)])),
			}),
	}
}

function yesOrNoParts(decision: Closed, result: MotionResult | ConsentResult, options: OpenBallots['options']) {
	const { engine, ballotsHash, lock } = result
	return {
		options,
		engine,
		outcomeOfTotal: outcomeOfTotal(decision, result),
		...('tally' in result ? motionParts(result) : { counts: result.counts }),
		...(lock && { lock }),
		ballotsHash,
	}
}

function motionParts({ tally, voiceTurnout, casting }: MotionResult) {
	return { tally, ...(voiceTurnout && { voiceTurnout }), ...(casting && { casting }) }
}

/** What everybody together said, before each locked voice was asked by itself. */
export function outcomeOfTotal({ rules }: Pick<Decision, 'rules'>, result: MotionResult | ConsentResult): Outcome {
	if ('tally' in result) return motionOutcome(rules as MotionRules, result)
	return consentOutcome(rules as ConsentRules, result.counts)
}
