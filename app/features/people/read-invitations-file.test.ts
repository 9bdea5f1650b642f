import { expect, test } from 'vitest'
import { mostBytes, readInvitationsFile } from './read-invitations-file.server.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
	['with a byte order mark', '\uFEFFname,email\nDilys,d@example.org\n'],
	['with semicolons and Windows line ends', 'Name;E-mail\r\nDilys;d@example.org\r\n'],
	['with tabs', 'NAME\tEMAIL\nDilys\td@example.org'],
	['with empty lines between', 'name,email\n\nDilys,d@example.org\n\n'],
	['with columns we do not know', 'shoe size,name,email\n5,Dilys,d@example.org\n'],
])('a file %s', (_how, text) => {
	const read = readInvitationsFile(bytes(text))
	expect('lines' in read && read.lines.map(({ fields }) => fields)).toEqual([{ name: 'Dilys', email: 'd@example.org' }])
})

test('letters from an older Windows spreadsheet are read', () => {
	const read = readInvitationsFile(new Uint8Array([...bytes('name\nSi'), 0xe2, ...bytes('n\n')]))
	expect(read).toEqual({ lines: [{ line: 2, fields: { name: 'Siân' } }], bad: [] })
})

test('lines are numbered as in the file, also after quoted line breaks and blank lines', () => {
	const read = readInvitationsFile(bytes('name,email\n"A\nB",\n\nDilys,\nTom,t@example.org,extra\n'))
	expect(read).toMatchObject({ lines: [{ line: 2 }, { line: 5 }], bad: [{ line: 6 }] })
})

test.each([
	['nothing in it', new Uint8Array(), 'empty'],
	['only a first row', bytes('name,email\n'), 'empty'],
	['no column for names', bytes('email\nd@example.org\n'), 'no-name-column'],
	['501 rows', bytes(`name\n${'Dilys\n'.repeat(501)}`), 'too-many-rows'],
	['more than 200 kB', new Uint8Array(mostBytes + 1), 'too-large'],
	['a quote that never ends', bytes('name\n"Dilys\n'), 'unreadable'],
])('%s is refused', (_what, file, refused) => {
	expect(readInvitationsFile(file)).toEqual({ refused })
})

test('500 rows are accepted', () => {
	const read = readInvitationsFile(bytes(`name\n${'Dilys\n'.repeat(500)}`))
	expect('lines' in read && read.lines).toHaveLength(500)
})
