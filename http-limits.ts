/**
 * What somebody may take before we know what they want: a connection that says nothing, or its request a byte at a time, is
 * closed within about ten seconds, and before that may send a page's worth of headers. Milliseconds and bytes.
 */
export const httpLimits = {
	headersTimeout: 8_000,
	requestTimeout: 30_000,
	connectionsCheckingInterval: 1_000,
	maxHeaderSize: 16 * 1024,
}
