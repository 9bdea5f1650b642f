import { invitationDays } from '../../domain/people/join-code.ts'
import { signInMinutes } from '../../domain/people/sign-in.ts'
import type { Mail } from '../../http/mailer.ts'

/** The e-mails we write: plain words, nothing to fetch, nothing to track. */

export function signInLetter({ to, link, code }: { to: string; link: string; code: string }): Mail {
	return {
		to,
		subject: `${code} is your code for Alongside`,
		text: `Hello,

To sign in to Alongside, type this code on the page you came from:

    ${code}

Or open this link and press the button there:

    ${link}

Either works once, for ${signInMinutes} minutes.

If you did not ask for this, you need do nothing. Nobody can sign in without this e-mail.
`,
	}
}

export function newAddressLetter({ to, code }: { to: string; code: string }): Mail {
	return {
		to,
		subject: `${code} is your code for Alongside`,
		text: `Hello,

Somebody gave this as their new e-mail address on Alongside. If it was you, type this code on the page you came from:

    ${code}

It works once, for ${signInMinutes} minutes. If it was not you, you need do nothing.
`,
	}
}

export interface InvitationLetter {
	to: string
	name: string
	invitedBy: string
	partnership: string
	purpose: string
	link: string
}

export function invitationLetter({ to, name, invitedBy, partnership, purpose, link }: InvitationLetter): Mail {
	return {
		to,
		subject: `${invitedBy} invites you to ${partnership}`,
		text: `Hello ${name},

${invitedBy} invites you to take part in ${partnership}.

${purpose}

Open this link and choose the name you want to be called. You need no password.

    ${link}

The link works once, for ${invitationDays} days. You can leave at any time.
`,
	}
}
