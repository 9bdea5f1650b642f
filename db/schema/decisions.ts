import type {
	Answer,
	Method,
	Option,
	Result,
	Rules,
	Shortlist,
	Withdrawal,
} from '../../app/domain/decisions/decision.ts'
import { d } from '../dialect/index.ts'
import { versions } from './documents.ts'
import { partnerships } from './partnerships.ts'
import { groups, members } from './people.ts'

const methods = [
	'motion',
	'consent',
	'approval',
	'score',
	'points',
	'irv',
	'scottish-stv',
	'schulze',
	'greedy',
	'greedy-no-skip',
	'equal-shares',
] as const satisfies readonly Method[]

/** A question put to an electorate about one version. Frozen when it opens. */
export const decisions = d.table(
	'decisions',
	{
		id: d.text().primaryKey(),
		partnershipId: d
			.text()
			.notNull()
			.references(() => partnerships.id),
		groupId: d
			.text()
			.notNull()
			.references(() => groups.id),
		versionId: d
			.text()
			.notNull()
			.references(() => versions.id),
		reference: d.text().notNull(),
		kind: d.choice(['show-of-views', 'panel-vote', 'board-decision']).notNull(),
		method: d.choice(methods).notNull(),
		question: d.text().notNull(),
		/** Quorum, secrecy, whether the standing is shown while open, and what the method needs. */
		rules: d.json<Rules>().notNull(),
		/** What is chosen among; empty for a motion and for consent. */
		options: d.json<readonly Option[]>().notNull(),
		/** What was put forward and is not among them, and why; null where nothing is said of it. */
		shortlist: d.json<Shortlist>(),
		/** Options withdrawn while voting was open; null in decisions from before it was kept. */
		withdrawn: d.json<readonly Withdrawal[]>(),
		/** Option ids, favoured first, and what the lot was drawn from. */
		tieOrder: d.json<readonly string[]>().notNull(),
		tieSeed: d.text().notNull(),
		/** SHA-256 of everything that was fixed at opening: `domain/decisions/seal`. */
		seal: d.text().notNull(),
		state: d.choice(['open', 'counting', 'closed', 'stopped']).notNull(),
		opensAt: d.instant().notNull(),
		closesAt: d.instant().notNull(),
		closedAt: d.instant(),
		stoppedReason: d.text(),
		result: d.json<Result>(),
		/** What it led to, in plain words, written afterwards. */
		outcome: d.text(),
		openedBy: d
			.text()
			.notNull()
			.references(() => members.id),
	},
	(decision) => [
		d.uniqueIndex('decisions_reference').on(decision.partnershipId, decision.reference),
		d.index('decisions_version').on(decision.versionId),
		d.index('decisions_due').on(decision.state, decision.closesAt),
	],
)

/** The roll, fixed at opening. `ballotId` is the only link to a secret ballot and is destroyed at closing. */
export const electors = d.table(
	'electors',
	{
		decisionId: d
			.text()
			.notNull()
			.references(() => decisions.id),
		memberId: d
			.text()
			.notNull()
			.references(() => members.id),
		voiceId: d.text().notNull(),
		hasVoted: d.flag().notNull(),
		ballotId: d.text(),
		/** On paper or on a screen; null until they have voted. Apart from the ballot, like everything on the roll. */
		cameBy: d.choice(['screen', 'paper']),
		/** `beside`: somebody helped them fill it in. `supporter`: a supporter sent it for them. Null: neither. */
		help: d.choice(['beside', 'supporter']),
		/** The supporter who helped them cast it. Nobody else who helped is kept. */
		helpedBy: d.text().references(() => members.id),
	},
	(elector) => [
		d.primaryKey({ columns: [elector.decisionId, elector.memberId] }),
		d.index('electors_member').on(elector.memberId),
	],
)

/**
 * A letter that something was withdrawn, still to go to somebody on the roll who can be written to, and gone once it went. It
 * is the same whether or not they have voted.
 */
export const withdrawalLetters = d.table(
	'withdrawal_letters',
	{
		decisionId: d
			.text()
			.notNull()
			.references(() => decisions.id),
		option: d.text().notNull(),
		memberId: d
			.text()
			.notNull()
			.references(() => members.id),
		tries: d.count().notNull(),
		triedAt: d.instant(),
	},
	(letter) => [d.primaryKey({ columns: [letter.decisionId, letter.option, letter.memberId] })],
)

/** A secret ballot holds its voice and nothing else of the person; a named one its member. */
export const ballots = d.table(
	'ballots',
	{
		id: d.text().primaryKey(),
		decisionId: d
			.text()
			.notNull()
			.references(() => decisions.id),
		memberId: d.text().references(() => members.id),
		voiceId: d.text().notNull(),
		answer: d.json<Answer>().notNull(),
		reason: d.text().notNull(),
		receiptHash: d.text().notNull(),
	},
	(ballot) => [
		d.index('ballots_decision').on(ballot.decisionId),
		d.uniqueIndex('ballots_receipt').on(ballot.receiptHash),
	],
)

/**
 * What the hash of the ballots that the record holds is salted with: 32 random bytes in hex. Without it nobody can try out what
 * a hidden ballot says, so it stands apart from everything that is ever shown, and is never published.
 */
export const ballotSalts = d.table('ballot_salts', {
	decisionId: d
		.text()
		.primaryKey()
		.references(() => decisions.id),
	salt: d.text().notNull(),
})

/** "I see it differently": travels with the decision for ever; only its writer may take it back. */
export const disagreementNotes = d.table(
	'disagreement_notes',
	{
		id: d.text().primaryKey(),
		decisionId: d
			.text()
			.notNull()
			.references(() => decisions.id),
		memberId: d
			.text()
			.notNull()
			.references(() => members.id),
		words: d.text().notNull(),
		at: d.instant().notNull(),
		withdrawnAt: d.instant(),
	},
	(note) => [d.index('disagreement_notes_decision').on(note.decisionId)],
)
