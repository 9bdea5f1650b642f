import type { AppLoadContext } from '@remix-run/node'
import { findMember } from '../../../db/queries/members.ts'
import { findPartnership, listVoices } from '../../../db/queries/partnerships.ts'
import { findPersonByEmail } from '../../../db/queries/persons.ts'
import { place } from '../../domain/access/membership.ts'
import type { JoinCode } from '../../domain/people/join-code.ts'
import { newId } from '../../http/new-id.ts'
import { findUsableJoinCode } from './find-join-code.server.ts'
import { joinRefusals, tooManyGuesses } from './refusals.ts'

export interface CardTicket {
	kind: 'card'
	code: string
	name: string
	partnership: string
}

export interface InvitationTicket {
	kind: 'invitation'
	code: string
	name: string
	partnership: string
	purpose: string
	email: string | null
	/** What the owner of that address is called here already, from another partnership. */
	known: string | null
	/** Empty when the invitation says which voice. */
	voices: { id: string; name: string }[]
	/** Made with the form, so that sending it twice joins once. */
	memberId: string
	personId: string
}

export type Ticket = CardTicket | InvitationTicket

/**
 * Whose card it is, or what the invitation says and asks; or why the code does not work, with a status. Unknown codes
 * count as guesses. Looking uses nothing up.
 */
export async function readTicket(
	{ db, secrets, limits, address }: Pick<AppLoadContext, 'db' | 'secrets' | 'limits' | 'address'>,
	code: string,
) {
	if (!(await limits.mayGuess(address))) return { ticket: null, refused: tooManyGuesses, status: 429 }
	const found = await findUsableJoinCode(db.read, secrets, code, new Date())
	if (!('refused' in found))
		return { ticket: await makeTicket({ db }, code, found.joinCode), refused: null, status: 200 }
	if (found.refused === 'unknown') await limits.guessedWrong(address)
	return { ticket: null, refused: joinRefusals[found.refused], status: found.refused === 'unknown' ? 404 : 410 }
}

async function makeTicket({ db }: Pick<AppLoadContext, 'db'>, code: string, joinCode: JoinCode): Promise<Ticket> {
	const here = place(joinCode.partnershipId)
	const { name: partnership, purpose } = (await findPartnership(db.read, joinCode.partnershipId))!
	if (joinCode.kind === 'card') {
		const member = await findMember(db.read, here, joinCode.memberId ?? '')
		return { kind: 'card', code, name: member?.name ?? joinCode.name, partnership }
	}
	const voices = joinCode.voiceId ? [] : await listVoices(db.read, here)
	const { name, email } = joinCode
	const person = email ? await findPersonByEmail(db.read, email) : null
	const ids = { memberId: newId(), personId: newId() }
	const choices = voices.map(({ id, name }) => ({ id, name }))
	return {
		kind: 'invitation',
		code,
		name,
		email,
		known: person?.name ?? null,
		partnership,
		purpose,
		voices: choices,
		...ids,
	}
}
