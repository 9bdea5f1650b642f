import { afterAll, expect, test } from 'vitest'
import { findMembership } from '../../../db/queries/members.ts'
import { givenVersion } from '../../../tests/given-version.ts'
import { givenVotes } from '../../../tests/given-votes.ts'
import { mendAt } from './mend-at.ts'

const { scratch, db, given } = await givenVotes()
afterAll(() => scratch.remove())

test('what a version lacks is filled in by its writers on its form; others are led to the document', async () => {
	const { document } = await givenVersion(db, given, { visibility: 'group', groupId: given.group.id })
	const writer = (await findMembership(db.read, given.place, given.citizen.personId))!
	const page = `/documents/${document.id}`
	expect(mendAt('good-life-empty', writer, document)).toBe(`${page}/sections/good-life`)
	expect(mendAt('terms-missing', writer, document)).toBe(`${page}/terms`)
	expect(mendAt('good-life-empty', given.facilitator, document)).toBe(page)
	expect(mendAt('terms-missing', given.facilitator, document)).toBe(`${page}#power-and-money`)
	expect(mendAt('quorum-too-high', writer, document)).toBe(null)
})
