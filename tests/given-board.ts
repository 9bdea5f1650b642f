import type { Membership } from '../app/domain/access/membership.ts'
import type { Part } from '../app/domain/decisions/board/minute.ts'
import type { NewBoardDecision } from '../app/features/decisions/board/record-board-decision.server.ts'
import { recordBoardDecision } from '../app/features/decisions/board/record-board-decision.server.ts'
import { setBodyRules } from '../app/features/decisions/board/set-body-rules.server.ts'
import type { Entry } from '../app/features/decisions/board/with-parts.ts'
import { newId } from '../app/http/new-id.ts'
import { findMembership } from '../db/queries/members.ts'
import { listEntriesAbout } from '../db/queries/record.ts'
import { scratchDatabase } from './contracts/scratch.ts'
import { givenGroup, givenMember, givenPartnership } from './factories.ts'
import { bodyRules } from './given-minute.ts'
import { givenVersion } from './given-version.ts'

export const meeting = '2026-06-12'
export const nextDay = new Date('2026-06-13T09:00:00Z')
export const nextMeeting = new Date('2026-07-12T15:00:00Z')

/** A board with its rules written down: the chair, an NHS member, two more who vote, and a clerk who does not. */
export async function givenBoard() {
	const scratch = await scratchDatabase()
	const { db } = scratch
	const given = await givenPartnership(db)
	const { place, voices } = given
	const [chair, clerk] = await Promise.all([
		givenMember(db, place, { name: 'Helen', voice: voices.commissioner }),
		givenMember(db, place, { name: 'Cleo', voice: voices.commissioner }),
	])
	const group = await givenGroup(db, place, 'board', [
		{ member: chair, office: 'chair' },
		{ member: clerk, office: 'clerk', votes: false },
		{ member: given.citizen },
		{ member: given.commissioner },
		{ member: given.provider },
	])
	const again = async (member: Membership) => (await findMembership(db.read, place, member.personId))!
	const people = { chair: await again(chair), clerk: await again(clerk), facilitator: given.facilitator }
	const voting = { chair, citizen: given.citizen, commissioner: given.commissioner, provider: given.provider }
	const rights = Object.fromEntries(Object.values(voting).map(({ memberId }) => [memberId, 'Councillor']))
	const rules = {
		...bodyRules,
		quorum: { least: 3, classes: [{ seat: 'NHS member', least: 1 }], countsInterested: false },
	}
	const own = { groupId: group.id, rules, rights: { ...rights, [given.commissioner.memberId]: 'NHS member' } }

	function entry(parts: Partial<Record<keyof typeof voting, Part>> = {}, change: Partial<Entry> = {}): Entry {
		const said = (part: Part) => ({
			part,
			joined: 'room' as const,
			late: false,
			right: '',
			substitute: '',
			interest: part === 'interest' ? 'Would be paid for it' : '',
			dispensation: '',
		})
		return {
			heldOn: meeting,
			place: 'Town Hall, room 2',
			question: 'Breaks for carers',
			motion: 'That breaks for carers be a priority for 2027.',
			presiderId: chair.memberId,
			officerId: clerk.memberId,
			moverId: chair.memberId,
			seconderId: null,
			amendments: [],
			vote: { how: 'names' },
			casting: null,
			reasons: 'Carers told us.',
			parts: {
				...Object.fromEntries(
					Object.entries(voting).map(([kind, { memberId }]) => [
						memberId,
						said(parts[kind as keyof typeof voting] ?? 'for'),
					]),
				),
				[clerk.memberId]: said('present'),
			},
			...change,
		}
	}

	async function asked(change: Partial<NewBoardDecision> = {}): Promise<NewBoardDecision> {
		const versionId = change.versionId ?? (await givenVersion(db, given)).version.id
		return { id: newId(), groupId: group.id, entry: entry(), ...change, versionId }
	}

	return {
		scratch,
		db,
		given,
		group,
		own,
		voting,
		entry,
		asked,
		...people,
		/** A member with the seats they hold by now. */
		again,
		async ruled() {
			const set = await setBodyRules(db, people.chair, own, nextDay)
			if ('refused' in set) throw new Error(JSON.stringify(set))
		},
		async recorded(change: Partial<NewBoardDecision> = {}) {
			const recorded = await recordBoardDecision(db, people.clerk, await asked(change), nextDay)
			if ('refused' in recorded) throw new Error(JSON.stringify(recorded))
			return recorded.decision
		},
		async kindsOf(subjectId: string) {
			return (await listEntriesAbout(db.read, place, subjectId)).map(({ kind }) => kind)
		},
	}
}
