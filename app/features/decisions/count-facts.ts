import type { Choosing, DecisionPart, Option } from '../../domain/decisions/decision.ts'
import type { PublishedCount } from '../../domain/decisions/methods/count-open-ballots.ts'
import type { EqualSharesCount } from '../../domain/decisions/methods/equal-shares-options.ts'
import { type Exact, parseExact } from '../../domain/decisions/methods/exact.ts'

/** A decision that chose among options, as pages and minutes tell it. */
export type Chosen = Pick<Choosing, 'method' | 'rules' | 'options' | 'tieOrder' | 'tieSeed' | 'kind'> & {
	result: NonNullable<Choosing['result']>
}

export interface IrvRound {
	votes: Readonly<Record<string, number>>
	exhausted: number
	excluded: string | null
}

export interface StvRound {
	action: 'first' | 'surplus' | 'exclude'
	candidate: string | null
	surplus?: string
	votes: Readonly<Record<string, string>>
	nonTransferable: string
	elected: readonly string[]
	byLastVacancies: readonly string[]
}

export interface BudgetRound {
	by?: 'equal-shares' | 'greedy'
	project: string
	cost: string
	votes: number
	score: number
	price?: string
	rho?: string
	paidInFull?: number
	gaveTheRest?: number
	funded?: boolean
	left?: string
}

export interface MarksRound {
	votes?: Readonly<Record<string, number>>
	points?: Readonly<Record<string, number>>
	sum?: Readonly<Record<string, number>>
	given?: Readonly<Record<string, number>>
	mean?: Readonly<Record<string, string | null>>
}

/** The engine writes rounds as JSON; which kind they are follows from its method. */
export function roundsOf<R extends IrvRound | StvRound | BudgetRound | MarksRound>({ rounds }: PublishedCount): R[] {
	return rounds as unknown as R[]
}

/** What equal shares keeps besides; without `endowment` where the voices were too small to publish. */
export type SharesFacts = Pick<EqualSharesCount, 'notConsidered' | 'comparison'> &
	Partial<Pick<EqualSharesCount, 'endowment'>>

export function sharesOf(count: PublishedCount): SharesFacts {
	return count as unknown as SharesFacts
}

export interface Pairs {
	/** How many put the first above the second. */
	pairwise: Readonly<Record<string, Readonly<Record<string, number>>>>
	condorcetWinner: string | null
	order: readonly string[] | null
}

export function nameOf(options: readonly Option[], id: string): string {
	return options.find((option) => option.id === id)?.name ?? id
}

/** “Weekend breaks” and “Night sitting” */
export function namesOf(options: readonly Option[], ids: readonly string[]): string {
	return listWords(ids.map((id) => `“${nameOf(options, id)}”`))
}

export function listWords(words: readonly string[]): string {
	return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** Pounds as exact text (`6000`, `0.50`, `1000/3`) for reading: to the penny, and said to be about where it is not exact. */
export function amountWords(text: string): string {
	const amount = parseExact(text)
	if (!amount) throw new Error(`not an amount: ${text}`)
	const pence = (amount.n * 100n * 2n + amount.d) / (amount.d * 2n)
	const isExact = pence * amount.d === amount.n * 100n
	const whole = `${pence / 100n}`.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
	const rest = pence % 100n
	return `${isExact ? '' : 'about '}£${whole}${rest === 0n ? '' : `.${`${rest}`.padStart(2, '0')}`}`
}

/** A mean or a vote in hundred-thousandths, to two places: `7.33`; whole numbers stay whole. */
export function numberWords(text: string): string {
	const amount = parseExact(text)
	if (!amount) throw new Error(`not a number: ${text}`)
	const hundredths = (amount.n * 100n * 2n + amount.d) / (amount.d * 2n)
	const rest = hundredths % 100n
	return rest === 0n ? `${hundredths / 100n}` : `${hundredths / 100n}.${`${rest}`.padStart(2, '0')}`
}

/** For drawing only: no result is ever worked out from this. */
export function sizeOf(text: string | number): number {
	const amount: Exact | null = parseExact(`${text}`)
	return amount ? Number((amount.n * 100_000n) / amount.d) / 100_000 : 0
}

export function isChosenAmong(decision: DecisionPart<'method' | 'result'>): boolean {
	return decision.result !== null && 'count' in decision.result
}

/** What the money left is, in pounds as exact text; null where nothing was shared. */
export function moneyLeft({ rules, result }: Pick<Chosen, 'rules' | 'result'>): string | null {
	const cost = parseExact(result.count.totalCost ?? '')
	if (!cost || rules.budget === undefined) return null
	const left = BigInt(rules.budget) - (cost.n * 100n) / cost.d
	return `${left / 100n}.${`${left % 100n}`.padStart(2, '0')}`
}
