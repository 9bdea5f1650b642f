import { describe, expect, test } from 'vitest'
import { type CsvForm, readBallotsCsv, writeBallotsCsv, writeCsvDictionary } from './ballots-csv.ts'
import { readBallotsJson, writeBallotsJson } from './ballots-json.ts'

function read(text: string, form: CsvForm = 'points') {
	const file = readBallotsCsv(text, form)
	if ('refused' in file) throw new Error(file.says)
	return file
}

test('points, ranks and blank ballots in columns, one row a person', () => {
	expect(
		writeBallotsCsv(['a', 'b "x"', '=c'], [{ points: { a: 3 }, count: 2 }, { ranks: [['b "x"'], ['a', '=c']] }, {}]),
	).toBe('ballot,a,"b ""x""",\'=c\r\n1,3,,\r\n2,3,,\r\n3,2,1,2\r\n4,,,\r\n')
})

test('the kind of decision stands in every row, and what was answered beside it', () => {
	const text = writeBallotsCsv(
		[],
		[
			{ choice: 'for', voice: 'v1', count: 2 },
			{ choice: 'abstain', voice: 'v2' },
		],
		{
			withVoices: true,
			decision: 'DEC-2026-001 Show of views',
			form: 'answers',
		},
	)
	expect(text).toBe(
		'ballot,decision,voice,choice\r\n1,DEC-2026-001 Show of views,v1,for\r\n2,DEC-2026-001 Show of views,v1,for\r\n3,DEC-2026-001 Show of views,v2,abstain\r\n',
	)
	expect(read(text, 'answers')).toEqual({
		choices: [],
		withdrawn: [],
		decision: 'DEC-2026-001 Show of views',
		ballots: [
			{ choice: 'for', voice: 'v1' },
			{ choice: 'for', voice: 'v1' },
			{ choice: 'abstain', voice: 'v2' },
		],
		spoilt: 0,
		leniencies: [],
	})
})

test.each([['voice'], ['decision'], ["'=x"], ['=x'], ['a\nb'], ['1']])('a choice called %j comes back', (name) => {
	const ballots = [{ points: { [name]: 2 } }, { points: {} }]
	expect(read(writeBallotsCsv([name, 'z'], ballots))).toMatchObject({ choices: [name, 'z'], ballots, leniencies: [] })
})

describe('what a spreadsheet makes of it is read, and reported', () => {
	const plain = 'ballot,a,b\r\n1,1,\r\n2,,2\r\n'
	test.each<[string, string, string]>([
		['a byte order mark', `\uFEFF${plain}`, 'a byte order mark'],
		['semicolons', plain.replaceAll(',', ';'), 'semicolons between the columns'],
		['no final newline', plain.slice(0, -2), 'no line end after the last line'],
		['an empty row', `${plain},,\r\n`, 'an empty row'],
		['a short row', plain.replace('1,1,', '1,1'), 'a row cut short'],
		['a long row', plain.replace('1,1,', '1,1,,x'), 'more cells than columns'],
		['spaces', plain.replace('1,1,', '1, 1 ,'), 'spaces around what is in a cell'],
	])('%s', (_what, text, found) => {
		const file = read(text)
		expect(file.leniencies.map((leniency) => leniency.found)).toEqual([found])
		expect(file.ballots).toEqual([{ points: { a: 1 } }, { points: { b: 2 } }])
	})

	test('a cell that is no whole number spoils its ballot, and is not guessed at', () => {
		expect(read('ballot,a\n1,1.5\n2,x\n3,1\n')).toMatchObject({ spoilt: 2, ballots: [{ points: { a: 1 } }] })
		expect(read('ballot,a\n1,0\n', 'ranks')).toMatchObject({ spoilt: 1, ballots: [] })
	})
})

test.each([
	['', 'points'],
	['a,b\n', 'points'],
	['ballot,a,a\n', 'points'],
	['ballot,a\n1,"x\n', 'points'],
	['ballot,a,b\n', 'answers'],
] as [string, CsvForm][])('%j is refused', (text, form) => {
	expect(readBallotsCsv(text, form)).toMatchObject({ refused: 'unreadable' })
})

test('the dictionary says what each column means', () => {
	expect(writeCsvDictionary([{ id: 'a', name: 'Weekend breaks, all year' }])).toContain(
		'a,"The choice “Weekend breaks, all year”"\r\n',
	)
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

test.each<[string, string, 'ranks' | 'points', boolean]>([
	['ticks as places', 'ballot,a,b\n1,1,1\n2,1,\n', 'ranks', false],
	['one tick a ballot may be a first place', 'ballot,a,b\n1,1,\n2,,1\n', 'ranks', true],
	['an order as amounts', 'ballot,a,b\n1,1,2\n2,2,1\n', 'points', false],
	['one ballot alone says too little', 'ballot,a,b\n1,1,2\n', 'points', true],
	[
		'amounts that look like an order, and are said to be amounts',
		'ballot,numbers,a,b\n1,amount,1,2\n2,amount,2,1\n',
		'points',
		true,
	],
	['an order that is said to be one', 'ballot,numbers,a,b\n1,place,1,2\n', 'points', false],
	['amounts that are said to be that', 'ballot,numbers,a,b\n1,amount,1,2\n', 'ranks', false],
])('what the numbers of a file are: %s', (_what, text, form, isTaken) => {
	expect('refused' in readBallotsCsv(text, form)).toBe(!isTaken)
})
