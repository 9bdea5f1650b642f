import type { Tie } from '../../domain/decisions/methods/count.ts'
import { capital, namesOf, quoted } from './option-names.ts'
import type { Chosen, Named } from './told.ts'
import { sayFor } from './would-words.ts'

/** Where no tie is told: money was shared by voice, and voices too small to show how levels fell, is not the same as none. */
export function noTiesWords(isWithheld: boolean, which = 'this one'): string {
	return isWithheld
		? `Whether any were level would show how people voted. If the rule needed a lot, it was ${which}.`
		: 'Nothing was level where it mattered.'
}

/** How each tie fell, a sentence or two each. `named`: how many chose each option or, where money is shared by points, their points. */
export function tieWords(
	{ kind, count, options }: Pick<Chosen, 'count' | 'options'> & { kind?: Chosen['kind'] },
	named: Named = {},
): string[] {
	const { method, winners, ties } = count
	if (method === 'schulze' && winners.length > 1)
		return [
			`${namesOf(options, winners)} come first together. The rule does not choose between them, and no lot is drawn.`,
		]
	const isFromRest = method === 'equal-shares' && count.comparison?.kept !== 'greedy'
	const fromRest = `When the rest of the money ${sayFor({ kind })('was', 'would be')} given out`
	const where = ({ kind, round }: Tie) => {
		if (isFromRest && kind === 'order') return fromRest
		return kind === 'win' && winners.length === 1 ? 'For first place' : whereWords[kind](round)
	}
	return ties.map((tie) => `${where(tie)}: ${tieSentence(tie, options, named, isByPoints({ count }))}`)
}

/** "“A” and “B” were level. “A” came first, because it costs less." */
export function tieSentence(tie: Tie, options: Chosen['options'], named: Named = {}, byPoints = false): string {
	const { kind, among, picked, decidedBy } = tie
	const level = `${namesOf(options, among)} were level.`
	if (kind === 'order') return [level, ...orderedWords(tie, options)].join(' ')
	if (kind === 'fund') return [level, ...firstWords(tie, options, { named, byPoints })].join(' ')
	return `${level} ${fell(tie, options, picked, settledBy[decidedBy](kind))}`
}

/** Whether level projects fell by their points and not by how many people chose them. */
export function isByPoints({ count: { options } }: Pick<Chosen, 'count'>): boolean {
	return options.utility === 'points' || options.utility === 'borda'
}

function fell({ kind }: Tie, options: Chosen['options'], picked: string | null, why: string): string {
	return `${capital(fellWords[kind](picked === null ? 'none of them' : quoted(options, picked)))}, ${why}.`
}

const costIn = (options: Chosen['options'], id: string) => options.find((option) => option.id === id)?.cost ?? 0

/** All of them have their place in the order: by cost, and by the lot only among those that cost the same. */
function orderedWords(tie: Tie, options: Chosen['options']): string[] {
	const { among } = tie
	const costs = [...new Set(among.map((id) => costIn(options, id)))].sort((a, b) => a - b)
	const groups = costs.map((cost) => among.filter((id) => costIn(options, id) === cost))
	const byLot = settledBy.lot(tie.kind)
	if (groups.length === 1) return [fell(tie, options, tie.picked, byLot)]
	const same = groups.filter((group) => group.length > 1)
	if (same.length === 0) return [fell(tie, options, tie.picked, settledBy.cost(tie.kind))]
	// `among` is in the order of the lot.
	return [
		'The cheaper went first.',
		...same.map(
			(group) => `Of ${namesOf(options, group)}, which cost the same, ${fell(tie, options, group[0]!, byLot)}`,
		),
	]
}

/** One of them is bought: by cost, then by how many chose it, then by the lot, each only among those that the one before left level. */
function firstWords(
	tie: Tie,
	options: Chosen['options'],
	{ named, byPoints }: { named: Named; byPoints: boolean },
): string[] {
	const { kind, among, picked, decidedBy } = tie
	if (picked === null || decidedBy === 'cost') return [fell(tie, options, picked, settledBy[decidedBy](kind))]
	const cheapest = among.filter((id) => costIn(options, id) === costIn(options, picked))
	const most = decidedBy === 'lot' ? cheapest.filter((id) => named[id] === named[picked]) : cheapest
	const narrowed = [
		...lessWords(options, among, cheapest, (some, others) => `${some} cost less than ${others}.`),
		...lessWords(options, cheapest, most, (some, others) =>
			byPoints ? `${some} had more points than ${others}.` : `More people chose ${some} than ${others}.`,
		),
	]
	const isPoints = byPoints && decidedBy === 'support'
	const first = fell(tie, options, picked, isPoints ? 'because it had more points' : settledBy[decidedBy](kind))
	return [...narrowed, narrowed.length > 0 ? `Of these, ${first}` : first]
}

function lessWords(
	options: Chosen['options'],
	all: readonly string[],
	kept: readonly string[],
	words: (kept: string, others: string) => string,
): string[] {
	const others = all.filter((id) => !kept.includes(id))
	return others.length > 0 ? [words(namesOf(options, kept), namesOf(options, others))] : []
}

/** Why this one of them went before that one, where others were level as well. */
export function whyBefore(tie: Tie, other: string, options: Chosen['options'], named: Named): string {
	const { kind, picked, decidedBy } = tie
	if (picked === null) return settledBy[decidedBy](kind)
	if (costIn(options, picked) < costIn(options, other)) return settledBy.cost(kind)
	const isByPeople = decidedBy === 'support' || (named[picked] ?? 0) > (named[other] ?? 0)
	return settledBy[isByPeople ? 'support' : 'lot'](kind)
}

/** The same where points count: the account of the ties has how many each had. */
export function whyBeforeByPoints({ kind, picked, decidedBy }: Tie, other: string, options: Chosen['options']): string {
	if (picked !== null && costIn(options, picked) < costIn(options, other)) return settledBy.cost(kind)
	return decidedBy === 'support' ? 'because it had more points' : 'as is told below, with what was level'
}

const fellWords: Record<Tie['kind'], (name: string) => string> = {
	fund: (name) => `${name} came first`,
	order: (name) => `${name} was taken first`,
	surplus: (name) => `what ${name} did not need was moved first`,
	exclude: (name) => `${name} dropped out`,
	win: (name) => `${name} got it`,
}

const whereWords: Record<Tie['kind'], (round: number) => string> = {
	fund: (round) => `Step ${round}`,
	order: (round) => `Place ${round}`,
	surplus: (round) => `Round ${round}`,
	exclude: (round) => `Round ${round}`,
	win: () => 'For the last place',
}

export const settledBy: Record<Tie['decidedBy'], (kind: Tie['kind']) => string> = {
	cost: () => 'because it costs less',
	support: () => 'because more people chose it',
	'earlier-stage': (kind) =>
		kind === 'exclude'
			? 'because it had fewer votes in an earlier round'
			: 'because it had more votes in an earlier round',
	lot: () => 'by the lot drawn before voting opened',
	nobody: () => 'because the rule does not choose between them',
}
