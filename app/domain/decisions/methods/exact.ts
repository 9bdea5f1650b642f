/** A fraction of whole numbers, kept in lowest terms, denominator above 0. */
export interface Exact {
	n: bigint
	d: bigint
}

export function exact(n: bigint, d = 1n): Exact {
	const sign = d < 0n ? -1n : 1n
	const common = gcd(n < 0n ? -n : n, d < 0n ? -d : d)
	return { n: (sign * n) / common, d: (sign * d) / common }
}

export function gcd(a: bigint, b: bigint): bigint {
	while (b !== 0n) [a, b] = [b, a % b]
	return a === 0n ? 1n : a
}

/** "995079" or "3801/84": the form of results. */
export function exactText({ n, d }: Exact): string {
	return d === 1n ? `${n}` : `${n}/${d}`
}

/** "12.50" as 12.50, "3/10" as three tenths; null for anything else. */
export function parseExact(text: string): Exact | null {
	const decimal = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text)
	if (decimal) {
		const [, sign, whole, places = ''] = decimal
		return exact(BigInt(`${whole}${places}`) * (sign === '-' ? -1n : 1n), 10n ** BigInt(places.length))
	}
	const fraction = /^([+-]?\d+)\/(\d*[1-9]\d*)$/.exec(text)
	return fraction ? exact(BigInt(fraction[1]!), BigInt(fraction[2]!)) : null
}

/** An amount that a result or a file says; anything else is a mistake of ours. */
export function amountOf(text: string): Exact {
	const amount = parseExact(text)
	if (!amount) throw new Error(`not an amount: ${text}`)
	return amount
}

export function plus(a: Exact, b: Exact): Exact {
	return exact(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function less(a: Exact, b: Exact): Exact {
	return exact(a.n * b.d - b.n * a.d, a.d * b.d)
}

export function times(a: Exact, by: number): Exact {
	return exact(a.n * BigInt(by), a.d)
}

/** Math.max does not take big integers. */
export function largest(amounts: readonly bigint[]): bigint {
	return [...amounts].sort((a, b) => (a > b ? -1 : 1))[0] ?? 0n
}

export function smallest(amounts: readonly bigint[]): bigint {
	return [...amounts].sort((a, b) => (a < b ? -1 : 1))[0] ?? 0n
}
