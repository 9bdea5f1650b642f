import type { Section } from '../../app/domain/documents/content.ts'
import { d } from '../dialect/index.ts'
import { partnerships } from './partnerships.ts'
import { groups, members } from './people.ts'

export const documents = d.table(
	'documents',
	{
		id: d.text().primaryKey(),
		partnershipId: d
			.text()
			.notNull()
			.references(() => partnerships.id),
		/** Whose seats may write. Without a group, every member may. */
		groupId: d.text().references(() => groups.id),
		reference: d.text().notNull(),
		template: d.choice(['priority', 'proposal', 'strategy', 'notes', 'blank']).notNull(),
		title: d.text().notNull(),
		/** The need this answers, where it was heard and when: the first stop of the thread. */
		need: d.text().notNull(),
		needSource: d.text().notNull(),
		visibility: d.choice(['public', 'partnership', 'group', 'circle']).notNull(),
		phase: d.choice(['draft', 'proposed', 'final', 'stopped']).notNull(),
		stoppedReason: d.text(),
		/** Rises when the document is rebuilt without its history; a tab with the old one must start over. */
		generation: d.count().notNull(),
		/** The statement of power and money. */
		termsOpen: d.text().notNull(),
		termsFixed: d.text().notNull(),
		termsFixedWhy: d.text().notNull(),
		termsMoney: d.text().notNull(),
		termsWhoDecides: d.text().notNull(),
		termsByWhen: d.day(),
		createdBy: d
			.text()
			.notNull()
			.references(() => members.id),
		createdAt: d.instant().notNull(),
		updatedAt: d.instant().notNull(),
	},
	(document) => [
		d.uniqueIndex('documents_reference').on(document.partnershipId, document.reference),
		d.index('documents_group').on(document.groupId),
	],
)

/** The compacted state of a document: everything up to and with log row `upTo`. */
export const documentStates = d.table(
	'document_states',
	{
		documentId: d
			.text()
			.notNull()
			.references(() => documents.id),
		generation: d.count().notNull(),
		upTo: d.count().notNull(),
		state: d.bytes().notNull(),
		/** Of these bytes, with which checks they had passed (`digestOf`). Null: written before digests were, or put back by hand. */
		digest: d.text(),
		savedAt: d.instant().notNull(),
	},
	(state) => [d.primaryKey({ columns: [state.documentId, state.generation] })],
)

/** The Yjs client ids of histories that were replaced for good: whoever brings their structs would bring the words back. */
export const endedClients = d.table(
	'ended_clients',
	{
		documentId: d
			.text()
			.notNull()
			.references(() => documents.id),
		client: d.large().notNull(),
	},
	(ended) => [d.primaryKey({ columns: [ended.documentId, ended.client] })],
)

/** The log: each update as it arrived, before anybody else saw it. */
export const documentUpdates = d.table(
	'document_updates',
	{
		documentId: d
			.text()
			.notNull()
			.references(() => documents.id),
		generation: d.count().notNull(),
		seq: d.count().notNull(),
		update: d.bytes().notNull(),
		/** Null when the writer's words were merged from several people's updates; who wrote what is in `writings`. */
		memberId: d.text().references(() => members.id),
		at: d.instant().notNull(),
		/** A row that could not be read is set aside, never thrown away. */
		quarantined: d.flag().notNull(),
	},
	(update) => [d.primaryKey({ columns: [update.documentId, update.generation, update.seq] })],
)

/** Who first brought which Yjs structs: client, first clock, length. The ground for share of voice. */
export const writings = d.table(
	'writings',
	{
		documentId: d
			.text()
			.notNull()
			.references(() => documents.id),
		generation: d.count().notNull(),
		client: d.large().notNull(),
		clock: d.count().notNull(),
		length: d.count().notNull(),
		memberId: d
			.text()
			.notNull()
			.references(() => members.id),
		at: d.instant().notNull(),
	},
	(writing) => [d.primaryKey({ columns: [writing.documentId, writing.generation, writing.client, writing.clock] })],
)

/** The state a plain form was opened on, so that its change can be merged instead of overwriting. Kept for a week. */
export const openForms = d.table(
	'open_forms',
	{
		id: d.text().primaryKey(),
		documentId: d
			.text()
			.notNull()
			.references(() => documents.id),
		generation: d.count().notNull(),
		state: d.bytes().notNull(),
		openedAt: d.instant().notNull(),
	},
	(form) => [d.index('open_forms_document').on(form.documentId)],
)

/** Words that landed where somebody had deleted the ground, waiting for their writer. */
export const rescuedWords = d.table(
	'rescued_words',
	{
		id: d.text().primaryKey(),
		documentId: d
			.text()
			.notNull()
			.references(() => documents.id),
		memberId: d
			.text()
			.notNull()
			.references(() => members.id),
		sectionId: d.text(),
		words: d.text().notNull(),
		at: d.instant().notNull(),
		settled: d.choice(['waiting', 'put-back', 'let-go']).notNull(),
	},
	(rescue) => [d.index('rescued_words_writer').on(rescue.documentId, rescue.memberId)],
)

/** Append-only: each time the words were said to be final, or were opened again, and why. */
export const documentTurns = d.table(
	'document_turns',
	{
		id: d.text().primaryKey(),
		documentId: d
			.text()
			.notNull()
			.references(() => documents.id),
		turn: d.choice(['final', 'opened-again']).notNull(),
		/** Whose words they are. */
		versionId: d
			.text()
			.notNull()
			.references(() => versions.id),
		reason: d.text().notNull(),
		by: d
			.text()
			.notNull()
			.references(() => members.id),
		at: d.instant().notNull(),
	},
	(turn) => [d.index('document_turns_document').on(turn.documentId)],
)

/** A numbered, frozen copy. Rows are never changed. */
export const versions = d.table(
	'versions',
	{
		id: d.text().primaryKey(),
		documentId: d
			.text()
			.notNull()
			.references(() => documents.id),
		number: d.count().notNull(),
		title: d.text().notNull(),
		sections: d.json<Section[]>().notNull(),
		/** SHA-256 of the canonical content, hex: `domain/documents/fingerprint`. */
		fingerprint: d.text().notNull(),
		/** The statement of power and money and the need as they stood, canonical JSON, part of the fingerprint. */
		terms: d.text().notNull(),
		writers: d.count().notNull(),
		frozenBy: d
			.text()
			.notNull()
			.references(() => members.id),
		frozenAt: d.instant().notNull(),
	},
	(version) => [d.uniqueIndex('versions_number').on(version.documentId, version.number)],
)
