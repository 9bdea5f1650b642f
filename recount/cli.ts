import { readFileSync } from 'node:fs'
import { budgetBallotsSummary, CannotRead, type Counted, type Election, type Result } from './election.ts'
import { equalShares, type Options } from './equal-shares.ts'
import { inSmallestUnit } from './fraction.ts'
import { greedy, supportOf } from './greedy.ts'
import { hashOfBallots, tieOrderFromSeed } from './hash.ts'
import { irv } from './irv.ts'
import { marks } from './marks.ts'
import { readOurCsv, readOurJson } from './read-ballots.ts'
import { readBlt } from './read-blt.ts'
import { readPabulib } from './read-pabulib.ts'
import { answeredInWords, inWords } from './say.ts'
import { schulze } from './schulze.ts'
import { scottishStv } from './stv.ts'
import { consent, motion, quorumOf, saysVoices, voicesFrom, type YesOrNoRules } from './yes-or-no.ts'

const RANKED = ['scottish-stv', 'irv', 'schulze']
const YES_OR_NO = ['motion', 'consent']
const METHODS = [
	...YES_OR_NO,
	'greedy',
	'greedy-no-skip',
	'equal-shares',
	'scottish-stv',
	'irv',
	'schulze',
	'approval',
	'score',
	'points',
]
const CASTING_VOTES = ['none', 'not-given', 'for', 'against']
const UTILITIES = ['cost', 'cardinality', 'points', 'borda']
const COMPLETIONS = ['none', 'add1', 'add1-until-overflow', 'add1u', 'greedy']
const WITH_VALUE = [
	'method',
	'seats',
	'utility',
	'completion',
	'tie-order',
	'against',
	'step',
	'threshold',
	'missing',
	'ids',
	'electors',
	'quorum',
	'quorum-share',
	'share',
	'of',
	'voice-lock',
	'voice-quorum',
	'voice-turnout',
	'casting-vote',
	'spoilt',
]
const WITHOUT_VALUE = ['comparison', 'bar', 'by-voice', 'silence-is-consent', 'json', 'repeated-voters', 'help']

export const usage = `npx alongside recount FILE [options]

Counts a published file of ballots again: Pabulib (.pb), BLT (.blt), or our own JSON or CSV.

  --method M            ${METHODS.join(', ')}
                        (without it, the one the file names)
  --seats N             how many are elected or win
  --utility U           ${UTILITIES.join(', ')}
  --completion C        ${COMPLETIONS.join(', ')}
  --comparison          compare equal shares with greedy, as Wieliczka did
  --bar                 leave out projects with too little support for their cost, as Świecie did
  --by-voice            an equal part of the money for each voice
  --step AMOUNT         what add1 raises by; 1 unless said
  --threshold N         points a project needs, for greedy
  --missing M           no-opinion or zero, for score
  --tie-order T         file (the order of the file), seed:TEXT, or ids with commas between, favoured first
  --ids ID,ID,…         short names for the choices, in the order of the file
  --quorum N            how many must take part for there to be a decision
  --quorum-share S      the fraction of the electors, rounded up, that the quorum is
  --electors N          how many could vote: for a motion or consent
  --share S             majority, or a fraction such as 2/3: for a motion
  --of W                what that is a share of: voting (for and against), present (all who voted) or entitled
  --casting-vote V      how a level vote was settled: not-given, for or against; without it, level is not agreed
  --voice-quorum V:N,…  voices of which so many must take part
  --voice-turnout V:N,… how many of these did, where the ballots do not say their voice
  --silence-is-consent  whoever says nothing agrees: for consent
  --voice-lock V:N,…    voices that must agree by themselves, each with its quorum
  --spoilt N            papers that could not be read, where the file cannot say so
  --repeated-voters     count both of two ballots with one voter id
  --json                the whole result as JSON
  --against RESULT.json say whether the published result is the same

Ends with 0 when it could count (with --against: and found the same), 1 when the results differ, 2 when it could not count.
`

/** Counts a file and says the result with `out`, or with `complain` why not. 0: done (and the same); 1: differs; 2: cannot. */
export function recountFile(args: string[], out: (text: string) => void, complain = out): number {
	try {
		const { files, given } = optionsIn(args)
		if (given.has('help')) {
			out(usage)
			return 0
		}
		if (files.length !== 1) throw new CannotRead(`name one file\n\n${usage}`)
		const { result: counted, notes, withdrawn } = recount(files[0]!, read(files[0]!), given)
		const result: Counted = withdrawn.length > 0 ? { ...counted, withdrawn } : counted
		const against = given.get('against')
		if (against !== undefined) return compareWith(against, result, notes, out)
		if (given.has('json')) out(`${JSON.stringify({ ...result, notes }, null, '\t')}\n`)
		else out(isWhole(result) ? inWords(result, notes) : answeredInWords(result, notes))
		return 0
	} catch (problem) {
		if (!(problem instanceof CannotRead)) throw problem
		complain(`Cannot recount: ${problem.message}\n`)
		return 2
	}
}

