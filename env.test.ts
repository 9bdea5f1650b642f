import { expect, test } from 'vitest'
import { EnvProblems, readEnv } from './env.ts'

test('nothing set is enough', () => {
	expect(readEnv({})).toMatchObject({ PORT: 3000, DATA_DIR: './data', TRUST_PROXY: 'no' })
})

test('an empty variable counts as not set', () => {
	expect(readEnv({ PORT: '', SMTP_URL: ' ' })).toMatchObject({ PORT: 3000 })
})

test('the origin is the address without a path', () => {
	expect(readEnv({ ORIGIN: 'https://alongside.example/start' }).ORIGIN).toBe('https://alongside.example')
})

test('every problem is listed at once, by name', () => {
	const read = () => readEnv({ PORT: 'many', DATABASE_URL: 'mysql://x', SECRET: 'short', ORIGIN: 'here' })
	expect(read).toThrow(EnvProblems)
	for (const name of ['PORT', 'DATABASE_URL', 'SECRET', 'ORIGIN']) expect(read).toThrow(name)
})

test('a secret is never repeated in the message', () => {
	expect(() => readEnv({ SECRET: 'hunter2' })).not.toThrow(/hunter2/)
})
