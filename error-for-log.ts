/** An error as it stands in the log. */
export interface LoggedError {
	type: string
	/** The system's or the database's own code. Not called `code`: that is struck out of every line. */
	why?: string
	message?: string
	stack?: string
	cause?: LoggedError
}

/**
 * What whoever runs the place needs of an error, without anybody's words. A failed query's message ends with the values
 * it was given, and a database's own words may quote them (`Key (email)=(…) already exists`), so both go: the query's
 * text, the code and the place in our code stay.
 */
export function errorForLog(error: unknown, insideQuery = false): LoggedError {
	if (!(error instanceof Error)) return { type: typeof error }
	const isQuery = 'query' in error && 'params' in error
	const logged: LoggedError = { type: error.constructor.name }
	if ('code' in error) logged.why = String(error.code)
	if (isQuery) logged.message = `Failed query: ${String(error.query)}`
	else if (!insideQuery) logged.message = error.message
	const calls = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
	if (calls?.length) logged.stack = calls.join('\n')
	if (error.cause !== undefined) logged.cause = errorForLog(error.cause, isQuery || insideQuery)
	return logged
}