function read(file: string): string {
	try {
		return readFileSync(file, 'utf8')
	} catch {
		throw new CannotRead(`there is no file ${file} to read`)
	}
}

function optionsIn(args: string[]) {
	const files: string[] = []
	const given = new Map<string, string>()
	for (let at = 0; at < args.length; at++) {
		const word = args[at]!
		if (word === '-h') {
			given.set('help', 'yes')
			continue
		}
		if (!word.startsWith('--')) {
			if (word.startsWith('-')) throw new CannotRead(`there is no option ${word}\n\n${usage}`)
			files.push(word)
			continue
		}
		const [name, inline] = word.slice(2).split(/=(.*)/s) as [string, string | undefined]
		if (WITHOUT_VALUE.includes(name)) given.set(name, 'yes')
		else if (WITH_VALUE.includes(name)) {
			const value = inline ?? args[++at]
			if (value === undefined) throw new CannotRead(`--${name} needs a value`)
			given.set(name, value)
		} else throw new CannotRead(`there is no option --${name}\n\n${usage}`)
	}
	return { files, given }
}

/** Reads and counts one file's text. Options that are not given are taken from what the file says. */
export function recount(
	file: string,
	text: string,
	given: Map<string, string>,
): { result: Counted; notes: string[]; withdrawn: string[] } {
	const { election, fileSays } = readElection(file, text, given)
	const result = countElection(election, fileSays, given)
	return { result, notes: election.notes, withdrawn: election.withdrawn }
}

function countElection(election: Election, fileSays: Map<string, string>, given: Map<string, string>): Counted {
	const asked = optionsIn(election.asks).given
	// Whoever says a method says all of it: then only the published lot, the short names and what kind of votes these are come from the file.
	if (given.has('method'))
		for (const option of [...asked.keys()]) if (!['tie-order', 'ids', 'spoilt'].includes(option)) asked.delete(option)
	const wanted = new Map([...fileSays, ...asked, ...given])
	election.spoilt += wholeNumber('spoilt', wanted.get('spoilt') ?? '0')
	const method = oneOf('method', wanted.get('method'), METHODS)
	if (method === undefined)
		throw new CannotRead(`the file does not name a method we know; say one with --method (${METHODS.join(', ')})`)
	if (YES_OR_NO.includes(method)) {
		const rules = yesOrNoRules(wanted)
		return method === 'motion' ? motion(election, rules) : consent(election, rules)
	}
	const ids = wanted.get('ids')
	if (ids !== undefined) nameByIds(election, ids.split(',').map(decoded))
	const seats = wholeNumber('seats', wanted.get('seats') ?? String(election.seats))
	if (seats < 1) throw new CannotRead('--seats must be at least 1')
	const threshold = wholeNumber('threshold', wanted.get('threshold') ?? String(election.threshold))
	const tieOrder = tieOrderOf(election, wanted.get('tie-order') ?? 'file')
	if (!RANKED.includes(method)) election.choices = election.choices.filter(({ id }) => !election.withdrawn.includes(id))
	const isBudget = method === 'greedy' || method === 'greedy-no-skip' || method === 'equal-shares'
	if (isBudget && election.budget === 0n)
		throw new CannotRead(`${method} needs a file that says the budget and the costs`)

	if (!wanted.has('by-voice')) for (const ballot of election.ballots) ballot.voice = ''
	else if (method === 'equal-shares' && !saysVoices(election)) return withoutVoices(election)

	const count = (): Result => {
		if (method === 'greedy' || method === 'greedy-no-skip')
			return greedy(election, method === 'greedy', threshold, tieOrder)
		if (method === 'equal-shares')
			return equalShares(election, equalSharesOptions(election, wanted, threshold, tieOrder))
		if (method === 'scottish-stv') return scottishStv(election, seats, tieOrder)
		if (method === 'irv') return irv(election, tieOrder)
		if (method === 'schulze') return schulze(election, tieOrder)
		const missing = oneOf('missing', wanted.get('missing') ?? 'no-opinion', ['no-opinion', 'zero'])
		return marks(method as 'approval', election, seats, missing as 'zero', tieOrder)
	}
	const quorum = wanted.get('quorum')
	const result = count()
	if (quorum !== undefined) {
		const rules = yesOrNoRules(wanted)
		result.outcome = outcomeOf(result, quorumOf(rules))
	}
	return result
}

