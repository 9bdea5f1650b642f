import type { Membership, Place, Role } from '../app/domain/access/membership.ts'
import { place } from '../app/domain/access/membership.ts'
import type { Group, GroupKind } from '../app/domain/people/group.ts'
import { firstVoices, type Partnership, type Voice } from '../app/domain/people/partnership.ts'
import { newId } from '../app/http/new-id.ts'
import type { Database } from '../db/database.ts'
import { findMembership, saveMember } from '../db/queries/members.ts'
import { savePartnership, saveVoice } from '../db/queries/partnerships.ts'
import { groups, persons, seats } from '../db/schema/index.ts'

export interface GivenPartnership {
	place: Place
	partnership: Partnership
	voices: Record<'citizen' | 'commissioner' | 'provider', Voice>
	facilitator: Membership
	/** Chairs the panel. */
	citizen: Membership
	commissioner: Membership
	provider: Membership
	/** Holds no seat. */
	observer: Membership
	/** A panel in which the citizen (chair), the commissioner and the provider vote. */
	group: Group
}

const then = new Date('2026-01-05T09:00:00Z')

/** A small partnership to test against: one person for each kind of right. */
export async function givenPartnership(db: Database): Promise<GivenPartnership> {
	const id = newId()
	const partnership: Partnership = {
		id,
		slug: `test-${id}`,
		name: 'Harbourside Partnership',
		purpose: 'Good lives by the harbour.',
		runBy: 'Harbourside Council',
		open: true,
		createdAt: then,
	}
	const voices = Object.fromEntries(
		firstVoices.map((voice, position) => [voice.kind, { ...voice, id: newId(), partnershipId: id, position }]),
	) as GivenPartnership['voices']
	await db.write(async (tx) => {
		await savePartnership(tx, partnership)
		for (const voice of Object.values(voices)) await saveVoice(tx, voice)
	})
	const here = place(id)
	const [facilitator, citizen, commissioner, provider, observer] = await Promise.all([
		givenMember(db, here, { name: 'Farah', voice: voices.commissioner, role: 'facilitator' }),
		givenMember(db, here, { name: 'Amina', voice: voices.citizen }),
		givenMember(db, here, { name: 'Colin', voice: voices.commissioner }),
		givenMember(db, here, { name: 'Priya', voice: voices.provider }),
		givenMember(db, here, { name: 'Olu', voice: voices.citizen, role: 'observer' }),
	])
	const group = await givenGroup(db, here, 'panel', [
		{ member: citizen, office: 'chair' },
		{ member: commissioner },
		{ member: provider },
	])
	const again = async (member: Membership) => (await findMembership(db.read, here, member.personId))!
	return {
		place: here,
		partnership,
		voices,
		facilitator,
		citizen: await again(citizen),
		commissioner: await again(commissioner),
		provider: await again(provider),
		observer,
		group,
	}
}

export async function givenMember(
	db: Database,
	here: Place,
	{ name, voice, role = 'member' }: { name: string; voice: Voice; role?: Role },
): Promise<Membership> {
	const personId = newId()
	await db.write(async (tx) => {
		await tx.insert(persons).values({ id: personId, name, email: null, contact: null, createdAt: then, erasedAt: null })
		await saveMember(tx, {
			id: newId(),
			partnershipId: here.partnershipId,
			personId,
			voiceId: voice.id,
			role,
			accessNeeds: null,
			joinedAt: then,
			leftAt: null,
		})
	})
	return (await findMembership(db.read, here, personId))!
}

/** After this, ask `findMembership` again for members who now hold a seat. */
export async function givenGroup(
	db: Database,
	here: Place,
	kind: GroupKind,
	places: { member: Membership; votes?: boolean; office?: 'none' | 'chair' | 'clerk' }[],
): Promise<Group> {
	const group: Group = {
		id: newId(),
		partnershipId: here.partnershipId,
		kind,
		name: 'Carers’ panel',
		purpose: 'Breaks for carers',
		createdAt: then,
		closedAt: null,
	}
	await db.write(async (tx) => {
		await tx.insert(groups).values(group)
		for (const { member, votes = true, office = 'none' } of places) {
			await tx.insert(seats).values({ groupId: group.id, memberId: member.memberId, votes, office, since: then })
		}
	})
	return group
}
