import type { Database } from '../../../db/database.ts'
import { listVoices, saveVoice } from '../../../db/queries/partnerships.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayManagePeople } from '../../domain/access/policies.ts'
import { mostVoices } from '../../domain/people/partnership.ts'

export interface VoiceNames {
	id: string
	name: string
	plural: string
}

/**
 * Renames a voice, or adds one when the id is new. Refusals: 'not-allowed', 'name-taken', 'too-many' (shapes that can be
 * told apart run out).
 */
export function nameVoice(db: Database, who: Membership, { id, name, plural }: VoiceNames, now = new Date()) {
	return db.write(async (tx) => {
		if (!mayManagePeople(who, who)) return { refused: 'not-allowed' as const }
		const voices = await listVoices(tx, who)
		const known = voices.find((voice) => voice.id === id)
		const others = voices.filter((voice) => voice.id !== id)
		if (others.some((voice) => voice.name.toLowerCase() === name.toLowerCase()))
			return { refused: 'name-taken' as const }
		if (!known && voices.length >= mostVoices) return { refused: 'too-many' as const }
		if (known?.name === name && known.plural === plural) return { voice: known }

		const position = Math.max(-1, ...voices.map((voice) => voice.position)) + 1
		const added = { id, partnershipId: who.partnershipId, kind: id, shape: position, position }
		const voice = { ...(known ?? added), name, plural }
		await saveVoice(tx, voice)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'voice-changed',
			subjectId: id,
			actorId: who.memberId,
			at: now,
			details: { added: !known },
		})
		return { voice }
	})
}
