import type { AppLoadContext } from '@remix-run/node'
import { afterAll, expect, test } from 'vitest'
import { findMinute } from '../../../../db/queries/board-decisions.ts'
import { givenBoard } from '../../../../tests/given-board.ts'
import { newId } from '../../../http/new-id.ts'
import { openSecrets } from '../../../http/secrets.ts'
import { startSession } from '../../../http/session.ts'
import { action } from './routes/names.tsx'

const { scratch, db, given, ruled, recorded, entry, clerk } = await givenBoard()
afterAll(() => scratch.remove())

test('a name goes only by a second post, confirmed, from a page that showed each place', async () => {
	await ruled()
	const decision = await recorded({ entry: { ...entry(), reasons: 'Ann Quill and Ann Quill-Moss spoke.' } })
	const address = `http://here/p/${given.partnership.slug}/decisions/${decision.id}/names`
	const context = { db, secure: false, secrets: openSecrets('a'.repeat(32)) } as AppLoadContext
	const [cookie] = (await startSession(new Request(address), context, { ...clerk, sharedDevice: false })).split(';')
	const answers = { id: newId(), names: 'Ann Quill', reason: 'She asked.' }
	const post = async (more: Record<string, string>) => {
		const body = new URLSearchParams({ ...answers, ...more })
		const request = new Request(address, { method: 'POST', body, headers: { cookie: cookie! } })
		return await action({ request, params: { partnership: given.partnership.slug, decision: decision.id }, context })
	}
	const reasons = async () => (await findMinute(db.read, decision.id))!.minute.reasons

	const looked = {
		places: [{ in: 'reasons', words: 'Ann Quill' }],
		near: [{ words: 'Ann Quill', after: '-Moss spoke.' }],
	}
	const first = await post({})
	const seen = (first as unknown as { data: { looked: { seen: string } } }).data.looked.seen
	expect(seen).toMatch(/^[0-9a-f]{64}$/)
	const unconfirmed = [
		{ sure: 'yes', seen },
		{ step: 'save', seen },
		{ step: 'save', sure: 'yes', seen: '1' },
	]
	for (const more of [{}, ...unconfirmed, { step: 'save', sure: 'yes' }]) {
		expect(await post(more as Record<string, string>)).toMatchObject({ data: { looked } })
		expect(await reasons()).toBe('Ann Quill and Ann Quill-Moss spoke.')
	}
	expect(await post({ step: 'change', sure: 'yes', seen })).not.toHaveProperty('data.looked')
	expect(await post({ step: 'save', sure: 'yes', seen })).toMatchObject({ status: 303 })
	expect(await reasons()).toBe('[name removed] and Ann Quill-Moss spoke.')
})
