import { expect, test } from 'vitest'
import { type BltFile, readBlt, writeBlt } from './blt.ts'

const core = '3 2\n-2\n2 1 2 3 0\n1 3=1 2 0\n1 0\n0\n"Ann"\n"Bob"\n"Cy"\n"Chair"\n'

function read(text: string): BltFile {
	const file = readBlt(text)
	if ('refused' in file) throw new Error(file.says)
	return file
}

test('the core form, with equal ranks and a withdrawn name', () => {
	expect(read(core)).toEqual({
		title: 'Chair',
		election: {
			candidates: ['Ann', 'Bob', 'Cy'],
			withdrawn: ['Bob'],
			seats: 2,
			ballots: [
				{ weight: 2, ranks: [['Ann'], ['Bob'], ['Cy']] },
				{ weight: 1, ranks: [['Cy', 'Ann'], ['Bob']] },
				{ weight: 1, ranks: [] },
			],
		},
		tieOrder: [],
		options: [],
		leniencies: [],
	})
})

test.each<[string, string, string]>([
	['no final newline', core.slice(0, -1), 'no line end after the last line'],
	['a ballot without its 0', core.replace('2 1 2 3 0', '2 1 2 3'), 'a ballot without the closing 0'],
	['commas', core.replace('2 1 2 3 0', '2, 1, 2, 3, 0'), 'commas between numbers'],
	['a name without quotes', core.replace('"Ann"', 'Ann'), 'a name without quotes'],
	['no 0 before the names', core.replace('\n0\n', '\n'), 'no 0 after the last ballot'],
	['a byte order mark', `\uFEFF${core}`, 'a byte order mark'],
	['Windows line endings', core.replaceAll('\n', '\r\n'), 'Windows line endings'],
	['a name twice on a ballot', core.replace('2 1 2 3 0', '2 1 2 1 3 0'), 'a candidate named twice on a ballot'],
	['an unknown number', core.replace('2 1 2 3 0', '2 1 2 9 3 0'), '"9" on a ballot, which is no candidate'],
	['dashes for a blank ballot', core.replace('1 0\n0', '1 - - - 0\n0'), 'a ballot without one candidate on it'],
	['an unknown option', core.replace('-2\n', '-2\n[undeclared 1]\n'), 'an option [undeclared]'],
])('%s: read, and reported', (_what, text, found) => {
	const file = read(text)
	expect(file.leniencies.map((leniency) => leniency.found)).toEqual([found])
	expect(file.election.candidates).toEqual(['Ann', 'Bob', 'Cy'])
	expect(file.election.ballots.map(({ weight }) => weight)).toEqual([2, 1, 1])
})

test('comments, nicknames, ballot ids and a lot', () => {
	const file = read(
		'# made by hand\n3 1 // one seat\n[nick ann bob cy]\n[tie 3 1 2]\n(id-1) ann cy 0\n2 bob 0\n0\n"Ann # 1"\n"Bob"\n"Cy"\n"T"\n',
	)
	expect(file.election.candidates).toEqual(['Ann # 1', 'Bob', 'Cy'])
	expect(file.election.ballots).toEqual([
		{ weight: 1, ranks: [['Ann # 1'], ['Cy']] },
		{ weight: 2, ranks: [['Bob']] },
	])
	expect(file.tieOrder).toEqual(['Cy', 'Ann # 1', 'Bob'])
})

test('names given only in comments', () => {
	const file = read('2 1\n3 2 0\n0\n# ALTERNATIVE NAME 1: Ann\n# ALTERNATIVE NAME 2: Bob\n"LINN"\n')
	expect(file.election.candidates).toEqual(['Ann', 'Bob'])
	expect(file.title).toBe('LINN')
})

test('quotes inside a name may be doubled or not, and are written doubled', () => {
	const file = read('2 1\n3 2 0\n0\n"Ann ""Green"""\n"Bob "Blue" B"\n"T"\n')
	expect(file.election.candidates).toEqual(['Ann "Green"', 'Bob "Blue" B'])
	expect(file.leniencies).toEqual([{ line: 5, found: 'quotes inside a name', readAs: 'part of the name' }])
	expect(read(writeBlt(file.election, 'T'))).toMatchObject({ election: file.election, leniencies: [] })
})

test('commas after everything, as one Perth file has', () => {
	const file = read('2 1,\n3 2 0,\n0,\n"Ann",\n"Bob",\n"T",\n')
	expect(file.election).toMatchObject({ candidates: ['Ann', 'Bob'], ballots: [{ weight: 3, ranks: [['Bob']] }] })
})

test('two candidates of one name are told apart', () => {
	expect(read('2 1\n1 2 0\n0\n"Ann"\n"Ann"\n"T"\n').election.candidates).toEqual(['Ann', 'Ann (2)'])
})

test.each([
	['an empty file', ''],
	['no numbers to begin with', 'hello\n'],
	['no candidates', '0 1\n0\n'],
	['more candidates than anybody could write down', '99999999999 1\n0\n'],
	['no end', '2 1\n1 2 0\n'],
])('%s: refused', (_what, text) => {
	expect(readBlt(text)).toMatchObject({ refused: 'unreadable' })
})

test('a line that is no ballot is spoilt, not guessed', () => {
	expect(read(core.replace('2 1 2 3 0', 'x 1 2 3 0')).election).toMatchObject({ spoilt: 1 })
})

test('written in the core form: equal ballots together, in a fixed order', () => {
	const { election } = read(core)
	const turned = { ...election, ballots: [...election.ballots, ...election.ballots].reverse() }
	expect(writeBlt(turned, 'Chair', ['by Alongside'])).toBe(
		'# by Alongside\n3 2\n-2\n2 0\n4 1 2 3 0\n2 1=3 2 0\n0\n"Ann"\n"Bob"\n"Cy"\n"Chair"\n',
	)
})
