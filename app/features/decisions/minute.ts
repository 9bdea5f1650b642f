import { isMotion, isOutcomeOnly, type VoiceQuorum } from '../../domain/decisions/decision.ts'
import type { SharesStory } from '../../domain/decisions/shares-story.ts'
import { longMoment } from '../../ui/dates.ts'
import { answerWords, reasonWords } from './answer-words.ts'
import { asBudget, type BudgetTold, moneyLeftWords } from './budget-words.ts'
import { codeOfAll, codeOfWords, countedBy } from './code-words.ts'
import { kindWords } from './decision-words.ts'
import { drawsLots, methodName, ruleWords } from './method-words.ts'
import { numbers, voiceLine } from './minute-numbers.ts'
import { poundsText } from './money-words.ts'
import { quorumShareWords } from './motion-words.ts'
import { nameOf } from './option-names.ts'
import { nothingToRecount } from './outcome-only-words.ts'
import type { ShownDecision } from './present-decision.server.ts'
import type { NamedVote, ShownVoice, UnnamedReason } from './read-result.server.ts'
import {
	narrowlyMissed,
	narrowlyMissedTitle,
	resultTitle,
	resultWhy,
	sumsInFull,
	turnoutResultWords,
	votedOf,
} from './result-words.ts'
import { settingsWords } from './settings-words.ts'
import { noTiesWords, tieWords } from './tie-words.ts'
import { chosenOf, type Named } from './told.ts'
import { lapseWords, namedAsCast, withdrawnWords } from './withdrawn-words.ts'

export interface MinuteFacts {
	decision: ShownDecision
	/** The whole fingerprint of the words, which pages show short. */
	fingerprint: string
	partnership: string
	voices: ShownVoice[]
	votes: NamedVote[]
	reasons: UnnamedReason[]
	named: Named
	points?: Named | null
	shares: SharesStory | null
	/** The rule asks voices that are too small to be published. */
	isMissingVoices: boolean
	notes: { name: string; voice: string; words: string; isWithdrawn: boolean }[]
	webAddress: string
}

export interface MinutePart {
	title: string
	rows: { label: string; text: string }[]
}

/**
 * What a minute of a vote must hold (decisions.md part C). What a meeting has and a vote taken here has not, such as somebody
 * presiding, is said once for all of it, and has no empty rows. The page and the text are both made from this.
 */
export function minuteOf(facts: MinuteFacts): MinutePart[] {
	return [whatWasAsked(facts), whoTookPart(facts), howItWasVoted(facts), result(facts), said(facts), proof(facts)].map(
		({ title, rows }) => ({ title, rows: rows.filter(({ text }) => text !== '') }),
	)
}

function whatWasAsked({ decision, partnership, fingerprint, webAddress }: MinuteFacts): MinutePart {
	const { kind, reference, groupName, question, about, shortlist } = decision
	return {
		title: 'What was asked',
		rows: [
			row('Kind', `${kindWords[kind].name}. ${kindWords[kind].means}`),
			row('Reference', reference),
			row('Body', `${groupName}, ${partnership}`),
			row('Voting opened', longMoment(decision.opensAt)),
			row('Voting closed', longMoment(decision.closesAt)),
			row('Place', `Online, at ${webAddress}, and on paper where papers were asked for.`),
			row('Meeting', noMeeting),
			row('Question', question),
			row(
				'Words it was about',
				`Version ${about.number} of “${about.title}”. Their fingerprint is ${fingerprint}, ${codeOfWords}`,
			),
			row(
				'Options',
				lines(
					namedAsCast(decision).map(({ id, name, cost }) => `${id}: ${name}${cost ? `, ${poundsText(cost)}` : ''}`),
				),
			),
			row('Rule for being on the list', shortlist?.rule ?? ''),
			row('Put forward, not on the list', leftOffText(decision)),
			row('Withdrawn while people voted', withdrawnText(decision)),
			row('Seal', `${decision.seal}, ${codeOfAll}`),
		],
	}
}

const noMeeting =
	'It was not a meeting. So nobody presided, moved, seconded or amended it, nobody came in another person’s place, and no interests were asked for.'

function leftOffText({ shortlist }: ShownDecision): string {
	if (!shortlist) return ''
	const told = shortlist.leftOut.map(
		({ name, cost, reason }) => `${name}${cost ? `, ${poundsText(cost)}` : ''}. Reason: ${reason}`,
	)
	return lines(told) || 'Nothing: all of it is on the list.'
}

