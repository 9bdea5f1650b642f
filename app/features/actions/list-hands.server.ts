import type { Connection } from '../../../db/database.ts'
import { listMembers } from '../../../db/queries/members.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import type { Place } from '../../domain/access/membership.ts'
import { mayLead, mayPartner } from '../../domain/actions/hands.ts'

/** Who may be chosen to lead an action, and who to be its citizen partner. */
export async function listHands(db: Connection, here: Place) {
	const [members, voices] = await Promise.all([listMembers(db, here), listVoices(db, here)])
	const hands = members.map(({ id, name, voice, voiceId, role, leftAt }) => ({
		value: id,
		text: `${name}, ${voice.toLowerCase()}`,
		hand: { role, leftAt, voiceKind: voices.find((one) => one.id === voiceId)?.kind ?? '' },
	}))
	const chosenBy = (may: typeof mayLead) =>
		hands.filter(({ hand }) => may(hand)).map(({ value, text }) => ({ value, text }))
	return { leads: chosenBy(mayLead), partners: chosenBy(mayPartner) }
}
