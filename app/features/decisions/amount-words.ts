import { amountOf, type Exact, exact, exactText, parseExact } from '../../domain/decisions/methods/exact.ts'
import { thousands } from './money-words.ts'

/** Pounds as exact text (`6000`, `0.50`, `1000/3`) for reading: to the penny, and said to be about where it is not exact. */
export function amountWords(text: string): string {
	return penceWords(nearestPence(amountOf(text)))
}

/**
 * The same for the ear, where the exact sum stands elsewhere: what is not whole pence is told in whole pounds, "about £1,190",
 * unless it is under ten pounds, where pence matter: "about £1.71", "about 10p".
 */
export function roughWords(text: string): string {
	const { n, d } = amountOf(text)
	const { pence, isExact } = nearestPence({ n, d })
	if (pence > 0n && pence < 100n) return `${isExact ? '' : 'about '}${pence}p`
	if (isExact || n < 10n * d) return amountWords(text)
	return `about £${thousands((n * 2n + d) / (d * 2n))}`
}

export interface NearestPence {
	pence: bigint
	isExact: boolean
}

export function nearestPence({ n, d }: Exact): NearestPence {
	const pence = (n * 100n * 2n + d) / (d * 2n)
	return { pence, isExact: pence * d === n * 100n }
}

export function penceWords({ pence, isExact }: NearestPence): string {
	if (pence === 0n && !isExact) return 'less than a penny'
	const rest = pence % 100n
	return `${isExact ? '' : 'about '}£${thousands(pence / 100n)}${rest === 0n ? '' : `.${`${rest}`.padStart(2, '0')}`}`
}

/** Halves to ninths of a penny; finer parts help nobody with a pencil. */
const longestFraction = 9n

/**
 * The same for somebody who works with a pencil: where pence do not say it exactly, the fraction of a penny that does is said
 * after it: "£333.33 and 1/3 of a penny". Finer ones stay "about".
 */
export function exactAmountWords(text: string): string {
	const { n, d } = amountOf(text)
	const pence = (n * 100n) / d
	const over = exact(n * 100n - pence * d, d)
	if (over.n === 0n) return amountWords(`${pence}/100`)
	return over.d > longestFraction
		? amountWords(text)
		: `${amountWords(`${pence}/100`)} and ${exactText(over)} of a penny`
}

/** A mean or a vote in hundred-thousandths, to two places: `7.33`; whole numbers stay whole. */
export function numberWords(text: string): string {
	const { n, d } = amountOf(text)
	const all = (n * 100n * 2n + d) / (d * 2n)
	const rest = all % 100n
	return `${all / 100n}${rest === 0n ? '' : `.${`${rest}`.padStart(2, '0')}`}`
}

/** For drawing only: no result is ever worked out from this. */
export function sizeOf(text: string | number): number {
	const amount = parseExact(`${text}`)
	return amount ? Number((amount.n * 100_000n) / amount.d) / 100_000 : 0
}

/** Said before exact sums that are not whole pence. */
export const aboutWords = '“About” means give or take a penny. The count itself rounds nothing.'

export function saysAbout(words: readonly string[]): boolean {
	return words.some((said) => said.includes('about £'))
}
