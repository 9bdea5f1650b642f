import helmet from 'helmet'

/** No third party is ever asked for anything; scripts run by this response's nonce only; nobody may frame us. */
export function securityHeaders({
	nonce,
	secure,
	developing,
}: {
	nonce: string
	secure: boolean
	developing: boolean
}) {
	const sockets = developing ? ['ws:', 'wss:'] : []
	return helmet({
		contentSecurityPolicy: {
			useDefaults: false,
			directives: {
				defaultSrc: ["'self'"],
				scriptSrc: ["'self'", `'nonce-${nonce}'`],
				// TipTap writes the place of each caret as a style attribute.
				styleSrcAttr: ["'unsafe-inline'"],
				styleSrc: developing ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`],
				imgSrc: ["'self'", 'data:'],
				fontSrc: ["'self'"],
				connectSrc: ["'self'", ...sockets],
				formAction: ["'self'"],
				baseUri: ["'none'"],
				objectSrc: ["'none'"],
				frameAncestors: ["'none'"],
			},
		},
		strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
		// Older browsers do not know frame-ancestors.
		frameguard: { action: 'deny' },
		referrerPolicy: { policy: 'same-origin' },
		crossOriginResourcePolicy: { policy: 'same-origin' },
	})
}
