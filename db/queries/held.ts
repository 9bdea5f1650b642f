import { asc, eq, inArray } from 'drizzle-orm'
import type { Connection } from '../database.ts'
import {
	actions,
	ballots,
	decisions,
	disagreementNotes,
	documents,
	electors,
	erasureRequests,
	erasures,
	groups,
	joinCodes,
	members,
	partnerships,
	persons,
	record,
	rescuedWords,
	seats,
	sessions,
	signIns,
	supporters,
	updates,
	verdictGivers,
	versions,
	voices,
} from '../schema/index.ts'
import { listPartsHeld } from './board-decisions.ts'

/** Everything kept about one person, for them to take away. Hashes of their keys are left out: they are no use to anyone. */
export async function findAllHeld(db: Connection, personId: string) {
	const [person] = await db.select().from(persons).where(eq(persons.id, personId))
	const memberships = await db
		.select({
			memberId: members.id,
			partnership: partnerships.name,
			voice: voices.name,
			role: members.role,
			accessNeeds: members.accessNeeds,
			joinedAt: members.joinedAt,
			leftAt: members.leftAt,
		})
		.from(members)
		.innerJoin(partnerships, eq(partnerships.id, members.partnershipId))
		.innerJoin(voices, eq(voices.id, members.voiceId))
		.where(eq(members.personId, personId))
	const ids = memberships.map(({ memberId }) => memberId)
	return {
		person,
		memberships,
		seats: await db
			.select({ group: groups.name, kind: groups.kind, votes: seats.votes, office: seats.office, since: seats.since })
			.from(seats)
			.innerJoin(groups, eq(groups.id, seats.groupId))
			.where(inArray(seats.memberId, ids)),
		signedIn: await db
			.select({
				device: sessions.device,
				sharedDevice: sessions.sharedDevice,
				createdAt: sessions.createdAt,
				lastSeenAt: sessions.lastSeenAt,
				endedAt: sessions.endedAt,
			})
			.from(sessions)
			.where(eq(sessions.personId, personId))
			.orderBy(asc(sessions.createdAt)),
		signInEmails: person?.email
			? await db
					.select({ askedAt: signIns.askedAt, usedAt: signIns.usedAt })
					.from(signIns)
					.where(eq(signIns.email, person.email))
			: [],
		invitationsAndCards: await db
			.select({
				kind: joinCodes.kind,
				name: joinCodes.name,
				email: joinCodes.email,
				state: joinCodes.state,
				createdAt: joinCodes.createdAt,
				lastUsedAt: joinCodes.lastUsedAt,
			})
			.from(joinCodes)
			.where(inArray(joinCodes.memberId, ids)),
		documentsStarted: await db
			.select({ reference: documents.reference, title: documents.title, createdAt: documents.createdAt })
			.from(documents)
			.where(inArray(documents.createdBy, ids)),
		versionsFrozen: await db
			.select({ title: versions.title, number: versions.number, frozenAt: versions.frozenAt })
			.from(versions)
			.where(inArray(versions.frozenBy, ids)),
		wordsPutAside: await db
			.select({ words: rescuedWords.words, at: rescuedWords.at, settled: rescuedWords.settled })
			.from(rescuedWords)
			.where(inArray(rescuedWords.memberId, ids)),
		askedToHaveWordsRemoved: await db
			.select({ document: documents.reference, askedAt: erasureRequests.askedAt })
			.from(erasureRequests)
			.innerJoin(documents, eq(documents.id, erasureRequests.documentId))
			.where(inArray(erasureRequests.memberId, ids)),
		wordsRemoved: await db
			.select({ document: documents.reference, reason: erasures.reason, at: erasures.doneAt })
			.from(erasures)
			.innerJoin(documents, eq(documents.id, erasures.documentId))
			.where(inArray(erasures.doneBy, ids)),
		votes: await db
			.select({
				decision: decisions.reference,
				question: decisions.question,
				hasVoted: electors.hasVoted,
				help: electors.help,
			})
			.from(electors)
			.innerJoin(decisions, eq(decisions.id, electors.decisionId))
			.where(inArray(electors.memberId, ids)),
		/** Agreed to by this person, and agreed to by others for whom they do it. */
		supporters: await db
			.select({
				scope: supporters.scope,
				agreedAt: supporters.agreedAt,
				until: supporters.until,
				endedAt: supporters.endedAt,
			})
			.from(supporters)
			.where(inArray(supporters.memberId, ids)),
		helpsOthers: await db
			.select({
				scope: supporters.scope,
				agreedAt: supporters.agreedAt,
				until: supporters.until,
				endedAt: supporters.endedAt,
			})
			.from(supporters)
			.where(inArray(supporters.supporterId, ids)),
		namedBallots: await db
			.select({ decision: decisions.reference, answer: ballots.answer, reason: ballots.reason })
			.from(ballots)
			.innerJoin(decisions, eq(decisions.id, ballots.decisionId))
			.where(inArray(ballots.memberId, ids)),
		boardDecisions: await listPartsHeld(db, ids),
		disagreementNotes: await db
			.select({
				decision: decisions.reference,
				words: disagreementNotes.words,
				at: disagreementNotes.at,
				withdrawnAt: disagreementNotes.withdrawnAt,
			})
			.from(disagreementNotes)
			.innerJoin(decisions, eq(decisions.id, disagreementNotes.decisionId))
			.where(inArray(disagreementNotes.memberId, ids)),
		updates: await db
			.select({ action: actions.reference, status: updates.status, words: updates.words, at: updates.at })
			.from(updates)
			.innerJoin(actions, eq(actions.id, updates.actionId))
			.where(inArray(updates.memberId, ids)),
		verdictsGiven: await db
			.select({ action: actions.reference })
			.from(verdictGivers)
			.innerJoin(actions, eq(actions.id, verdictGivers.actionId))
			.where(inArray(verdictGivers.memberId, ids)),
		record: await db
			.select({ number: record.number, kind: record.kind, at: record.at })
			.from(record)
			.where(inArray(record.actorId, ids))
			.orderBy(asc(record.at)),
	}
}
