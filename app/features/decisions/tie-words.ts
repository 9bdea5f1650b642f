import type { Tie } from '../../domain/decisions/methods/count.ts'
import { capital, namesOf, quoted } from './option-names.ts'
import type { Chosen } from './told.ts'

/** How each tie fell, a sentence each. */
export function tieWords({ count, options }: Pick<Chosen, 'count' | 'options'>): string[] {
	const { method, winners, ties } = count
	if (method === 'schulze' && winners.length > 1)
		return [
			`${namesOf(options, winners)} come first together. The rule does not choose between them, and no lot is drawn.`,
		]
	return ties.map((tie) => `${whereWords[tie.kind](tie.round)}: ${tieSentence(tie, options)}`)
}

/** "“A” and “B” were level. “A” came first, because it costs less." */
export function tieSentence({ kind, among, picked, decidedBy }: Tie, options: Chosen['options']): string {
	const fell = capital(fellWords[kind](picked === null ? 'none of them' : quoted(options, picked)))
	return `${namesOf(options, among)} were level. ${fell}, ${settledBy[decidedBy](kind)}.`
}

const fellWords: Record<Tie['kind'], (name: string) => string> = {
	fund: (name) => `${name} came first`,
	order: (name) => `${name} was taken first`,
	surplus: (name) => `what ${name} did not need was moved first`,
	exclude: (name) => `${name} dropped out`,
	win: (name) => `${name} got the last place`,
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
