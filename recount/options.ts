import { CannotRead } from './election.ts'

export const RANKED = ['scottish-stv', 'irv', 'schulze']
export const YES_OR_NO = ['motion', 'consent']
export const METHODS = [
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
export const CASTING_VOTES = ['none', 'not-given', 'for', 'against']
export const UTILITIES = ['cost', 'cardinality', 'points', 'borda']
export const COMPLETIONS = ['none', 'add1', 'add1-until-overflow', 'add1u', 'greedy']
const WITH_VALUE = [
	'method',
	'seats',
	'utility',
	'completion',
	'tie-order',
	'against',
	'step',
	'threshold',
	'places',
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
	'budget',
	'costs',
]
const WITHOUT_VALUE = ['comparison', 'bar', 'by-voice', 'silence-is-consent', 'json', 'repeated-voters', 'help']

export const BUDGETS = ['greedy', 'greedy-no-skip', 'equal-shares']
/** Methods that make use of an option. An option that is not here is of use to all. */
const OF_USE_TO: Record<string, string[]> = {
	seats: ['scottish-stv', 'approval', 'score', 'points'],
	utility: ['equal-shares'],
	completion: ['equal-shares'],
	comparison: ['equal-shares'],
	bar: ['equal-shares'],
	'by-voice': ['equal-shares'],
	step: ['equal-shares'],
	threshold: BUDGETS,
	places: BUDGETS,
	budget: BUDGETS,
	costs: BUDGETS,
	missing: ['score'],
	'tie-order': METHODS.filter((method) => !YES_OR_NO.includes(method)),
	share: ['motion'],
	of: ['motion'],
	'casting-vote': ['motion'],
	'voice-quorum': ['motion'],
	'voice-turnout': ['motion'],
	'voice-lock': YES_OR_NO,
	'silence-is-consent': ['consent'],
}

/** Whoever asks for something that a method has no use for should be told that it changed nothing. */
export function notesOnUnused(method: string, given: Map<string, string>, wanted = given): string[] {
	const unused = [...given.keys()].filter((name) => OF_USE_TO[name] && !OF_USE_TO[name].includes(method))
	const notes = unused.map((name) => `--${name} changes nothing: ${method} has no use for it`)
	if (method === 'motion' && given.has('of') && (wanted.get('share') ?? 'majority') === 'majority')
		notes.push('--of changes nothing: a majority is of those for and against')
	if (method !== 'equal-shares') return notes
	if (given.has('threshold') && !wanted.has('comparison'))
		notes.push('--threshold changes nothing: without --comparison equal shares has no use for it')
	if (given.has('step') && !(wanted.get('completion') ?? 'add1').startsWith('add1'))
		notes.push(`--step changes nothing: with the completion ${wanted.get('completion')} no share is raised`)
	return notes
}

export const usage = `npx alongside recount FILE [options]

Counts a published file of ballots again: Pabulib (.pb), BLT (.blt), or our own JSON or CSV.

  --method M            ${METHODS.join(', ')}
                        (without it, the one the file names)
  --seats N             how many are elected or win
  --utility U           ${UTILITIES.join(', ')}
                        (without it cost; for points, points; for an ordinal file, borda)
  --completion C        ${COMPLETIONS.join(', ')}
                        (without it add1, unless the file names its rule)
  --comparison          compare equal shares with greedy, as Wieliczka did
  --bar                 leave out projects with too little support for their cost, as Świecie did
  --by-voice            an equal part of the money for each voice
  --step AMOUNT         what add1 raises by; 1 unless said
  --threshold N         points a project needs, for greedy
  --places N            how many places an order has where money is shared: the first is worth N points, the next one less
  --budget AMOUNT       how much money there is, where the file cannot say so (CSV)
  --costs ID:AMOUNT,…   what each costs, where the file cannot say so (CSV)
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

/** The files and the options among the words of a command; throws at what is no option. */
export function optionsIn(args: string[]) {
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
		if (given.has(name)) throw new CannotRead(`--${name} is given twice`)
		if (WITHOUT_VALUE.includes(name)) {
			if (inline !== undefined) throw new CannotRead(`--${name} takes no value; leave it out where it is not wanted`)
			given.set(name, 'yes')
		} else if (WITH_VALUE.includes(name)) {
			const value = inline ?? args[++at]
			if (value === undefined) throw new CannotRead(`--${name} needs a value`)
			given.set(name, value)
		} else throw new CannotRead(`there is no option --${name}\n\n${usage}`)
	}
	return { files, given }
}

export function decoded(id: string): string {
	try {
		return decodeURIComponent(id)
	} catch {
		return id
	}
}

export function oneOf(option: string, value: string | undefined, allowed: string[]): string | undefined {
	if (value !== undefined && !allowed.includes(value))
		throw new CannotRead(`--${option} is one of ${allowed.join(', ')}, not "${value}"`)
	return value
}

export function wholeNumber(option: string, value: string): number {
	if (!/^\d{1,15}$/.test(value)) throw new CannotRead(`--${option} must be a whole number, not "${value}"`)
	return Number(value)
}
