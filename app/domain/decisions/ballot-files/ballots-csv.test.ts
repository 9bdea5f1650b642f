import { expect, test } from 'vitest'
import { writeBallotsCsv } from './ballots-csv.ts'
import { readBallotsJson, writeBallotsJson } from './ballots-json.ts'

test('points, ranks and blank ballots in columns, one row a person', () => {
	expect(
		writeBallotsCsv(['a', 'b "x"', '=c'], [{ points: { a: 3 }, count: 2 }, { ranks: [['b "x"'], ['a', '=c']] }, {}]),
	).toBe('ballot,a,"b ""x""",\'=c\r\n1,3,,\r\n2,3,,\r\n3,2,1,2\r\n4,,,\r\n')
})

test('JSON goes out with its dictionary and comes back', () => {
	const file = {
		title: 'T',
		method: 'irv' as const,
		options: {},
		tieOrder: ['a'],
		choices: [{ id: 'a' }],
		ballots: [{ ranks: [['a']] }],
	}
	expect(readBallotsJson(writeBallotsJson(file))).toMatchObject({ ...file, format: 'alongside-ballots/1' })
})

test.each(['', 'null', '{}', '{"format":"alongside-ballots/1","choices":[],"ballots":[{"points":{"a":1.5}}]}'])(
	'%s is refused',
	(text) => {
		expect(readBallotsJson(text)).toMatchObject({ refused: 'unreadable' })
	},
)
