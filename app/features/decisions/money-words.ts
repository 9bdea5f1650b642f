/** Pence as people write them: `£1,200`, `£1,200.50`. */
export function poundsText(pence: number): string {
	const whole = Math.trunc(pence / 100).toString()
	const rest = pence % 100
	const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
	return `£${grouped}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

/** `1200`, `£1,200.50` or `1 200` as pence; null where it is not such an amount. */
export function readPounds(typed: string): number | null {
	const match = /^£?(\d{1,13})(?:\.(\d{2}))?$/.exec(typed.trim().replaceAll(/[,\s]/g, ''))
	return match ? Number(match[1]) * 100 + Number(match[2] ?? 0) : null
}
