import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeSection } from '../../app/features/documents/write-section.server.ts'
import { removeMember } from '../../app/features/people/remove-member.server.ts'
import { reasonOf } from '../../collab-server/reason-of.ts'
import { openDatabase } from '../../db/database.ts'
import { openPostgres } from '../../db/dialect/open-postgres.ts'
import { loadLiveDocument } from '../../db/queries/live-documents.ts'
import { makeCluster } from '../../scripts/postgres-cluster.mjs'
import { scratchDatabase } from '../contracts/scratch.ts'
import { givenHarbour, type Tab, until } from './harbour.ts'
import { givenTcpLine, type Silence } from './tcp-line.ts'

/** How long PostgreSQL stays silent when everything that is to be seen then was seen. More by environment. */
const awayMs = Number(process.env.LIVE_AWAY_MS ?? 0)

/** Shorter than shipped, so that nobody waits for the tests. */
const patience = { statementMs: 800, silentMs: 1_000, idleMs: 1_500, longMs: 60_000 }
const limits = { answerMs: 300, mergeMs: 600, readMs: 200 }

let scratch: Awaited<ReturnType<typeof scratchDatabase>>

beforeAll(async () => {
	scratch = await scratchDatabase()
})
afterAll(() => scratch.remove())

const isTold = ({ notices }: Tab) => notices.some(({ kind }) => kind === 'not-saved')

// SQLite is a file: there is nobody to answer.
describe.skipIf(!process.env.DATABASE_URL)('PostgreSQL neither answers nor breaks', { timeout: 120_000 }, () => {
	test.each<[string, Silence, string | null]>([
		['what is sent to it arrives later', 'kept', null],
		['what is sent to it never arrives', 'dropped', null],
		['it does what it is asked and nobody hears of it', 'unanswered', null],
		['it stores what it is given and nobody hears of it', 'unanswered', 'commit'],
	])('%s: everybody is told that nothing is saved; then all of it is, once', async (_case, how, from) => {
		const line = await givenTcpLine(new URL(scratch.url!))
		const db = openPostgres(line.through(scratch.url!), patience)
		const harbour = await givenHarbour(db, limits)
		const { live, document, citizen } = harbour
		const amina = await harbour.connect('citizen', { ack: true }).synced()
		const colin = await harbour.connect('commissioner', { ack: true }).synced()
		amina.type('before, ')
		await amina.stored()
		await until(() => colin.text.toString() === 'before, ')
		if (from) line.goSilentFrom(from)
		else line.goSilent(how)
		amina.type('while it was silent, ')
		await until(() => isTold(amina) && isTold(colin), 'told that nothing is saved')
		const late = harbour.connect('provider')
		const form = new Y.Doc()
		form.getText('form').insert(0, 'A form.')
		expect(await live.merge(document.id, Y.encodeStateAsUpdate(form), citizen.memberId)).toEqual({
			refused: 'not-in-time',
		})
		const page = writeSection({ db, live }, citizen, document.id, 'money', { text: 'Twelve pounds.' })
		expect(await page.then(() => 'saved', reasonOf)).toContain('the database does not answer')
		amina.type('all of it')
		await pause(awayMs)
		expect([amina.isSaved, colin.text.toString(), late.provider.synced]).toEqual([false, 'before, ', false])

		// In another process, whose line is a good one.
		await removeMember(scratch.db, harbour.facilitator, harbour.commissioner.memberId)
		line.speakAgain()
		await until(() => amina.isSaved, 'saved', 30_000)
		await until(() => colin.closes.some(({ code }) => code === 4403), 'let go')
		const fresh = await harbour.connect('facilitator').synced()
		await until(() => fresh.doc.getText('form').toString() === 'A form.')
		expect(fresh.text.toString()).toBe('before, while it was silent, all of it')
		const { updates } = await loadLiveDocument(scratch.db.read, document.id, 1)
		expect(new Set(updates.map(({ update }) => Buffer.from(update).toString('hex'))).size).toBe(updates.length)
		expect(amina.closes).toEqual([])
		await harbour.close()
		await db.close()
		line.cut()
	})

	test('the line on which tables are written anew goes dead while others do not: that is given up', async () => {
		const line = await givenTcpLine(new URL(scratch.url!))
		const db = openPostgres(line.through(scratch.url!), { ...patience, silentMs: 2_000 })
		await db.check()
		line.goSilentFrom('cluster verbose')
		const forgotten = db.forget('votes').then(() => 'done', reasonOf)
		await until(() => line.isSilent)
		line.speakAgain()
		expect(await forgotten).toContain('terminated')
		await db.forget('votes')
		await db.close()
		line.cut()
	})

	test('its processes are stopped while people type, and go on: all of it arrives, and nobody is let go', async () => {
		const rejections: unknown[] = []
		const onRejection = (reason: unknown) => rejections.push(reason)
		process.on('unhandledRejection', onRejection)
		const cluster = await makeCluster()
		cluster.start()
		await (await openDatabase({ url: cluster.url, dataDir: '' })).close()
		const db = openPostgres(cluster.url, patience)
		// Rights are asked again meanwhile: no answer is no refusal.
		const harbour = await givenHarbour(db, { ...limits, sweepMs: 300 })
		const tabs = [
			await harbour.connect('citizen', { ack: true }).synced(),
			await harbour.connect('commissioner', { ack: true }).synced(),
		]
		cluster.freeze()
		const typing = setInterval(() => tabs.forEach((tab, who) => void tab.type(`${who} `)), 5)
		await until(() => tabs.every(isTold), 'told')
		await expect(db.check()).rejects.toThrow('does not answer')
		const refused = await db.write(async () => undefined).then(() => 'done', reasonOf)
		expect(refused).toContain('does not answer')
		await pause(awayMs)
		clearInterval(typing)
		expect(tabs.some(({ isSaved }) => isSaved)).toBe(false)
		cluster.thaw()
		await until(() => tabs.every(({ isSaved }) => isSaved), 'saved', 30_000)
		const fresh = await harbour.connect('provider').synced()
		await until(() => tabs.every(({ text }) => text.toString() === fresh.text.toString()))
		expect(tabs.flatMap(({ closes }) => closes)).toEqual([])
		expect(rejections).toEqual([])
		process.off('unhandledRejection', onRejection)
		await harbour.close()
		await db.close()
		await cluster.stop()
		cluster.remove()
	})
})
