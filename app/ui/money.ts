/** Pence as we write money on screen: £1,200, and £1,200.50 only when there are pence. */
export function pounds(pence: number) {
	const whole = pence % 100 === 0
	const digits = whole ? 0 : 2
	return new Intl.NumberFormat('en-GB', {
		style: 'currency',
		currency: 'GBP',
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	})
		.format(pence / 100)
		.replace('-', '−')
}
