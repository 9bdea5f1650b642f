import { expect, test } from 'vitest'
import { summarise } from './leniency.ts'
import { type PabulibFile, readPabulib } from './pabulib.ts'
import { type PabulibExport, writePabulib } from './write-pabulib.ts'

const strict = `META
key;value
budget;100
num_projects;2
num_votes;2
vote_type;approval
rule;greedy
PROJECTS
project_id;cost;name
a;60;Café
b;50;"One; two"
VOTES
voter_id;vote
v1;a,b
v2;
`

function read(text: string): PabulibFile {
	const file = readPabulib(text)
	if ('refused' in file) throw new Error(file.says)
	return file
}

test('a strict file is read with nothing to forgive', () => {
	const { election, leniencies, rule } = read(strict)
	expect(leniencies).toEqual([])
	expect(rule).toBe('greedy')
	expect(election).toEqual({
		budget: 100n,
		decimals: 0,
		projects: [
			{ id: 'a', cost: 60n, name: 'Café' },
			{ id: 'b', cost: 50n, name: 'One; two' },
		],
		ballots: [
			{
				weight: 1,
				choices: [
					{ project: 'a', points: 1 },
					{ project: 'b', points: 1 },
				],
			},
			{ weight: 1, choices: [] },
		],
		spoilt: 0,
	})
})

test.each<[string, (text: string) => string, string]>([
	['a byte order mark', (text) => `\uFEFF${text}`, 'a byte order mark'],
	['Windows line endings', (text) => text.replaceAll('\n', '\r\n'), 'Windows line endings'],
	['blank lines', (text) => text.replace('VOTES', '\nVOTES'), 'a blank line'],
	['spaces in a list', (text) => text.replace('a,b', 'a, b'), 'spaces in a list'],
	['a project named twice', (text) => text.replace('a,b', 'a,b,a'), 'a project named twice'],
	['an unknown project', (text) => text.replace('a,b', 'a,b,x'), 'a vote for "x", which is no project'],
	['counts that differ', (text) => text.replace('num_votes;2', 'num_votes;3'), 'num_votes of 3'],
	['a decimal comma', (text) => text.replace('a;60', 'a;60,00'), 'an amount with a comma, "60,00"'],
	[
		'spaces in an amount',
		(text) => text.replace('budget;100', 'budget;1 000').replace('a;60', 'a;60'),
		'an amount with spaces, "1 000"',
	],
	['a section with stray separators', (text) => text.replace('VOTES', 'votes;;'), '"votes;;" for a section'],
	['a key given twice', (text) => text.replace('budget;100', 'budget;100\nbudget;1'), 'a second "budget" in META'],
	['an open quotation mark', (text) => text.replace('Café', '"Café'), 'a quotation mark that is never closed'],
])('%s: read, and reported', (_what, change, found) => {
	const file = read(change(strict))
	expect(summarise(file.leniencies).map((leniency) => leniency.found)).toEqual([found])
	expect(file.election.ballots).toEqual(read(strict).election.ballots)
})

test.each<[string, (text: string) => string, string]>([
	['no votes section', (text) => text.split('VOTES')[0]!, 'There is no VOTES section'],
	['not beginning with META', (text) => `hello\n${text}`, 'The file does not begin with META'],
	['two projects with one id', (text) => text.replace('b;50', 'a;50'), 'Two projects are called "a"'],
	['a project without a cost', (text) => text.replace('a;60', 'a;'), 'Project "a" has no cost above 0: ""'],
	['a cost of nothing', (text) => text.replace('a;60', 'a;0'), 'Project "a" has no cost above 0: "0"'],
	['no budget', (text) => text.replace('budget;100\n', ''), 'The budget is not an amount: ""'],
	[
		'an unknown vote type',
		(text) => text.replace('approval', 'guess'),
		'META does not say a vote_type we know: "guess"',
	],
	['one voter twice', (text) => text.replace('v2;', 'v1;'), 'Two ballots have the voter id "v1"'],
])('%s: refused', (_what, change, says) => {
	expect(readPabulib(change(strict))).toMatchObject({ refused: 'unreadable', says })
})

