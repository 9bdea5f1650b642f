import { d } from '../dialect/index.ts'
import { partnerships, voices } from './partnerships.ts'

/** A human being. Erasing empties the row's words and keeps its id, so that what refers to it still holds. */
export const persons = d.table(
	'persons',
	{
		id: d.text().primaryKey(),
		name: d.text().notNull(),
		/** Lower case. Nobody needs one. */
		email: d.text(),
		/** How they want to be reached, in their own words. */
		contact: d.text(),
		/** They want no e-mails about votes. */
		noVoteLetters: d.flag().notNull().default(false),
		createdAt: d.instant().notNull(),
		erasedAt: d.instant(),
	},
	(person) => [d.uniqueIndex('persons_email').on(person.email)],
)

export const members = d.table(
	'members',
	{
		id: d.text().primaryKey(),
		partnershipId: d
			.text()
			.notNull()
			.references(() => partnerships.id),
		personId: d
			.text()
			.notNull()
			.references(() => persons.id),
		voiceId: d
			.text()
			.notNull()
			.references(() => voices.id),
		role: d.choice(['facilitator', 'member', 'observer']).notNull(),
		/** Readable by the member and the facilitators only. */
		accessNeeds: d.text(),
		joinedAt: d.instant().notNull(),
		leftAt: d.instant(),
	},
	(member) => [
		d.uniqueIndex('members_person').on(member.partnershipId, member.personId),
		d.index('members_of_person').on(member.personId),
	],
)

/** Who helps a member, because that member agreed to it: with what, and until when. */
export const supporters = d.table(
	'supporters',
	{
		id: d.text().primaryKey(),
		partnershipId: d
			.text()
			.notNull()
			.references(() => partnerships.id),
		memberId: d
			.text()
			.notNull()
			.references(() => members.id),
		supporterId: d
			.text()
			.notNull()
			.references(() => members.id),
		scope: d.choice(['votes']).notNull(),
		agreedAt: d.instant().notNull(),
		until: d.instant().notNull(),
		endedAt: d.instant(),
	},
	(supporter) => [
		d.index('supporters_member').on(supporter.memberId),
		d.index('supporters_supporter').on(supporter.supporterId),
	],
)

export const sessions = d.table(
	'sessions',
	{
		id: d.text().primaryKey(),
		/** HMAC of the cookie's token: the database alone cannot sign anybody in. */
		tokenHash: d.text().notNull(),
		personId: d
			.text()
			.notNull()
			.references(() => persons.id),
		/** "Chrome on Android": what the person is shown in their list of places they are signed in. */
		device: d.text().notNull(),
		sharedDevice: d.flag().notNull(),
		createdAt: d.instant().notNull(),
		lastSeenAt: d.instant().notNull(),
		expiresAt: d.instant().notNull(),
		endedAt: d.instant(),
	},
	(session) => [d.uniqueIndex('sessions_token').on(session.tokenHash), d.index('sessions_person').on(session.personId)],
)

/** One e-mail asked for: the link and the six-digit code in it are two ways to use the same row, once. */
export const signIns = d.table(
	'sign_ins',
	{
		id: d.text().primaryKey(),
		email: d.text().notNull(),
		linkHash: d.text().notNull(),
		codeHash: d.text().notNull(),
		wrongCodes: d.count().notNull(),
		askedAt: d.instant().notNull(),
		expiresAt: d.instant().notNull(),
		usedAt: d.instant(),
	},
	(signIn) => [
		d.uniqueIndex('sign_ins_link').on(signIn.linkHash),
		d.index('sign_ins_email').on(signIn.email, signIn.askedAt),
	],
)

/** A way in that a facilitator gave somebody: an invitation is used once, a return card again and again. */
export const joinCodes = d.table(
	'join_codes',
	{
		id: d.text().primaryKey(),
		partnershipId: d
			.text()
			.notNull()
			.references(() => partnerships.id),
		kind: d.choice(['invitation', 'card']).notNull(),
		codeHash: d.text().notNull(),
		/** A card belongs to a member; an invitation names who is expected. */
		memberId: d.text().references(() => members.id),
		name: d.text().notNull(),
		email: d.text(),
		voiceId: d.text().references(() => voices.id),
		groupId: d.text(),
		/** `waiting` rows came from a file and need a facilitator's yes. */
		state: d.choice(['waiting', 'live', 'used', 'revoked']).notNull(),
		createdBy: d.text().notNull(),
		createdAt: d.instant().notNull(),
		expiresAt: d.instant(),
		lastUsedAt: d.instant(),
	},
	(joinCode) => [
		d.uniqueIndex('join_codes_code').on(joinCode.codeHash),
		d.index('join_codes_partnership').on(joinCode.partnershipId),
	],
)

export const groups = d.table(
	'groups',
	{
		id: d.text().primaryKey(),
		partnershipId: d
			.text()
			.notNull()
			.references(() => partnerships.id),
		kind: d.choice(['panel', 'board', 'collaborative', 'circle']).notNull(),
		name: d.text().notNull(),
		purpose: d.text().notNull(),
		createdAt: d.instant().notNull(),
		closedAt: d.instant(),
	},
	(group) => [d.index('groups_partnership').on(group.partnershipId)],
)

export const seats = d.table(
	'seats',
	{
		groupId: d
			.text()
			.notNull()
			.references(() => groups.id),
		memberId: d
			.text()
			.notNull()
			.references(() => members.id),
		votes: d.flag().notNull(),
		office: d.choice(['none', 'chair', 'clerk']).notNull(),
		since: d.instant().notNull(),
	},
	(seat) => [d.primaryKey({ columns: [seat.groupId, seat.memberId] }), d.index('seats_member').on(seat.memberId)],
)
