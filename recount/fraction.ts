/** A fraction of whole numbers as text in lowest terms: "995079" or "3801/84". */
export function fractionText(top: bigint, bottom: bigint): string {
	const shared = greatestCommonDivisor(top, bottom)
	return bottom / shared === 1n ? String(top / shared) : `${top / shared}/${bottom / shared}`
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
	if (a < 0n) a = -a
	while (b > 0n) {
		const rest = a % b
		a = b
		b = rest
	}
	return a > 0n ? a : 1n
}

/** "12.50" with 2 decimals is 1250. */
export function inSmallestUnit(text: string, decimals: number): bigint {
	const [whole = '0', places = ''] = text.split('.')
	return BigInt(whole + places.padEnd(decimals, '0'))
}

export function moneyText(amount: bigint, decimals: number): string {
	return fractionText(amount, 10n ** BigInt(decimals))
}

/** "12.50" as "12.5"; null for what is no amount. */
export function amountText(text: string): string | null {
	if (!/^\d{1,30}(\.\d{1,30})?$/.test(text)) return null
	return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
