import { d } from '../dialect/index.ts'
import { decisions } from './decisions.ts'
import { partnerships } from './partnerships.ts'
import { members } from './people.ts'

export const actions = d.table(
	'actions',
	{
		id: d.text().primaryKey(),
		partnershipId: d
			.text()
			.notNull()
			.references(() => partnerships.id),
		decisionId: d
			.text()
			.notNull()
			.references(() => decisions.id),
		reference: d.text().notNull(),
		title: d.text().notNull(),
		/** Which body answers for it, in its own name. */
		accountableBody: d.text().notNull(),
		/** Who leads, in words: a role or a first name. */
		lead: d.text().notNull(),
		/** The member who reports, when the lead is one. */
		leadMemberId: d.text().references(() => members.id),
		/** Without one, the action says "no citizen partner yet". */
		citizenPartnerId: d.text().references(() => members.id),
		expectedDifference: d.text().notNull(),
		/** Kept for ever, whatever `dueOn` becomes. */
		firstDueOn: d.day().notNull(),
		dueOn: d.day().notNull(),
		status: d.choice(['not-started', 'on-track', 'at-risk', 'late', 'done', 'stopped', 'went-backwards']).notNull(),
		createdBy: d
			.text()
			.notNull()
			.references(() => members.id),
		createdAt: d.instant().notNull(),
	},
	(action) => [
		d.uniqueIndex('actions_reference').on(action.partnershipId, action.reference),
		d.index('actions_decision').on(action.decisionId),
	],
)

/** Append-only. */
export const updates = d.table(
	'updates',
	{
		id: d.text().primaryKey(),
		actionId: d
			.text()
			.notNull()
			.references(() => actions.id),
		memberId: d
			.text()
			.notNull()
			.references(() => members.id),
		status: d.choice(['not-started', 'on-track', 'at-risk', 'late', 'done', 'stopped', 'went-backwards']).notNull(),
		words: d.text().notNull(),
		/** Set when this update moved the due date. */
		dueOn: d.day(),
		at: d.instant().notNull(),
	},
	(update) => [d.index('updates_action').on(update.actionId)],
)

/** People's own answers to "did it make a difference?", with no link to who gave them. */
export const verdicts = d.table(
	'verdicts',
	{
		id: d.text().primaryKey(),
		actionId: d
			.text()
			.notNull()
			.references(() => actions.id),
		answer: d.choice(['a-lot', 'a-little', 'no', 'worse', 'dont-know']).notNull(),
		words: d.text().notNull(),
		/** Not shown yet: it waits for four more, so that nobody who watches the totals can tell whose it was. */
		waiting: d.flag().notNull().default(false),
	},
	(verdict) => [d.index('verdicts_action').on(verdict.actionId)],
)

export const verdictGivers = d.table(
	'verdict_givers',
	{
		actionId: d
			.text()
			.notNull()
			.references(() => actions.id),
		memberId: d
			.text()
			.notNull()
			.references(() => members.id),
	},
	(giver) => [d.primaryKey({ columns: [giver.actionId, giver.memberId] })],
)
