import type { DecisionKind, Outcome } from '~/domain/decisions/decision.ts'
import type { Standing, Stop, StopName } from '~/domain/thread/stops.ts'
import { standingWords } from '~/features/actions/status-words.ts'
import { kindWords } from '~/features/decisions/decision-words.ts'
import { endedWords } from '~/features/decisions/ended-tag.ts'
import { longDate, longMoment } from '~/ui/dates.ts'

export const stopWords: Record<StopName, string> = {
	need: 'Need',
	words: 'Words',
	version: 'Version',
	decision: 'Decision',
	action: 'Action',
	difference: 'Difference',
}

const outcomeWords: Record<Exclude<Outcome, 'agreed' | 'chosen'>, string> = {
	'not-agreed': 'not agreed',
	'none-chosen': 'nothing was chosen',
	level: 'level, nothing is settled',
	'no-quorum': 'no decision, too few took part',
	'nobody-voted': 'no decision, nobody voted',
}

/** A board's quorum may lack one class of seat, and not numbers. */
function undecidedWords({ outcome, kind }: Extract<Standing, { is: 'not-decided' }>): string {
	return kind === 'board-decision' && outcome === 'no-quorum' ? 'no decision, no quorum' : outcomeWords[outcome]
}

/** "Version 4": the stop's name carries the number once there is one. */
export function nameOf({ stop, standing }: Stop): string {
	return standing.is === 'frozen' ? `Version ${standing.number}` : stopWords[stop]
}

/** What stands under a stop's name, and beside a decision the newest vote. */
export function wordsOf({ standing, newer }: Pick<Stop, 'standing' | 'newer'>): string | undefined {
	const own = detailOf(standing)
	return newer ? `${own}; the newest vote: ${detailOf(newer)}` : own
}

/** How it stands: words and a date, or nothing when it is simply not yet. */
export function detailOf(standing: Standing): string | undefined {
	switch (standing.is) {
		case 'not-yet':
			return undefined
		case 'need-told':
			return shorten(standing.source) || 'told'
		case 'need-untold':
			return 'nobody has told it yet'
		case 'writing':
			return `${counted(standing.writers, 'writer')}, ${counted(standing.voices, 'voice')}`
		case 'frozen':
			return standing.final ? `${longDate(standing.at)}, final` : longDate(standing.at)
		case 'superseded':
			return `version ${standing.number} was put to people instead`
		case 'not-asked':
			return 'not asked yet'
		case 'vote-open':
			return `${named(standing)} open until ${longMoment(standing.closesAt)}`
		case 'vote-ended':
			return `${named(standing)} ended ${longDate(standing.at)}, not counted yet`
		case 'vote-level':
			return `${named(standing)}: level, waits for the casting vote until ${longDate(standing.until)}`
		case 'views-heard':
			return `show of views heard ${longDate(standing.at)}, which decides nothing by itself`
		case 'agreed':
			return `${named(standing)}: agreed, ${longDate(standing.at)}`
		case 'chosen':
		case 'none-chosen':
			return `${named(standing)}, ${ended(standing)}, ${longDate(standing.at)}`
		case 'not-decided':
			return `${named(standing)}: ${undecidedWords(standing)}, ${longDate(standing.at)}`
		case 'vote-stopped':
			return because(`the ${named(standing)} was stopped`, standing.reason)
		case 'nothing-agreed-yet':
			return 'to be agreed'
		case 'nothing-agreed-since':
			return `nothing has been agreed since ${longDate(standing.at)}`
		case 'under-way':
			return underWay(standing)
		case 'actions-under-way':
			return severalUnderWay(standing)
		case 'reported-done':
			return standing.actions === 1 ? 'reported done' : `${standing.actions} reported done`
		case 'action-stopped':
			return shorten(standing.reason) || 'no reason was given'
		case 'actions-stopped':
			return `all ${standing.actions} actions were stopped`
		case 'asking':
			return 'people are being asked'
		case 'felt':
			return felt(standing)
		case 'document-stopped':
			return because('the work was stopped', standing.reason)
	}
}

function ended({ is: outcome, kind, choice }: Extract<Standing, { is: 'chosen' | 'none-chosen' }>) {
	return endedWords({ ...choice, kind, outcome })
}

function named({ kind }: { kind: DecisionKind }) {
	return kindWords[kind].name.toLowerCase()
}

function underWay({ status, dueOn, daysLate }: Extract<Standing, { is: 'under-way' }>) {
	const words = standingWords(status, daysLate)
	return daysLate > 0 ? words : `${words}, due ${longDate(dueOn)}`
}

function severalUnderWay({ actions, late, done }: Extract<Standing, { is: 'actions-under-way' }>) {
	const parts = [late > 0 && `${late} late`, done > 0 && `${done} done`].filter(Boolean)
	return [counted(actions, 'action'), ...parts].join(', ')
}

function felt({ felt: yes, people, actions }: Extract<Standing, { is: 'felt' }>) {
	const told = `${yes} of ${people} ${actions === 1 ? 'people' : 'answers'} say it made a difference`
	return yes * 2 < people ? `done, but not felt by most: ${told}` : told
}

function because(what: string, reason: string) {
	return reason ? `${what}: ${shorten(reason)}` : what
}

function counted(count: number, one: string) {
	return `${count} ${one}${count === 1 ? '' : 's'}`
}

const fits = 90

/** The stop has room for a line or two; the whole reason stands on the page it leads to. */
function shorten(words: string) {
	const line = words.trim().replace(/\s+/g, ' ')
	return line.length <= fits ? line : `${line.slice(0, fits).replace(/\s+\S*$/, '')}…`
}
