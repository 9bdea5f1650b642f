import { expect, test } from 'vitest'
import { readInvitationRows } from './invitation-rows.ts'

const known = {
	voices: [{ id: 'v1', name: 'Citizen' }],
	groups: [{ id: 'g1', name: 'Carers’ panel' }],
	emails: new Set(['here@example.org']),
}
const read = (fields: Record<string, string>) => readInvitationRows([{ line: 2, fields }], known)

test('a full row, as people type it', () => {
	const { rows, bad } = read({ name: ' Dilys ', email: 'Dilys@Example.org', voice: 'citizen', group: 'carers’ PANEL' })
	expect(bad).toEqual([])
	expect(rows).toEqual([{ name: 'Dilys', email: 'dilys@example.org', voiceId: 'v1', groupId: 'g1' }])
})

test('a name is enough', () => {
	expect(read({ name: 'Dilys' }).rows).toEqual([{ name: 'Dilys', email: null, voiceId: null, groupId: null }])
})

test.each([
	['no name', { name: ' ' }, 'There is no name.'],
	['a long name', { name: 'x'.repeat(101) }, 'The name is longer than 100 characters.'],
	['a broken address', { name: 'D', email: 'dilys@' }, '“dilys@” is not an e-mail address.'],
	['a member already', { name: 'D', email: 'HERE@example.org' }, 'here@example.org is a member or invited already.'],
	['an unknown voice', { name: 'D', voice: 'Wizard' }, 'There is no voice called “Wizard”.'],
	['an unknown group', { name: 'D', group: 'Owls' }, 'There is no group called “Owls”.'],
])('%s is named by line', (_what, fields, reason) => {
	expect(read(fields)).toEqual({ rows: [], bad: [{ line: 2, reasons: [reason] }] })
})

test('the same address twice is refused the second time, and two reasons are both said', () => {
	const fields = { name: 'D', email: 'd@example.org' }
	const { rows, bad } = readInvitationRows(
		[
			{ line: 2, fields },
			{ line: 3, fields: { ...fields, name: '' } },
		],
		known,
	)
	expect(rows).toHaveLength(1)
	expect(bad).toEqual([{ line: 3, reasons: ['There is no name.', 'd@example.org is in this file twice.'] }])
})