/** Whether a count has a quorum, and then whether it chose anything. */
function outcomeOf({ method, ballots, winners }: Result, quorum: number): string {
	// A paper nobody could read says nothing, so it does not help to reach the quorum.
	const tookPart = ballots.counted + ballots.blank
	if (tookPart === 0) return 'nobody-voted'
	if (tookPart < quorum) return 'no-quorum'
	// Schulze leaves several level where nobody is ahead of them: then no one of them is chosen.
	if (method === 'schulze' && winners.length > 1) return 'level'
	return winners.length > 0 ? 'chosen' : 'none-chosen'
}

/** Equal shares by voice cannot be counted from ballots that do not say their voice; how many chose each project can. */
function withoutVoices(election: Election): Counted {
	election.notes.push('the file does not say who spoke for which voice: only how many chose each is counted')
	const { ballots, hashed } = budgetBallotsSummary(election)
	const votes = Object.fromEntries([...supportOf(election)].map(([id, support]) => [id, support.votes]))
	return { method: 'equal-shares', votes, ballots, ballotsHash: hashOfBallots(hashed) }
}

function yesOrNoRules(wanted: Map<string, string>): YesOrNoRules {
	return {
		electors: wholeNumber('electors', wanted.get('electors') ?? '0'),
		quorum: wholeNumber('quorum', wanted.get('quorum') ?? '0'),
		quorumShare: wanted.get('quorum-share') ?? '',
		voiceQuorum: voicesFrom('voice-quorum', wanted.get('voice-quorum') ?? ''),
		voiceTurnout: voicesFrom('voice-turnout', wanted.get('voice-turnout') ?? ''),
		share: wanted.get('share') ?? 'majority',
		of: oneOf('of', wanted.get('of') ?? 'voting', ['voting', 'present', 'entitled']) as 'voting',
		castingVote: oneOf('casting-vote', wanted.get('casting-vote') ?? 'none', CASTING_VOTES) as 'none',
		silenceIsConsent: wanted.has('silence-is-consent'),
		lock: voicesFrom('voice-lock', wanted.get('voice-lock') ?? ''),
	}
}

/** A BLT file has long names where our other files have short ones: from here on the short ones stand for them. */
function nameByIds(election: Election, ids: string[]) {
	if (ids.length !== election.choices.length || new Set(ids).size < ids.length)
		throw new CannotRead(`--ids must name each of the ${election.choices.length} choices once`)
	const idOf = new Map(election.choices.map(({ id }, at) => [id, ids[at]!]))
	const renamed = (name: string) => idOf.get(name) ?? name
	election.choices = election.choices.map(({ id, cost }) => ({ id: renamed(id), cost }))
	election.withdrawn = election.withdrawn.map(renamed)
	election.tieOrder = election.tieOrder.map(renamed)
	for (const ballot of election.ballots) {
		ballot.ranks = ballot.ranks.map((names) => names.map(renamed))
		ballot.points = new Map([...ballot.points].map(([name, points]) => [renamed(name), points]))
	}
}

function isWhole(result: Counted): result is Result {
	return Array.isArray(result.rounds)
}

function readElection(file: string, text: string, given: Map<string, string>) {
	const fileSays = new Map<string, string>()
	const start = text.replace(/^\uFEFF/, '').trimStart()
	if (/\.pb$/i.test(file) || /^META\b/i.test(start)) {
		const election = readPabulib(text, given.has('repeated-voters'))
		const utility =
			election.voteType === 'ordinal' ? 'borda' : /^(cumulative|scoring)$/.test(election.voteType) ? 'points' : 'cost'
		fileSays.set('utility', utility)
		if (!given.has('method')) for (const [option, value] of rulesOfPabulib(election.rule)) fileSays.set(option, value)
		return { election, fileSays }
	}
	if (/\.json$/i.test(file) || start.startsWith('{')) return { election: readOurJson(text), fileSays }
	if (/\.csv$/i.test(file)) {
		const method = given.get('method') ?? ''
		const form = YES_OR_NO.includes(method) ? 'answers' : RANKED.includes(method) ? 'ranks' : 'points'
		return { election: readOurCsv(text, form), fileSays }
	}
	const election = readBlt(text)
	fileSays.set('method', election.seats > 1 ? 'scottish-stv' : 'irv')
	return { election, fileSays }
}

/** Pabulib names rules like `equalshares/add1-comparison`. `mes` is an older name. */
function rulesOfPabulib(rule: string): [string, string][] {
	if (rule === 'greedy' || rule === 'greedy-threshold') return [['method', 'greedy']]
	if (rule === 'greedy-no-skip') return [['method', 'greedy-no-skip']]
	const shares = /^(?:equalshares|mes)(?:\/(add1u?))?(-comparison)?$/.exec(rule)
	if (!shares) return []
	const options: [string, string][] = [
		['method', 'equal-shares'],
		['completion', shares[1] ?? 'none'],
	]
	if (shares[2]) options.push(['comparison', 'yes'])
	return options
}

