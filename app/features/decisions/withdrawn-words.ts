import { type BallotForm, ballotForm, sharesByPoints } from '../../domain/decisions/answer.ts'
import type { Decision, Option } from '../../domain/decisions/decision.ts'
import { allowsWithdrawing, withdrawnIds } from '../../domain/decisions/withdrawn.ts'
import { longMoment } from '../../ui/dates.ts'
import { listWords, quoted } from './option-names.ts'

type Told = { options: readonly Option[]; withdrawn?: Decision['withdrawn'] }

/** What was withdrawn while people voted, when and why, each in a sentence and its reason. */
export function withdrawnWords({ options, withdrawn = [] }: Told): { option: string; says: string; reason: string }[] {
	return withdrawn.map(({ option, at, reason }) => ({
		option,
		says: `${quoted(options, option)} was withdrawn at ${longMoment(at)}, while people were voting.`,
		reason,
	}))
}

/** How fixed a vote is once it is open: "…, except that something can be withdrawn", where it can. */
export function exceptWithdrawing(asked: Parameters<typeof allowsWithdrawing>[0]): string {
	return allowsWithdrawing(asked) ? ', except that something can be withdrawn, with a public reason' : ''
}

/** What goes out by e-mail when something is withdrawn, for whoever is about to; of what is a group's own, less does. */
export function mailWords(isOwn: boolean): string {
	const what = isOwn
		? 'An e-mail that something was withdrawn'
		: 'An e-mail with what was withdrawn and your words about why'
	return `${what} goes to everybody who may vote and has given an address, unless they want no e-mails about votes. What was sent cannot be called back, also if the reason is removed later.`
}

/** What becomes of votes that were given to it before, in words for this kind of ballot. */
export function lapseWords(asked: Pick<Decision, 'method' | 'rules'>): string {
	const form = ballotForm(asked)
	return form === 'ranks' && sharesByPoints(asked.rules) ? placesLapse : lapses[form]
}

/** What somebody who has voted can do now: a secret ballot is shown to nobody, not even to them, and a paper stays as it is. */
export function voterWords(
	{ rules, closesAt, withdrawn = [] }: Pick<Decision, 'rules' | 'closesAt'> & Pick<Told, 'withdrawn'>,
	onPaper = false,
): string {
	if (onPaper)
		return `Your vote came on paper and cannot be changed. What else it says is counted. ${onlyThis(withdrawn)} You need do nothing, and you can say how you see it once voting ends.`
	const until = longMoment(closesAt)
	return rules.secrecy === 'secret'
		? `You have voted. To keep that secret, this page cannot show you what you chose. If you do nothing, what else you chose is counted. ${onlyThis(withdrawn)} Or fill in the whole ballot again, until ${until}: it replaces your earlier vote.`
		: `You have voted, and you can change your vote until ${until}. If you do nothing, what else you chose is counted. ${onlyThis(withdrawn)}`
}

/** An answer with nothing in it that is counted: left so, or with nothing in it but what was withdrawn. */
export function blankOrWithdrawn({ withdrawn = [] }: Pick<Told, 'withdrawn'>): string {
	return withdrawn.length > 0 ? `Left the ballot blank${orWithdrawn({ withdrawn })}` : 'Left blank'
}

/** After “left the ballot blank”: what was given to something that was withdrawn is not counted, so who chose nothing else counts as blank. */
export function orWithdrawn({ withdrawn = [] }: Pick<Told, 'withdrawn'>): string {
	return withdrawn.length > 0 ? ', or chose only what was withdrawn' : ''
}

/** Nothing is left of such a vote, so it says nothing and still takes part. */
function onlyThis(withdrawn: readonly unknown[]): string {
	return `If you chose only ${withdrawn.length > 1 ? 'these' : 'this'}, your vote now counts as blank.`
}

const rest = 'The rest of each ballot stands.'
const placesLapse = `Where somebody has it in their order, its points are not counted, and the others keep the points of their places. ${rest}`
const lapses: Record<BallotForm, string> = {
	motion: '',
	consent: '',
	ticks: `Votes already given to it are not counted. ${rest}`,
	scores: `Scores already given to it are not counted. ${rest}`,
	points: `Points already given to it are not counted, and nobody else gets them. ${rest}`,
	ranks: `Where somebody has it in their order, it is passed over and the next ones move up. ${rest}`,
}

/** The names as they stand on ballots that were cast before it: "A minibus (withdrawn)". */
export function namedAsCast({ options, withdrawn = [] }: Told): Option[] {
	const gone = withdrawnIds({ withdrawn })
	return options.map((option) => (gone.has(option.id) ? { ...option, name: `${option.name} (withdrawn)` } : option))
}

/** Beside what is sealed; empty where nothing was. */
export function besideSealWords({ options, withdrawn = [] }: Told): string {
	if (withdrawn.length === 0) return ''
	const names = listWords(withdrawn.map(({ option }) => quoted(options, option)))
	return `Since then ${names} ${withdrawn.length === 1 ? 'was' : 'were'} withdrawn. That is recorded beside the seal, which stays what it was.`
}
