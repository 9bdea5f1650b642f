import { isBudget } from '../../domain/decisions/askable.ts'
import { isChoosing, isConsent, isMotion, type Tally } from '../../domain/decisions/decision.ts'
import { longMoment } from '../../ui/dates.ts'
import { answerWords } from './answer-words.ts'
import { amountWords, type Chosen, listWords, moneyLeft, nameOf } from './count-facts.ts'
import { countWords, kindWords } from './decision-words.ts'
import { drawsLots, methodNames, ruleWords } from './method-words.ts'
import { poundsText } from './money-words.ts'
import { quorumShareWords } from './motion-words.ts'
import type { ShownDecision } from './present-decision.server.ts'
import type { NamedVote, ShownVoice, UnnamedReason } from './read-result.server.ts'
import { narrowlyMissed, resultTitle, resultWhy, tieWords, turnoutResultWords } from './result-words.ts'

export interface MinuteFacts {
	decision: ShownDecision
	/** The whole fingerprint of the words, which pages show short. */
	fingerprint: string
	partnership: string
	voices: ShownVoice[]
	votes: NamedVote[]
	reasons: UnnamedReason[]
	named: Readonly<Record<string, number>>
	notes: { name: string; voice: string; words: string; isWithdrawn: boolean }[]
	webAddress: string
}

export interface MinutePart {
	title: string
	rows: { label: string; text: string }[]
}

/**
 * What a minute of a vote must hold (decisions.md part C), as far as it applies to a vote taken here and not at a meeting.
 * The page and the text are both made from this.
 */
export function minuteOf(facts: MinuteFacts): MinutePart[] {
	return [whatWasAsked(facts), howItWasVoted(facts), result(facts), said(facts), proof(facts)].map(
		({ title, rows }) => ({
			title,
			rows: rows.filter(({ text }) => text !== ''),
		}),
	)
}

function whatWasAsked({ decision, partnership, fingerprint }: MinuteFacts): MinutePart {
	const { kind, reference, groupName, question, about, options } = decision
	return {
		title: 'What was asked',
		rows: [
			row('Kind', `${kindWords[kind].name}. ${kindWords[kind].means}`),
			row('Reference', reference),
			row('Body', `${groupName}, ${partnership}`),
			row('Question', question),
			row('Words it was about', `Version ${about.number} of “${about.title}”, fingerprint ${fingerprint}`),
			row(
				'Options',
				lines(options.map(({ id, name, cost }) => `${id}: ${name}${cost ? `, ${poundsText(cost)}` : ''}`)),
			),
			row('Seal', decision.seal),
		],
	}
}

function howItWasVoted({ decision }: MinuteFacts): MinutePart {
	const { rules, tieOrder, tieSeed, options } = decision
	const lot = `${tieOrder.map((id) => nameOf(options, id)).join(', ')}. Drawn from the seed ${tieSeed}`
	return {
		title: 'How it was voted on',
		rows: [
			row('Method', methodNames[decision.method]),
			row('Rule', ruleWords(decision)),
			row('Options of the rule', ruleOptions(decision)),
			row('Quorum', quorumText(decision)),
			row('Ballots', rules.secrecy === 'named' ? 'Named' : 'Secret'),
			row('Lot for ties, first favoured', drawsLots(decision) ? lot : ''),
			row('Casting vote', castingText(decision)),
			row('Place', 'Online. It was not a meeting, and nobody presided.'),
			row('Voting opened', longMoment(decision.opensAt)),
			row('Voting closed', longMoment(decision.closesAt)),
		],
	}
}

function quorumText({ rules, voiceNames = {} }: ShownDecision): string {
	const ofVoices = ('voiceQuorum' in rules && rules.voiceQuorum) || []
	const parts = [
		...(rules.quorum > 0 ? [`${rules.quorum} taking part${quorumShareWords(rules)}`] : []),
		...ofVoices.map(({ voiceId, quorum }) => `${quorum} of the ${voiceNames[voiceId] ?? voiceId} taking part`),
	]
	return listWords(parts) || 'None'
}

/** Who had one, whether it was needed, and how and why it was used. */
function castingText(decision: ShownDecision): string {
	if (!isMotion(decision)) return ''
	const { rules, result, castingVoter } = decision
	if (!rules.castingVote) return 'None. A level vote is not agreed.'
	const who = `${castingVoter ?? 'The chair'} has it.`
	if (result?.casting) return `${who} Used ${result.casting.choice}. Reason: ${result.casting.reason}`
	return `${who} ${result?.outcome === 'level' ? 'Not used so far.' : 'It was not needed.'}`
}

/** Everything the rule was run with, in its own words: nobody should have to guess a default. */
function ruleOptions(decision: ShownDecision): string {
	const { result } = decision
	if (!result || !('count' in result)) return ''
	return Object.entries(result.count.options)
		.map(([option, value]) => `${option}: ${value}`)
		.join(', ')
}