/** Nothing where nothing was. */
function withdrawnText(decision: ShownDecision): string {
	const told = withdrawnWords(decision).map(({ says, reason }) => `${says} Reason: ${reason}`)
	return lines(told.length > 0 ? [...told, lapseWords(decision)] : [])
}

function whoTookPart({ decision, voices }: MinuteFacts): MinutePart {
	const { rules, electors } = decision
	return {
		title: 'Who took part',
		rows: [
			row('Could vote', lines([`${electors}`, ...voices.map(({ voice, electors: own }) => `${voice}: ${own}`)])),
			row('Took part', turnoutResultWords(decision)),
			row('Names', whoseNames(rules.secrecy)),
			row('Quorum', quorumWords(decision)),
		],
	}
}

function whoseNames(secrecy: ShownDecision['rules']['secrecy']): string {
	return secrecy === 'named'
		? 'Under “Who voted how”, with the voice each speaks from.'
		: 'Who could vote is kept with the vote, for members to see. A minute of a secret vote does not say who took part.'
}

function quorumWords(decision: ShownDecision): string {
	const { rules, voiceNames = {} } = decision
	const ofVoices = ('voiceQuorum' in rules && rules.voiceQuorum) || []
	const asked = [
		...(rules.quorum > 0
			? [`At least ${rules.quorum} taking part${quorumShareWords(rules)}: ${answeredWords(decision)}.`]
			: []),
		...ofVoices.map(
			(voice) =>
				`At least ${voice.quorum} of the ${voiceNames[voice.voiceId] ?? voice.voiceId}: ${voiceTurnoutWords(decision, voice)}.`,
		),
	]
	return asked.join(' ') || 'None was asked for.'
}

/** Where the rule takes silence for agreement, whoever said nothing counts for the quorum as well. */
function answeredWords({ rules, result }: ShownDecision): string {
	const did = `${votedOf({ result })} did`
	if (!('silenceIsConsent' in rules) || !rules.silenceIsConsent) return did
	return `${did}, and whoever said nothing counts as agreeing`
}

/** Of a voice no more is kept than whether enough took part, and how many where too few did. */
function voiceTurnoutWords({ result }: ShownDecision, { voiceId, quorum }: VoiceQuorum): string {
	if (!result) return ''
	if (isOutcomeOnly(result)) {
		if (!result.shortVoices) return 'the number is not shown'
		return result.shortVoices.includes(voiceId) ? 'fewer did' : 'as many did'
	}
	const turnout = ('voiceTurnout' in result && result.voiceTurnout) || []
	const tookPart = turnout.find((voice) => voice.voiceId === voiceId)?.tookPart ?? 0
	return tookPart < quorum ? `${tookPart} did` : 'as many did'
}

function howItWasVoted({ decision }: MinuteFacts): MinutePart {
	const { rules, tieOrder, tieSeed } = decision
	const options = namedAsCast(decision)
	const lot = `${tieOrder.map((id) => nameOf(options, id)).join(', ')}. Drawn from the seed ${tieSeed}, as names are drawn from a hat, before anybody voted`
	const chosen = chosenOf(decision)
	return {
		title: 'How it was voted on',
		rows: [
			row('Method', methodName(decision)),
			row('Rule', ruleWords(decision)),
			row('Finer rules', chosen ? lines(settingsWords(chosen)) : ''),
			row('Ballots', rules.secrecy === 'named' ? 'Named' : 'Secret'),
			row('Casting vote', castingText(decision)),
			row('Lot for ties, first favoured', drawsLots(decision) ? lot : ''),
		],
	}
}

/** Who had one, whether it was needed, and how and why it was used. */
function castingText(decision: ShownDecision): string {
	if (!isMotion(decision)) return ''
	const { rules, result, castingVoter, castingVoteOver } = decision
	if (!rules.castingVote) return 'None. A level vote is not agreed.'
	const who = `${castingVoter ?? 'The chair'} has it.`
	if (result?.casting) return `${who} Used ${result.casting.choice}. Reason: ${result.casting.reason}`
	if (castingVoteOver) return `${castingVoter ?? 'The chair'} had it, and did not use it in time.`
	return `${who} ${result?.outcome === 'level' ? 'Not used so far.' : 'It was not needed.'}`
}

