import type { AppLoadContext } from '@remix-run/node'
import type { Membership } from '../../domain/access/membership.ts'
import { invitationLetter } from '../account/letters.ts'
import { sendNow } from '../account/send-letter.server.ts'
import type { PrintedCard } from './components/ReturnCard.tsx'
import { printCard } from './print-card.server.ts'

interface Invited {
	name: string
	email: string | null
	code: string
}

/** Mails those with an address. The others, and those whose e-mail would not go, come back as cards to print. */
export async function sendInvitations(
	context: AppLoadContext,
	who: Membership,
	partnership: { name: string; purpose: string },
	invited: Invited[],
): Promise<PrintedCard[]> {
	const cards: PrintedCard[] = []
	for (const { name, email, code } of invited) {
		if (email && (await mail(email, name, code))) continue
		cards.push(await printCard(context, { kind: 'invitation', name, partnership: partnership.name, code }))
	}
	return cards

	function mail(to: string, name: string, code: string) {
		const link = `${context.origin}/join/${code}`
		const letter = { to, name, link, invitedBy: who.name, partnership: partnership.name, purpose: partnership.purpose }
		return sendNow(context, invitationLetter(letter))
	}
}
