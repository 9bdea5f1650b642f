import type { SignInRefusal } from '../../domain/people/sign-in.ts'
import type { AcceptRefusal } from './accept-invitation.server.ts'

export const tooManyGuesses =
	'Too many wrong codes were typed from this place. Wait a quarter of an hour and try again. A link from an e-mail works meanwhile.'

export const signInRefusals: Record<SignInRefusal, string> = {
	unknown: 'This code or link is not one of ours any more. Ask for a new e-mail.',
	used: 'This code or link was used already. Each works once. Ask for a new e-mail.',
	expired: 'This code or link is too old. Each works for 30 minutes. Ask for a new e-mail.',
	'too-many-wrong':
		'That was the fifth wrong code, so this code no longer works. Use the link in the e-mail, or ask for a new one.',
	'wrong-code': 'That is not the code in the e-mail. Check it and type it again.',
}

export const joinRefusals: Record<AcceptRefusal, string> = {
	unknown: 'We do not know this code. Check each letter and number, or ask a facilitator.',
	used: 'This invitation was used already. If it was you, sign in with your e-mail address or your return card.',
	revoked: 'This code no longer works: a facilitator took it back, or made a newer card. Ask them for a new one.',
	expired: 'This invitation is too old. Ask a facilitator for a new one.',
	'voice-missing': 'Choose which side you speak from.',
	'form-used': 'This page had been open for too long. Send it once more.',
}

export function lastFacilitator(partnership: string) {
	return `You are the only facilitator of ${partnership}, and others still need one. Make somebody else a facilitator there first.`
}