test('one voter twice is refused with both lines, or counted if asked', () => {
	const twice = strict.replace('v2;', 'v1;')
	expect(readPabulib(twice)).toMatchObject({ lines: [14, 15] })
	expect(readPabulib(twice, { repeatedVoters: 'count' })).toMatchObject({ leniencies: [{ line: 15 }] })
})

test('a withdrawn project is left out of the count, not of the file', () => {
	const file = read(strict.replace('b;50', 'b;999999999'))
	expect(file.withdrawn).toEqual(['b'])
	expect(file.election.projects.map(({ id }) => id)).toEqual(['a'])
	expect(file.election.ballots[0]?.choices).toEqual([{ project: 'a', points: 1 }])
	expect(file.projects).toHaveLength(2)
})

test('amounts are kept in the smallest unit that any of them needs', () => {
	expect(read(strict.replace('a;60', 'a;60.50').replace('b;50', 'b;50.00')).election).toMatchObject({
		budget: 1000n,
		decimals: 1,
		projects: [{ cost: 605n }, { cost: 500n }],
	})
})

test('a first place is worth max_length points', () => {
	const ordinal = strict.replace('vote_type;approval', 'vote_type;ordinal\nmax_length;3')
	expect(read(ordinal).election.ballots[0]?.choices).toEqual([
		{ project: 'a', points: 3 },
		{ project: 'b', points: 2 },
	])
})

test('points that do not fit the projects spoil a ballot', () => {
	const points = strict
		.replace('vote_type;approval', 'vote_type;cumulative')
		.replace('voter_id;vote\n', 'voter_id;vote;points\n')
		.replace('v1;a,b', 'v1;a,b;3')
	expect(read(points).election).toMatchObject({ spoilt: 1, ballots: [{ choices: [] }] })
})

test('a quoted field may go on over lines', () => {
	expect(read(strict.replace('Café', '"Café\nwarm"')).projects[0]?.name).toBe('Café\nwarm')
})

const plain: PabulibExport = {
	description: 'd',
	country: 'United Kingdom',
	unit: 'u',
	instance: '2026',
	budget: '100',
	voteType: 'approval',
	rule: 'greedy',
	dateBegin: '2026',
	dateEnd: '2026',
	projects: [{ id: 'a', cost: '60', name: 'A' }],
	votes: [{ voter: 'v1', projects: ['a'] }],
}

test.each<[string, Partial<PabulibExport>]>([
	['an id with a comma', { projects: [{ id: 'a,b', cost: '1', name: '' }], votes: [] }],
	['two projects with one id', { projects: [...plain.projects, ...plain.projects] }],
	['a cost that is no amount', { projects: [{ id: 'a', cost: '£60', name: '' }] }],
	['a cost of nothing', { projects: [{ id: 'a', cost: '0.00', name: '' }] }],
	['a ballot naming what is not there', { votes: [{ voter: 'v1', projects: ['x'] }] }],
	['a ballot naming something twice', { votes: [{ voter: 'v1', projects: ['a', 'a'] }] }],
	['two ballots of one voter', { votes: [...plain.votes, ...plain.votes] }],
	['a cumulative file without its limit', { voteType: 'cumulative' }],
	['a key the format does not have', { more: { colour: 'red' } }],
])('%s is not written', (_what, change) => {
	expect(writePabulib({ ...plain, ...change })).toMatchObject({ refused: 'unwritable' })
})

test('a strict file, to the letter', () => {
	expect(writePabulib({ ...plain, description: 'a; "b"', comments: ['x'] })).toBe(
		'META\nkey;value\ndescription;"a; ""b"""\ncountry;United Kingdom\nunit;u\ninstance;2026\nnum_projects;1\nnum_votes;1\nbudget;100\n' +
			'vote_type;approval\nrule;greedy\ndate_begin;2026\ndate_end;2026\ncomment;#1: x\nPROJECTS\nproject_id;cost;votes;name\na;60;1;A\n' +
			'VOTES\nvoter_id;vote\nv1;a\n',
	)
})
