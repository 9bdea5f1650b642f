/**
 * Refuses forms that another site sends with our visitor's cookie. Every browser we serve sends Origin or
 * Sec-Fetch-Site with a POST; one that sends neither, nor a Referer, is refused. Together with SameSite=Lax cookies this
 * is the "verify origin with standard headers" defence of OWASP's CSRF guidance, in one place that no form can forget.
 */
export function isSameOrigin(
	headers: { get(name: string): string | null | undefined },
	origins: ReadonlySet<string>,
): boolean {
	const site = headers.get('sec-fetch-site')
	if (site === 'same-origin') return true
	if (site && site !== 'none') return false
	const from = headers.get('origin') ?? originOf(headers.get('referer'))
	return from !== null && origins.has(from)
}

function originOf(address: string | null | undefined): string | null {
	return address && URL.canParse(address) ? new URL(address).origin : null
}
