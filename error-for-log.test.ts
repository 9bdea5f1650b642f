import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { errorForLog } from './error-for-log.ts'

test('a failed query is logged without the words it was given, also where the database repeats them', () => {
	const cause = Object.assign(new Error('duplicate key: (email)=(dilys@example.org)'), {
		code: '23505',
		detail: 'Key (email)=(dilys@example.org) already exists.',
	})
	const error = new DrizzleQueryError('insert into persons values ($1, $2)', ['Dilys', 'dilys@example.org'], cause)
	const logged = errorForLog(error)
	expect(JSON.stringify(logged)).not.toMatch(/dilys/i)
	expect(logged).toMatchObject({
		type: 'DrizzleQueryError',
		message: 'Failed query: insert into persons values ($1, $2)',
		cause: { why: '23505' },
	})
	expect(logged.stack).toMatch(/error-for-log\.test\.ts/)
})

test('a bug of ours keeps its message', () => {
	expect(errorForLog(new Error('the route has no :code'))).toMatchObject({ message: 'the route has no :code' })
})

test('what is not an error says only its kind: it may be somebody’s words', () => {
	expect(errorForLog('Dilys wrote')).toEqual({ type: 'string' })
})
