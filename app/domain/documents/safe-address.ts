const longest = 2000

/**
 * A web or mail address that a link may lead to, written in one way, or null. No other scheme is ever linked:
 * `javascript:` and `data:` addresses run as ours. Brackets and spaces are percent-encoded, so that the plain form
 * `[words](address)` has one reading.
 */
export function safeAddress(address: unknown): string | null {
	if (typeof address !== 'string' || address.length > longest) return null
	const whole = /^www\./i.test(address) ? `https://${address}` : address
	if (!URL.canParse(whole)) return null
	const { protocol, href } = new URL(whole)
	if (protocol !== 'https:' && protocol !== 'http:' && protocol !== 'mailto:') return null
	return href.replace(/[()\s]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'))
}