function result({ decision, voices, named, points, shares, isMissingVoices }: MinuteFacts): MinutePart {
	const chosen = chosenOf(decision)
	const isViews = decision.kind === 'show-of-views'
	const noTies = noTiesWords(isMissingVoices, 'the one under “How it was voted on”')
	return {
		title: 'Result',
		rows: [
			row('Result', [resultTitle(decision), ...resultWhy(decision, voices, shares, points ?? named)].join(' ')),
			row('Numbers', lines(numbers(decision, named, points ?? null))),
			row('By voice', lines(voices.map((voice) => voiceLine(decision, voice)))),
			row('Ties', chosen ? lines(tieWords(chosen, points ?? named)) || noTies : ''),
			...moneyRows(chosen && asBudget(chosen), isViews),
			row(narrowlyMissedTitle(decision), lines(narrowlyMissed(decision, { named, points }, shares))),
			row('The sums behind this', lines(sumsInFull(decision, { named, points }, shares))),
		],
	}
}

function moneyRows(budget: BudgetTold | null, isViews: boolean) {
	if (!budget) return []
	const { options, outcome, count } = budget
	// Where nothing was settled, nothing is funded and all of it is left.
	const isFunded = (id: string) => outcome === 'chosen' && count.winners.includes(id)
	const priced = (isIn: boolean) =>
		lines(
			options.filter(({ id }) => isFunded(id) === isIn).map(({ name, cost = 0 }) => `${name}, ${poundsText(cost)}`),
		) || 'None'
	return [
		row(isViews ? 'Would be funded' : 'Funded', priced(true)),
		row(isViews ? 'Would not be funded' : 'Not funded', priced(false)),
		row(isViews ? 'Money that would be left' : 'Money left', moneyLeftWords(budget)),
	]
}

function said({ decision, votes, reasons, notes }: MinuteFacts): MinutePart {
	const { outcome } = decision
	const options = namedAsCast(decision)
	const standing = notes.filter(({ isWithdrawn }) => !isWithdrawn)
	const because = (words: string) => (words ? `. Reason: ${words}` : '')
	return {
		title: 'What people said',
		rows: [
			row(
				'Who voted how',
				lines(
					votes.map(
						({ name, voice, answer, isSpoilt, reason }) =>
							`${name} (${voice}): ${answer ? answerWords(answer, options) : isSpoilt ? 'paper could not be read' : 'did not vote'}${because(reasonWords(answer, reason))}`,
					),
				),
			),
			row(
				'Reasons given',
				lines(
					reasons.map(({ answer, reason }) =>
						answer ? `${answerWords(answer, options)}: ${reasonWords(answer, reason)}` : reason,
					),
				) || (votes.length > 0 ? '' : 'Nobody gave one.'),
			),
			row(
				'Who sees it differently',
				lines(standing.map(({ name, voice, words }) => `${name} (${voice}): ${words}`)) ||
					'Nobody has written that they do.',
			),
			row('What this led to', outcome ?? 'Not written yet.'),
		],
	}
}

function proof({ decision: { result, method }, webAddress }: MinuteFacts): MinutePart {
	const isHidden = result !== null && isOutcomeOnly(result)
	return {
		title: 'How to check this',
		rows: [
			row('Fingerprint of the ballots', result?.ballotsHash ?? ''),
			row('Counted by', result ? countedBy(result.engine) : ''),
			row('Ballots and result to count again', isHidden ? nothingToRecount : `${webAddress}/files`),
			row('Every step, to follow by hand', method === 'equal-shares' && !isHidden ? `${webAddress}/steps` : ''),
			row('Taken by', 'Nobody by hand: made by Alongside from what was stored when voting closed.'),
		],
	}
}

function row(label: string, text: string) {
	return { label, text }
}

function lines(texts: readonly string[]): string {
	return texts.join('\n')
}

/** For the clerk's own document: every field on its own line or lines, and a place to sign, as on the page. */
export function minuteText(title: string, parts: readonly MinutePart[]): string {
	const text = parts.flatMap((part) => [
		'',
		part.title.toUpperCase(),
		...part.rows.flatMap(({ label, text }) =>
			text.includes('\n') ? [`${label}:`, ...text.split('\n').map((line) => `  ${line}`)] : [`${label}: ${text}`],
		),
	])
	return `${[title, ...text, '', signature].join('\n')}\n`
}

export const signature = 'Signed as a true minute: ______________________ Date: ____________'
