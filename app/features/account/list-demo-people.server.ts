import type { Connection } from '../../../db/database.ts'
import { listAllSeats, listGroups } from '../../../db/queries/groups.ts'
import { listMembers } from '../../../db/queries/members.ts'
import { listPartnerships } from '../../../db/queries/partnerships.ts'
import { place } from '../../domain/access/membership.ts'

export interface DemoPerson {
	personId: string
	name: string
	voice: string
	shape: number
	/** "Facilitator", "Chair of Carers’ panel", or nothing. */
	task: string
}

/** Everybody who can be chosen in the demonstration, facilitators first, by partnership. */
export async function listDemoPeople(db: Connection) {
	const partnerships = await listPartnerships(db)
	return await Promise.all(
		partnerships.map(async ({ id, name }) => {
			const here = place(id)
			const [members, groups, seats] = await Promise.all([
				listMembers(db, here),
				listGroups(db, here),
				listAllSeats(db, here),
			])
			const offices = seats.flatMap(({ memberId, office, groupId }) => {
				const group = groups.find((group) => group.id === groupId && group.kind !== 'circle')
				return group && office !== 'none'
					? [{ memberId, task: `${office === 'chair' ? 'Chair' : 'Clerk'} of ${group.name}` }]
					: []
			})
			const people: DemoPerson[] = members.map(({ id: memberId, personId, name, voice, shape, role }) => ({
				personId,
				name,
				voice,
				shape,
				task: [
					role === 'facilitator' ? 'Facilitator' : role === 'observer' ? 'Observer' : '',
					...offices.filter((held) => held.memberId === memberId).map(({ task }) => task),
				]
					.filter(Boolean)
					.join(', '),
			}))
			return { name, people: people.sort((a, b) => Number(b.task !== '') - Number(a.task !== '')) }
		}),
	)
}
