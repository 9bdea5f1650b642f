import type { Connection } from '../../../db/database.ts'
import { listMembers } from '../../../db/queries/members.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import type { Place } from '../../domain/access/membership.ts'
import { mayLead, mayPartner } from '../../domain/actions/hands.ts'
import type { Document } from '../../domain/documents/document.ts'
import { listReaders } from './list-readers.server.ts'

/** Who may be chosen to lead an action that follows from these words, and who to be its citizen partner. */
export async function listHands(db: Connection, here: Place, about: Pick<Document, 'visibility' | 'groupId'>) {
	const [members, voices, reads] = await Promise.all([
		listMembers(db, here),
		listVoices(db, here),
		listReaders(db, here, about),
	])
	const hands = members.filter(reads).map(({ id, name, voice, voiceId, role, leftAt }) => ({
		value: id,
		text: `${name}, ${voice.toLowerCase()}`,
		hand: { role, leftAt, voiceKind: voices.find((one) => one.id === voiceId)?.kind ?? '' },
	}))
	const chosenBy = (may: typeof mayLead) =>
		hands.filter(({ hand }) => may(hand)).map(({ value, text }) => ({ value, text }))
	return { leads: chosenBy(mayLead), partners: chosenBy(mayPartner) }
}
