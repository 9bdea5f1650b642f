/** PostgreSQL ended it because it took too long or it is going away, or says that it is not ready. */
const endedByPostgres = /^57(014|P0\d)$/
const heardNothing = /^(the database does not answer|Connection terminated unexpectedly)$/

/**
 * Whether this says that the database did not answer, or another process had it locked for too long. What was asked may have been
 * done all the same.
 */
export function isNoAnswer(error: unknown): boolean {
	if (!(error instanceof Error)) return false
	const code = 'code' in error ? String(error.code) : ''
	if (code.startsWith('SQLITE_BUSY') || endedByPostgres.test(code) || heardNothing.test(error.message)) return true
	return isNoAnswer(error.cause)
}
