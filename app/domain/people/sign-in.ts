/** One e-mail asked for. Its link and its six digits are two ways to use the same row, once. */
export interface SignIn {
	id: string
	/** Lower case; may belong to nobody, so that asking says nothing about who is known here. */
	email: string
	linkHash: string
	codeHash: string
	wrongCodes: number
	askedAt: Date
	expiresAt: Date
	usedAt: Date | null
}

export const signInMinutes = 30
/** Five guesses at a million: what a stranger gains by asking is one in 200,000 an e-mail. */
export const mostWrongCodes = 5
export const mailsAnHour = 5

export type SignInRefusal = 'unknown' | 'used' | 'expired' | 'too-many-wrong' | 'wrong-code'

/** May this row sign somebody in? `right` says whether the link or the six digits fit it. */
export function judgeSignIn(
	signIn: Pick<SignIn, 'usedAt' | 'expiresAt' | 'wrongCodes'> | null,
	by: { way: 'link' } | { way: 'code'; right: boolean },
	now: Date,
): SignInRefusal | 'ok' {
	if (!signIn) return 'unknown'
	if (signIn.usedAt) return 'used'
	if (now >= signIn.expiresAt) return 'expired'
	if (by.way === 'link') return 'ok'
	if (signIn.wrongCodes >= mostWrongCodes) return 'too-many-wrong'
	if (by.right) return 'ok'
	return signIn.wrongCodes + 1 >= mostWrongCodes ? 'too-many-wrong' : 'wrong-code'
}
