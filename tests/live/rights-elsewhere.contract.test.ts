import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Membership } from '../../app/domain/access/membership.ts'
import type { Document } from '../../app/domain/documents/document.ts'
import { leavePartnership } from '../../app/features/account/leave-partnership.server.ts'
import { changeVisibility } from '../../app/features/documents/change-visibility.server.ts'
import { finishDocument } from '../../app/features/documents/finish-document.server.ts'
import { freezeVersion } from '../../app/features/documents/freeze-version.server.ts'
import { reopenDocument } from '../../app/features/documents/reopen-document.server.ts'
import { stopDocument } from '../../app/features/documents/stop-document.server.ts'
import { changeMembership } from '../../app/features/people/change-membership.server.ts'
import { closeGroup } from '../../app/features/people/close-group.server.ts'
import { giveSeat } from '../../app/features/people/give-seat.server.ts'
import { removeMember } from '../../app/features/people/remove-member.server.ts'
import { takeSeatAway } from '../../app/features/people/take-seat-away.server.ts'
import { newId } from '../../app/http/new-id.ts'
import { findMembership } from '../../db/queries/members.ts'
import { listEntriesAbout } from '../../db/queries/record.ts'
import { endSession, endSessions } from '../../db/queries/sessions.ts'
import { scratchDatabase } from '../contracts/scratch.ts'
import { givenGroup, givenMember } from '../factories.ts'
import { givenDocument, givenHarbour, givenSession, type Harbour, listen, Tab, until } from './harbour.ts'

/**
 * Two processes over one database: what changes a right runs in the first, the open line hangs in the second, which
 * nobody tells. Its full sweep is a minute away here, so only the mark left in the database can have ended the line.
 */
let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let here: Harbour
let there: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
	scratch = await scratchDatabase()
	here = await givenHarbour(scratch.db)
	there = await listen(await scratch.reopen(), { sweepMs: 60_000 })
})
afterAll(async () => {
	await there.live.close()
	there.http.close()
	await here.close()
	await scratch.remove()
})

/** By those who run it, in the first process, once its words are frozen. */
async function sayFinal(id: string) {
	const parts = { db: scratch.db, live: here.live }
	expect(await freezeVersion(parts, here.citizen, id, { id: newId() })).not.toHaveProperty('refused')
	return await finishDocument(parts, here.facilitator, id, 'Everybody agreed on Tuesday.')
}

function writeParagraph(tab: Tab) {
	const paragraph = new Y.XmlElement('paragraph')
	paragraph.insert(0, [new Y.XmlText('A bus at ten.')])
	tab.doc.getXmlFragment('evidence').insert(0, [paragraph])
}

interface Scene {
	gwen: Membership
	chair: Membership
	circle: string
	document: Document
	session: string
}

async function scene(
	of: 'partnership' | 'panel' | 'circle',
	facts: Partial<Document> = {},
): Promise<Scene & { tab: Tab }> {
	const { db } = scratch
	const gwen = await givenMember(db, here.place, { name: 'Gwen', voice: here.voices.citizen })
	const chair = await givenMember(db, here.place, { name: 'Huw', voice: here.voices.citizen })
	const group = await givenGroup(db, here.place, of === 'circle' ? 'circle' : 'panel', [
		{ member: chair, office: 'chair' },
		{ member: gwen },
	])
	const visibility = { partnership: 'partnership', panel: 'partnership', circle: 'circle' } as const
	const document = await givenDocument(db, here, {
		groupId: of === 'partnership' ? null : group.id,
		visibility: visibility[of],
		...facts,
	})
	const session = await givenSession(db, gwen)
	const tab = new Tab(there.url, document.id, { cookie: session.cookie, ack: true })
	await tab.synced()
	const now = async (who: Membership) => (await findMembership(db.read, here.place, who.personId))!
	return { gwen: await now(gwen), chair: await now(chair), circle: group.id, document, session: session.id, tab }
}

