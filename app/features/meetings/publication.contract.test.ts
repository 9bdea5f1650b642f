import type { AppLoadContext } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addItem, addMeeting } from '../../../db/queries/meetings.ts'
import { givenBoard } from '../../../tests/given-board.ts'
import { aMeeting, anItem } from '../../../tests/given-meeting.ts'
import { givenVersion } from '../../../tests/given-version.ts'
import { newId } from '../../http/new-id.ts'
import { openSecrets } from '../../http/secrets.ts'
import { startSession } from '../../http/session.ts'
import { changePartnership } from '../partnership/change-partnership.server.ts'
import { loader } from './routes/publication.tsx'

const here = await givenBoard()
const { scratch, db, given, group, clerk, facilitator, ruled } = here
beforeAll(ruled)
afterAll(() => scratch.remove())

test.each([
	['open', true, ['For everybody'], ['members']],
	['closed', false, ['For everybody', 'For members'], []],
])(
	'in an %s partnership the agenda is read before it is published as by those without a seat',
	async (_how, open, named, withheld) => {
		const about = { name: 'Harbourside', purpose: 'Good lives', runBy: 'The council', open }
		expect(await changePartnership(db, facilitator, about, { readOfNames: true })).toEqual({ changed: true })
		const meetingId = newId()
		const papers = {
			'For everybody': await givenVersion(db, given, { visibility: 'public' }),
			'For members': await givenVersion(db, given, { visibility: 'partnership' }),
			'For the board': await givenVersion(db, given, { visibility: 'group', groupId: group.id }),
		}
		await db.write(async (tx) => {
			const of = {
				id: meetingId,
				partnershipId: given.place.partnershipId,
				groupId: group.id,
				drawnUpBy: clerk.memberId,
			}
			await addMeeting(tx, aMeeting({ ...of, publishedAt: null, publishedBy: null }))
			for (const [title, { version }] of Object.entries(papers))
				await addItem(tx, anItem({ id: newId(), meetingId, title, versionId: version.id }))
			await addItem(tx, anItem({ id: newId(), meetingId, title: 'A tenant', privateReason: 'it names them' }))
		})
		const address = `http://here/p/${given.partnership.slug}/meetings/${meetingId}/publication`
		const context = { db, secure: false, secrets: openSecrets('a'.repeat(32)) } as AppLoadContext
		const [cookie] = (await startSession(new Request(address), context, { ...clerk, sharedDevice: false })).split(';')
		const request = new Request(address, { headers: { cookie: cookie! } })
		const params = { partnership: given.partnership.slug, meeting: meetingId }
		const { agenda } = await loader({ request, params, context })
		expect(agenda.items.map(({ title }) => title).sort()).toEqual([...named].sort())
		expect(agenda.withheld.map((item) => ('openTo' in item ? item.openTo : item.because)).sort()).toEqual(
			[...withheld, 'some-members', 'private'].sort(),
		)
	},
)
