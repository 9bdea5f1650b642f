/** Pence as people write them: `£1,200`, `£1,200.50`. */
export function poundsText(pence: number): string {
	const rest = pence % 100
	return `£${thousands(Math.trunc(pence / 100))}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

/** Whole numbers as people write them: `6,586`. */
export function thousands(whole: number | bigint): string {
	return `${whole}`.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/**
 * `1200`, `£1,200.50` or `1 200` as pence; null where it is not such an amount. A comma stands between thousands only: in many
 * countries `40,00` is forty, and it must not become four thousand here.
 */
export function readPounds(typed: string): number | null {
	const match = /^£?\s*(\d{1,3}(?:[,\s]\d{3}){1,4}|\d{1,13})(?:\.(\d{2}))?$/.exec(typed.trim())
	return match ? Number(match[1]!.replaceAll(/\D/g, '')) * 100 + Number(match[2] ?? 0) : null
}

/** What is asked for where an amount cannot be read; where a comma may be what is wrong with it, that too. */
export function mendPounds(asked: string, typed: string): string {
	return typed.includes(',')
		? `${asked}. A comma can only stand between thousands, as in 1,200. Write pence after a full stop, as in 12.50`
		: asked
}

/** What is chosen among, with its cost where it has one: "A minibus, £4,000". */
export function pricedName({ name, cost }: { name: string; cost?: number | undefined }): string {
	return cost === undefined ? name : `${name}, ${poundsText(cost)}`
}