describe('a line in another process ends, with a code that ends the client’s own tries', () => {
	test.each<[string, Parameters<typeof scene>[0], (of: Scene) => Promise<unknown>, number]>([
		[
			'a member is removed',
			'partnership',
			({ gwen }) => removeMember(scratch.db, here.facilitator, gwen.memberId),
			4403,
		],
		['a member leaves', 'partnership', ({ gwen }) => leavePartnership(scratch.db, gwen), 4403],
		[
			'a session is ended',
			'partnership',
			({ gwen, session }) => scratch.db.write((tx) => endSession(tx, gwen.personId, session, new Date())),
			4401,
		],
		[
			'every session of a person is ended, as when a card is revoked',
			'partnership',
			({ gwen }) => scratch.db.write((tx) => endSessions(tx, gwen.personId, new Date())),
			4401,
		],
		['a circle is closed', 'circle', ({ chair, circle }) => closeGroup(scratch.db, chair, circle), 4403],
		[
			'a seat in a circle is taken away',
			'circle',
			({ chair, circle, gwen }) => takeSeatAway(scratch.db, chair, { groupId: circle, memberId: gwen.memberId }),
			4403,
		],
	])('when %s', async (_what, of, change, code) => {
		const { tab, ...rest } = await scene(of)
		expect((await change(rest)) ?? {}).not.toHaveProperty('refused')
		await until(() => tab.closes.length > 0, 'the line is ended')
		expect(tab.closes[0]!.code).toBe(code)
		expect(tab.provider.shouldConnect).toBe(false)
		tab.close()
	})

	test('when a document is narrowed to a group they have no seat in', async () => {
		const { tab, chair, document, circle, gwen } = await scene('panel')
		await takeSeatAway(scratch.db, chair, { groupId: circle, memberId: gwen.memberId })
		await until(() => tab.notices.some(({ kind }) => kind === 'read-only'))
		expect(await changeVisibility(scratch.db, chair, document.id, 'group')).not.toHaveProperty('refused')
		await until(() => tab.closes[0]?.code === 4403)
		tab.close()
	})
})

describe('a line in another process turns read-only, and nothing more is taken from it', () => {
	test.each<[string, Parameters<typeof scene>[0], (of: Scene) => Promise<unknown>]>([
		['a document becomes final', 'partnership', ({ document }) => sayFinal(document.id)],
		[
			'a document is stopped',
			'partnership',
			({ document }) => stopDocument(scratch.db, here.facilitator, document.id, 'Nobody needs it any more.'),
		],
		[
			'a member becomes an observer',
			'partnership',
			({ gwen }) =>
				changeMembership(scratch.db, here.facilitator, gwen.memberId, { voiceId: gwen.voiceId, role: 'observer' }),
		],
		[
			'a seat in a panel is taken away',
			'panel',
			({ chair, circle, gwen }) => takeSeatAway(scratch.db, chair, { groupId: circle, memberId: gwen.memberId }),
		],
		['a panel is closed', 'panel', ({ chair, circle }) => closeGroup(scratch.db, chair, circle)],
	])('when %s', async (_what, of, change) => {
		const { tab, ...rest } = await scene(of)
		writeParagraph(tab)
		await tab.stored()
		expect((await change(rest)) ?? {}).not.toHaveProperty('refused')
		await until(() => tab.notices.some(({ kind }) => kind === 'read-only'), 'told that it may only read')
		const refusals = () => there.live.metrics.refusals.get('read-only') ?? 0
		const before = refusals()
		tab.type(' AFTER')
		await until(() => refusals() > before)
		expect(tab.isSaved).toBe(false)
		expect(tab.closes).toEqual([])
		tab.close()
	})
})

test('a right that is given in one process is there in the other', async () => {
	const { tab, chair, circle, gwen } = await scene('panel')
	await takeSeatAway(scratch.db, chair, { groupId: circle, memberId: gwen.memberId })
	await until(() => tab.notices.some(({ kind }) => kind === 'read-only'))
	tab.type('kept until I may')
	await giveSeat(scratch.db, chair, { groupId: circle, memberId: gwen.memberId, votes: true, office: 'none' })
	await until(() => tab.notices.at(-1)?.kind === 'may-write')
	await tab.stored()
	tab.close()
})

test('final words that are opened again in one process are writable in the other, and what was typed meanwhile goes in', async () => {
	const { tab, document } = await scene('partnership')
	writeParagraph(tab)
	await tab.stored()
	expect(await sayFinal(document.id)).not.toHaveProperty('refused')
	await until(() => tab.notices.some(({ kind }) => kind === 'read-only'))
	tab.type(' typed while final')
	const reopened = await reopenDocument(
		{ db: scratch.db, live: here.live },
		here.facilitator,
		document.id,
		'A mistake.',
	)
	expect(reopened).not.toHaveProperty('refused')
	await until(() => tab.notices.at(-1)?.kind === 'may-write')
	await tab.stored()
	const entries = await listEntriesAbout(scratch.db.read, here.place, document.id)
	expect(entries.map(({ kind }) => kind)).toEqual(['version-frozen', 'document-finished', 'document-opened-again'])
	tab.close()
})

test('while nothing changes, nobody’s rights are asked', async () => {
	const { tab } = await scene('partnership')
	const db = await scratch.reopen()
	let reads = 0
	const counted = {
		...db,
		get read() {
			reads++
			return db.read
		},
	}
	const quiet = await listen(counted, { sweepMs: 60_000, accessMs: 10 })
	const other = new Tab(quiet.url, here.document.id, { cookie: here.cookies.citizen })
	await other.synced()
	await until(() => reads > 5)
	let whole = 0
	const { recheck } = quiet.live
	quiet.live.recheck = () => {
		whole++
		return recheck.call(quiet.live)
	}
	const before = reads
	await until(() => reads > before + 20)
	expect(whole).toBe(0)
	other.close()
	tab.close()
	await quiet.live.close()
	quiet.http.close()
})