function equalSharesOptions(
	election: Election,
	wanted: Map<string, string>,
	threshold: number,
	tieOrder: string[],
): Options {
	const step = wanted.get('step') ?? '1'
	if (!/^\d+(\.\d+)?$/.test(step) || !/[1-9]/.test(step))
		throw new CannotRead(`--step ${step} is not an amount above 0`)
	const places = (step.split('.')[1] ?? '').replace(/0+$/, '').length
	if (places > election.decimals) {
		// Keep all money in the smaller unit.
		const finer = 10n ** BigInt(places - election.decimals)
		election.budget *= finer
		election.choices = election.choices.map(({ id, cost }) => ({ id, cost: cost * finer }))
		election.decimals = places
	}
	return {
		utility: oneOf('utility', wanted.get('utility') ?? 'cost', UTILITIES) as Options['utility'],
		completion: oneOf('completion', wanted.get('completion') ?? 'add1', COMPLETIONS) as Options['completion'],
		comparison: wanted.has('comparison'),
		bar: wanted.has('bar'),
		byVoice: wanted.has('by-voice'),
		step: inSmallestUnit(step.includes('.') ? step.replace(/\.?0+$/, '') : step, election.decimals),
		threshold,
		tieOrder,
	}
}

function tieOrderOf(election: Election, wanted: string): string[] {
	const ids = election.choices.map(({ id }) => id).filter((id) => !election.withdrawn.includes(id))
	if (wanted === 'file') return [...new Set([...election.tieOrder.filter((id) => ids.includes(id)), ...ids])]
	if (wanted.startsWith('seed:')) return tieOrderFromSeed(wanted.slice('seed:'.length), ids)
	const named = wanted.split(',').map((id) => (ids.includes(id) ? id : decoded(id)))
	const known = [...election.choices.map(({ id }) => id), ...election.withdrawn]
	const unknown = named.find((id) => !known.includes(id))
	if (unknown !== undefined) throw new CannotRead(`--tie-order names "${unknown}", which is no choice`)
	return [...new Set([...named.filter((id) => ids.includes(id)), ...ids])]
}

function decoded(id: string): string {
	try {
		return decodeURIComponent(id)
	} catch {
		return id
	}
}

function oneOf(option: string, value: string | undefined, allowed: string[]): string | undefined {
	if (value !== undefined && !allowed.includes(value))
		throw new CannotRead(`--${option} is one of ${allowed.join(', ')}, not "${value}"`)
	return value
}

function wholeNumber(option: string, value: string): number {
	if (!/^\d{1,15}$/.test(value)) throw new CannotRead(`--${option} must be a whole number, not "${value}"`)
	return Number(value)
}

/** Says "the same", or each place where a published result is not what we counted; then what it leaves unsaid. */
function compareWith(file: string, result: Counted, notes: string[], out: (text: string) => void): number {
	let published: Record<string, unknown>
	try {
		published = JSON.parse(read(file))
	} catch (problem) {
		if (problem instanceof CannotRead) throw problem
		throw new CannotRead(`${file} is not JSON`)
	}
	if (!Array.isArray(published?.winners) && typeof published?.outcome !== 'string')
		throw new CannotRead(`${file} is not a result: it has no winners and no outcome`)
	const counted = JSON.parse(JSON.stringify(result)) as Record<string, unknown>
	const differences: string[] = []
	const compared = Object.keys(counted).filter((key) => Object.hasOwn(published, key))
	const unsaid = Object.keys(counted).filter((key) => !compared.includes(key))
	for (const key of compared) differ(key, published[key], counted[key], differences)
	if (differences.length === 0) out(`The same: what the published result says of ${compared.join(', ')}.\n`)
	else {
		out('Not the same:\n')
		for (const one of differences.slice(0, 50)) out(`  ${one}\n`)
		if (differences.length > 50) out(`  and ${differences.length - 50} more\n`)
	}
	if (unsaid.length > 0) out(`  Note: the published result does not say its ${unsaid.join(', ')}\n`)
	for (const note of notes) out(`  Note: ${note}\n`)
	return differences.length === 0 ? 0 : 1
}

function differ(path: string, published: unknown, counted: unknown, differences: string[]) {
	const bothObjects =
		typeof published === 'object' && typeof counted === 'object' && published !== null && counted !== null
	if (!bothObjects || Array.isArray(published) !== Array.isArray(counted)) {
		if (published !== counted)
			differences.push(
				`${path}: published ${JSON.stringify(published) ?? 'nothing'}, counted ${JSON.stringify(counted) ?? 'nothing'}`,
			)
		return
	}
	for (const key of new Set([...Object.keys(published), ...Object.keys(counted)]))
		differ(
			`${path}.${key}`,
			(published as Record<string, unknown>)[key],
			(counted as Record<string, unknown>)[key],
			differences,
		)
}
