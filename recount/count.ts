import {
	budgetBallotsSummary,
	CannotRead,
	type Counted,
	type Election,
	type Facts,
	type Result,
	refuseTooManyPoints,
} from './election.ts'
import { equalShares, type Options } from './equal-shares.ts'
import { amountText, inSmallestUnit } from './fraction.ts'
import { greedy, supportOf } from './greedy.ts'
import { hashOfBallots, tieOrderFromSeed } from './hash.ts'
import { irv } from './irv.ts'
import { marks } from './marks.ts'
import {
	BUDGETS,
	CASTING_VOTES,
	COMPLETIONS,
	decoded,
	METHODS,
	notesOnUnused,
	oneOf,
	optionsIn,
	RANKED,
	UTILITIES,
	wholeNumber,
	YES_OR_NO,
} from './options.ts'
import { readOurCsv, readOurJson } from './read-ballots.ts'
import { readBlt } from './read-blt.ts'
import { readPabulib } from './read-pabulib.ts'
import { schulze } from './schulze.ts'
import { scottishStv } from './stv.ts'
import {
	consent,
	motion,
	quorumOf,
	refuseMoreThanElectors,
	saysVoices,
	voicesFrom,
	type YesOrNoRules,
} from './yes-or-no.ts'

/** Reads and counts one file's text. Options that are not given are taken from what the file says. */
export function recount(
	file: string,
	text: string,
	given: Map<string, string>,
): { result: Counted; notes: string[]; withdrawn: string[]; says: Facts } {
	const { election, fileSays } = readElection(file, text, given)
	const result = countElection(election, fileSays, given)
	return { result, notes: election.notes, withdrawn: election.withdrawn, says: election.says }
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
	election.notes.push(...notesOnUnused(method, given, wanted))
	if (YES_OR_NO.includes(method)) {
		refuseOtherBallots(election, method)
		const rules = yesOrNoRules(wanted)
		return method === 'motion' ? motion(election, rules) : consent(election, rules)
	}
	for (const number of ['quorum', 'electors']) {
		const said = wanted.get(number)
		if (said !== undefined) election.says.parts[number] = wholeNumber(number, said)
	}
	refuseMoreThanElectors(election, electorsIn(wanted))
	const ids = wanted.get('ids')
	if (ids !== undefined) nameByIds(election, ids.split(',').map(decoded))
	const seats = wholeNumber('seats', wanted.get('seats') ?? String(election.seats))
	if (seats < 1) throw new CannotRead('--seats must be at least 1')
	const threshold = wholeNumber('threshold', wanted.get('threshold') ?? String(election.threshold))
	const tieOrder = tieOrderOf(election, wanted.get('tie-order') ?? 'file')
	const isBudget = BUDGETS.includes(method)
	if (isBudget) giveMoney(election, wanted.get('budget'), wanted.get('costs'))
	if (!RANKED.includes(method)) election.choices = election.choices.filter(({ id }) => !election.withdrawn.includes(id))
	if (isBudget) refuseWithoutMoney(election, method)
	const places = isBudget ? wanted.get('places') : undefined
	if (places !== undefined) givePointsForPlaces(election, wholeNumber('places', places))
	refuseOtherBallots(election, method)

	if (!wanted.has('by-voice')) for (const ballot of election.ballots) ballot.voice = ''
	else if (method === 'equal-shares' && !saysVoices(election)) return withoutVoices(election, tieOrder)

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
	// The most points first, or the most votes: whoever reads the result should not have to guess.
	const utility = given.get('utility') ?? asked.get('utility')
	if (method.startsWith('greedy') && (utility === 'points' || utility === 'borda')) result.options.utility = utility
	if (places !== undefined) result.options.places = wholeNumber('places', places)
	if (quorum !== undefined) {
		const rules = yesOrNoRules(wanted)
		result.outcome = outcomeOf(result, quorumOf(rules))
	}
	return result
}

