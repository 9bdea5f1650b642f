import type { Database } from '../../../db/database.ts'
import { findMembership, saveMember } from '../../../db/queries/members.ts'
import { findPartnership, findPartnershipBySlug, savePartnership, saveVoice } from '../../../db/queries/partnerships.ts'
import { findPerson, findPersonByEmail, savePerson } from '../../../db/queries/persons.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { place } from '../../domain/access/membership.ts'
import { type FirstVoice, firstVoices, ownVoice, type Voice } from '../../domain/people/partnership.ts'
import { newId } from '../../http/new-id.ts'

export interface NewPartnership {
	id: string
	slug: string
	name: string
	purpose: string
	runBy: string
	/** Whether anyone may read its public pages. */
	open: boolean
	facilitator: {
		personId: string
		name: string
		email: string | null
		memberId?: string
		/** `none`: they speak for no side. A voice of their own is added then, so that their words count for nobody else's. */
		voice: FirstVoice
	}
}

/**
 * Begins a partnership with its voices and its first facilitator. Somebody known here by that e-mail address
 * stays the same person. Refusals: 'already-started' (the id is in use: the same form sent twice), 'address-taken'.
 */
export function startPartnership(db: Database, { facilitator, ...asked }: NewPartnership, now = new Date()) {
	const email = facilitator.email?.trim().toLowerCase() || null
	const memberId = facilitator.memberId ?? newId()
	const partnership = { ...asked, createdAt: now }
	const begun = facilitator.voice === 'none' ? [...firstVoices, ownVoice] : firstVoices
	const voices: Voice[] = begun.map((voice, position) => ({
		...voice,
		id: newId(),
		partnershipId: asked.id,
		position,
	}))

	return db.write(async (tx) => {
		if (await findPartnership(tx, asked.id)) return { refused: 'already-started' as const }
		if (await findPartnershipBySlug(tx, asked.slug)) return { refused: 'address-taken' as const }

		await savePartnership(tx, partnership)
		for (const voice of voices) await saveVoice(tx, voice)
		const known =
			(await findPerson(tx, facilitator.personId)) ?? (email === null ? null : await findPersonByEmail(tx, email))
		const personId = known?.id ?? facilitator.personId
		if (!known) await savePerson(tx, { id: personId, name: facilitator.name, email, createdAt: now })
		const voice = voices.find(({ kind }) => kind === facilitator.voice)!
		await saveMember(tx, {
			id: memberId,
			partnershipId: asked.id,
			personId,
			voiceId: voice.id,
			role: 'facilitator',
			joinedAt: now,
		})

		const event = { partnershipId: asked.id, actorId: memberId, at: now }
		await recordEvent(tx, { ...event, kind: 'partnership-started', subjectId: asked.id, details: { open: asked.open } })
		await recordEvent(tx, {
			...event,
			kind: 'member-joined',
			subjectId: memberId,
			details: { voiceId: voice.id, role: 'facilitator' },
		})
		const membership = await findMembership(tx, place(asked.id), personId)
		return { partnership, voices, facilitator: membership! }
	})
}
