/** A driver's own words. What wraps them quotes the statement with its values, and so people's words. */
export function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error)
	return error.cause instanceof Error ? reasonOf(error.cause) : `${error.name}: ${error.message}`
}