/** A spreadsheet has no room for money, so whoever has it counted says the budget and what each thing costs. */
function giveMoney(election: Election, budget: string | undefined, costs: string | undefined) {
	if (budget === undefined && costs === undefined) return
	if (election.budget > 0n || election.choices.some(({ cost }) => cost > 0n))
		throw new CannotRead('the file says the money itself; leave out --budget and --costs')
	const said = amountText(budget ?? '0')
	if (said === null) throw new CannotRead(`--budget must be an amount, not "${budget}"`)
	const costOf = new Map<string, string>()
	for (const one of (costs ?? '').split(',').filter((word) => word !== '')) {
		const [written, cost] = /^(.+):(.+)$/.exec(one)?.slice(1) ?? []
		const amount = amountText(cost ?? '')
		if (written === undefined || amount === null)
			throw new CannotRead(`--costs is written id:amount,id:amount, not "${one}"`)
		const id = election.choices.some((choice) => choice.id === written) ? written : decoded(written)
		if (!election.choices.some((choice) => choice.id === id))
			throw new CannotRead(`--costs names "${id}", which is no choice`)
		if (costOf.has(id)) throw new CannotRead(`--costs names "${id}" twice`)
		costOf.set(id, amount)
	}
	election.decimals = Math.max(...[said, ...costOf.values()].map((amount) => (amount.split('.')[1] ?? '').length))
	election.budget = inSmallestUnit(said, election.decimals)
	election.choices = election.choices.map(({ id }) => ({
		id,
		cost: inSmallestUnit(costOf.get(id) ?? '0', election.decimals),
	}))
}

function refuseWithoutMoney({ budget, choices }: Election, method: string) {
	if (budget === 0n)
		throw new CannotRead(
			`${method} needs a file that says the budget and the costs; of a spreadsheet, say them with --budget and --costs`,
		)
	const free = choices.find(({ cost }) => cost === 0n)
	if (free !== undefined)
		throw new CannotRead(`${method} needs to know what "${free.id}" costs, and that must be above 0`)
}

/** Where money is shared by orders of preference, the first of three places is worth three points, the next two, then one. */
function givePointsForPlaces(election: Election, places: number) {
	if (places < 1) throw new CannotRead('--places must be at least 1')
	const { ballots, notes } = election
	if (!ballots.some(({ ranks }) => ranks.length > 0)) {
		if (ballots.some(({ points }) => points.size > 0))
			notes.push('--places changes nothing: the ballots say points, and no order of preference')
		return
	}
	for (const ballot of ballots) {
		ballot.points = new Map()
		ballot.ranks.forEach((names, place) => {
			for (const name of names) if (!ballot.points.has(name)) ballot.points.set(name, Math.max(0, places - place))
		})
	}
	refuseTooManyPoints(ballots)
}

/** A count of ballots that do not say what the method asks for would look like a result, and be none. */
function refuseOtherBallots(election: Election, method: string) {
	const { ballots, notes } = election
	const haveOrder = ballots.some(({ ranks }) => ranks.some((names) => names.length > 0))
	const havePoints = ballots.some(({ points }) => points.size > 0)
	const haveAnswers = ballots.some(({ choice }) => choice !== '')
	if (!haveOrder && !havePoints && !haveAnswers) return
	const refuse = (what: string) => {
		throw new CannotRead(`the ballots of this file say no ${what}, and ${method} needs that`)
	}
	if (YES_OR_NO.includes(method))
		return haveAnswers || refuse(method === 'motion' ? 'for or against' : 'agree or object')
	if (RANKED.includes(method)) return haveOrder || refuse('order of preference')
	if (havePoints) return
	if (method !== 'approval' || !haveOrder) refuse(method === 'approval' ? 'names' : 'points')
	notes.push('the ballots are rankings: whoever is named on one, at any place, is approved by it')
	for (const ballot of ballots) ballot.points = new Map(ballot.ranks.flat().map((name) => [name, 1]))
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
function withoutVoices(election: Election, tieOrder: string[]): Counted {
	election.notes.push('the file does not say who spoke for which voice: only how many chose each is counted')
	const { ballots, hashed } = budgetBallotsSummary(election)
	const votes = Object.fromEntries([...supportOf(election)].map(([id, support]) => [id, support.votes]))
	return { method: 'equal-shares', tieOrder, votes, ballots, ballotsHash: hashOfBallots(hashed) }
}

function electorsIn(wanted: Map<string, string>): number | null {
	const said = wanted.get('electors')
	return said === undefined ? null : wholeNumber('electors', said)
}

function yesOrNoRules(wanted: Map<string, string>): YesOrNoRules {
	return {
		electors: electorsIn(wanted),
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
	election.says.choices = election.says.choices?.map((choice, at) => ({ ...choice, id: ids[at]! }))
	election.withdrawn = election.withdrawn.map(renamed)
	election.tieOrder = election.tieOrder.map(renamed)
	for (const ballot of election.ballots) {
		ballot.ranks = ballot.ranks.map((names) => names.map(renamed))
		ballot.points = new Map([...ballot.points].map(([name, points]) => [renamed(name), points]))
	}
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
		const isOrder = RANKED.includes(method) || (BUDGETS.includes(method) && given.has('places'))
		const form = YES_OR_NO.includes(method) ? 'answers' : isOrder ? 'ranks' : 'points'
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
