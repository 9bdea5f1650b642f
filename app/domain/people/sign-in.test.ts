import { expect, test } from 'vitest'
import { judgeSignIn, mostWrongCodes } from './sign-in.ts'

const now = new Date('2026-11-21T14:14:00Z')
const later = new Date('2026-11-21T14:44:00Z')
const asked = { usedAt: null, expiresAt: later, wrongCodes: 0 }
const link = { way: 'link' as const }
const code = (right: boolean) => ({ way: 'code' as const, right })

test.each([
	['a link', asked, link, now, 'ok'],
	['the right code', asked, code(true), now, 'ok'],
	['a wrong code', asked, code(false), now, 'wrong-code'],
	['the last wrong code allowed', { ...asked, wrongCodes: mostWrongCodes - 1 }, code(false), now, 'too-many-wrong'],
	['the right code at the last try', { ...asked, wrongCodes: mostWrongCodes - 1 }, code(true), now, 'ok'],
	['the right code after five wrong ones', { ...asked, wrongCodes: mostWrongCodes }, code(true), now, 'too-many-wrong'],
	['the link after five wrong codes: nobody can guess it', { ...asked, wrongCodes: mostWrongCodes }, link, now, 'ok'],
	['a used link', { ...asked, usedAt: now }, link, now, 'used'],
	['the code of a used link', { ...asked, usedAt: now }, code(true), now, 'used'],
	['a link at the very end of its half hour', asked, link, later, 'expired'],
	['a code after its half hour', asked, code(true), later, 'expired'],
	['what was never asked for', null, link, now, 'unknown'],
] as const)('%s', (_what, signIn, by, at, judged) => {
	expect(judgeSignIn(signIn, by, at)).toBe(judged)
})
