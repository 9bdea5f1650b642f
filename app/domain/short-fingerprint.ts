/** How a fingerprint is shown to people: `7f3a 91c2`. */
export function shortFingerprint(hex: string): string {
	return `${hex.slice(0, 4)} ${hex.slice(4, 8)}`
}
