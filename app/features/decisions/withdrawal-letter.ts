import type { Decision, Withdrawal } from '../../domain/decisions/decision.ts'
import type { Visibility } from '../../domain/documents/document.ts'
import type { Mail } from '../../http/mailer.ts'
import { longMoment } from '../../ui/dates.ts'
import { quoted } from './option-names.ts'
import { lapseWords } from './withdrawn-words.ts'

export interface WithdrawalTold {
	partnership: string
	decision: Pick<Decision, 'question' | 'options' | 'method' | 'rules' | 'closesAt'> & {
		about: { visibility: Visibility }
	}
	withdrawal: Pick<Withdrawal, 'option' | 'reason'>
	/** The vote's own page. */
	link: string
	/** Where to say that no such letters are wanted. */
	account: string
}

/** Only its own group may read it, so that e-mails say no more than that there is something. */
export function isForOwnSeats({ about: { visibility } }: { about: { visibility: Visibility } }): boolean {
	return visibility === 'group' || visibility === 'circle'
}

/**
 * To everybody who may vote, that something was withdrawn. Nothing in it depends on whether or how they voted, so that it
 * tells nobody who reads over their shoulder. Of what only a group may read it says no more than that there is something.
 */
export function withdrawalLetter(
	{ name, to }: { name: string; to: string },
	{ partnership, decision, withdrawal, link, account }: WithdrawalTold,
): Mail {
	const what = isForOwnSeats(decision)
		? 'Something that people could choose in a vote of your group was withdrawn. What, and why, stands on the page of the vote.'
		: `In the vote “${decision.question}”, ${quoted(decision.options, withdrawal.option)} was withdrawn and can no longer be chosen.

The reason: ${withdrawal.reason}`
	const until = longMoment(decision.closesAt)
	return {
		to,
		subject: `Something was withdrawn from a vote in ${partnership}`,
		text: `Hello ${name},

${what}

${lapseWords(decision)} If you voted on a screen, you can change your vote until ${until}. If you do nothing, what else you chose is counted. A vote on paper stays as it is. If you have not voted, you can until then:

    ${link}

Everybody who may vote in this, has given an e-mail address and wants e-mails about votes gets these same words, whether or not they have voted. Nobody looked at any vote to send them.

If you want no e-mails about votes, say so here, under “E-mails about votes”:

    ${account}
`,
	}
}