function result({ decision, voices, named }: MinuteFacts): MinutePart {
	const chosen = isChoosing(decision) ? (decision as unknown as Chosen) : null
	const left = chosen && isBudget(chosen.method) ? moneyLeft(chosen) : null
	const isViews = decision.kind === 'show-of-views'
	return {
		title: 'Result',
		rows: [
			row('Result', [resultTitle(decision), ...resultWhy(decision)].join(' ')),
			row('Could vote', `${decision.electors}`),
			row('Took part', turnoutResultWords(decision)),
			row('Numbers', numbers(decision, named)),
			row('By voice', lines(voices.map((voice) => voiceLine(decision, voice)))),
			row('Ties', chosen ? lines(tieWords(chosen)) : ''),
			row(isViews ? 'Would be funded' : 'Funded', chosen && left !== null ? fundedWords(chosen) : ''),
			row(isViews ? 'Would not be funded' : 'Not funded', chosen && left !== null ? unfundedWords(chosen) : ''),
			row('Money left', left === null ? '' : amountWords(left)),
			row('What came close', lines(narrowlyMissed(decision, named))),
		],
	}
}

function numbers(decision: ShownDecision, named: MinuteFacts['named']): string {
	if (isMotion(decision) && decision.result) return countWords(decision.result.tally)
	if (isConsent(decision) && decision.result) {
		const { agree, concern, object, silent } = decision.result.counts
		return `${agree} agreed, ${concern} with a concern, ${object} objected, ${silent} said nothing.`
	}
	return lines(decision.options.map(({ id, name }) => `${name}: on ${named[id] ?? 0} ballots`))
}

function voiceLine(decision: ShownDecision, { voice, electors, tally }: ShownVoice): string {
	const could = `${voice}: ${electors} could vote`
	if (!tally) return `${could}; too few to show safely`
	if (isMotion(decision)) return `${could}; ${countWords(tally as unknown as Tally)}`
	const said = Object.entries(tally).map(
		([id, count]) => `${id === '-' ? 'no one first choice' : nameOf(decision.options, id)} ${count}`,
	)
	return `${could}; ${said.join(', ')}`
}

function fundedWords({ options, result }: Chosen): string {
	if (result.outcome !== 'chosen') return 'None'
	const costs = new Map(options.map(({ id, cost = 0 }) => [id, cost]))
	return lines(result.count.winners.map((id) => `${nameOf(options, id)}, ${poundsText(costs.get(id) ?? 0)}`))
}

function unfundedWords({ options, result }: Chosen): string {
	const isFunded = (id: string) => result.outcome === 'chosen' && result.count.winners.includes(id)
	return (
		lines(options.filter(({ id }) => !isFunded(id)).map(({ name, cost = 0 }) => `${name}, ${poundsText(cost)}`)) ||
		'None'
	)
}

function said({ decision, votes, reasons, notes }: MinuteFacts): MinutePart {
	const { options, outcome } = decision
	const standing = notes.filter(({ isWithdrawn }) => !isWithdrawn)
	const reason = (words: string) => (words ? `. Reason: ${words}` : '')
	return {
		title: 'What people said',
		rows: [
			row(
				'Who voted how',
				lines(
					votes.map(
						({ name, voice, answer, isSpoilt, reason: why }) =>
							`${name} (${voice}): ${answer ? answerWords(answer, options) : isSpoilt ? 'paper could not be read' : 'did not vote'}${reason(why)}`,
					),
				),
			),
			row(
				'Reasons given',
				lines(reasons.map(({ answer, reason: why }) => (answer ? `${answerWords(answer, options)}: ${why}` : why))),
			),
			row(
				'Seen differently',
				lines(standing.map(({ name, voice, words }) => `${name} (${voice}): ${words}`)) || 'Nobody added a note.',
			),
			row('What this led to', outcome ?? 'Not written yet.'),
		],
	}
}

function proof({ decision, webAddress }: MinuteFacts): MinutePart {
	return {
		title: 'How to check this',
		rows: [
			row('Fingerprint of the ballots', decision.result?.ballotsHash ?? ''),
			row('Counted by', decision.result?.engine ?? ''),
			row('Ballots and result to count again', `${webAddress}/files`),
		],
	}
}

function row(label: string, text: string) {
	return { label, text }
}

function lines(texts: readonly string[]): string {
	return texts.join('\n')
}

/** For the clerk's own document: every field on its own line or lines. */
export function minuteText(title: string, parts: readonly MinutePart[]): string {
	const text = parts.flatMap((part) => [
		'',
		part.title.toUpperCase(),
		...part.rows.flatMap(({ label, text }) =>
			text.includes('\n') ? [`${label}:`, ...text.split('\n').map((line) => `  ${line}`)] : [`${label}: ${text}`],
		),
	])
	return `${[title, ...text].join('\n')}\n`
}
