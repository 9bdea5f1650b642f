import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readBallotsJson } from '../../app/domain/decisions/ballot-files/ballots-json.ts'
import { readPabulib } from '../../app/domain/decisions/ballot-files/pabulib.ts'
import { type CountableBallots, countOpenBallots } from '../../app/domain/decisions/methods/count-open-ballots.ts'
import { recountFile } from '../../recount/cli.ts'

/** What the recounting program says of a file that is not quite right, or of words that change nothing: never nothing. */
const folder = mkdtempSync(join(tmpdir(), 'said-'))
afterAll(() => rmSync(folder, { recursive: true }))

function said(name: string, content: string | Uint8Array, ...args: string[]) {
	const file = join(folder, name)
	writeFileSync(file, content)
	let words = ''
	const code = recountFile([file, ...args], (more) => {
		words += more
	})
	return { code, words }
}

const pb = ({ meta = '', votes = '1' } = {}) =>
	`META\nkey;value\ndescription;Café\nnum_projects;1\nnum_votes;1\nbudget;5\nvote_type;approval\nrule;greedy\n${meta}PROJECTS\nproject_id;cost;votes;name\nA;3;${votes};Café\nVOTES\nvoter_id;vote\n1;A\n`

describe('words that change nothing', () => {
	test.each([
		[['--method', 'equal-shares', '--threshold', '2'], '--threshold changes nothing'],
		[['--method', 'equal-shares', '--completion', 'none', '--step', '2'], '--step changes nothing'],
		[['--method', 'equal-shares', '--completion', 'greedy', '--step', '2'], '--step changes nothing'],
		[['--method', 'approval', '--places', '2'], '--places changes nothing'],
	])('%j', (args, words) => {
		expect(said('votes.pb', pb(), ...args)).toMatchObject({ code: 0, words: expect.stringContaining(words) })
	})

	test.each([
		[['--method', 'equal-shares', '--comparison', '--threshold', '2']],
		[['--method', 'equal-shares', '--step', '2']],
		[['--method', 'greedy', '--threshold', '1']],
	])('and what does change something is not said to be idle: %j', (args) => {
		expect(said('votes.pb', pb(), ...args).words).not.toContain('changes nothing')
	})
})

test.each([
	['max_length', pb({ meta: 'max_length;abc\n' })],
	['min_points', pb({ meta: 'min_points;2,5\n' })],
	['votes', pb({ votes: '"7,5"' })],
])('%s that is no number is said by both programs, and passed over', (what, text) => {
	expect(said('votes.pb', text)).toMatchObject({
		code: 0,
		words: expect.stringMatching(`${what}.* is no .*passed over`),
	})
	const file = readPabulib(text)
	if ('refused' in file) throw new Error(file.says)
	expect(file.leniencies).toContainEqual(
		expect.objectContaining({ found: expect.stringContaining(what), readAs: 'nothing' }),
	)
})

test('a file in Latin-1 keeps its letters, and a note says how it was read', () => {
	const latin = Buffer.from(pb(), 'latin1')
	const { code, words } = said('votes.pb', latin, '--json')
	expect({ code, words }).toMatchObject({ code: 0, words: expect.stringContaining('read as Latin-1') })
	expect(said('votes.pb', pb()).words).not.toContain('Latin-1')
	const blt = Buffer.from('2 1\n3 1 2 0\n0\n"Zoë"\n"José"\n"Vote"\n', 'latin1')
	expect(said('votes.blt', blt).words).toContain('Winners, in order of winning: Zoë')
})

describe('a spreadsheet of another kind of ballot is refused, and not counted as something else', () => {
	const order = 'ballot,decision,numbers,A,B\n1,DEC-1 Panel vote,place,1,2\n2,DEC-1 Panel vote,place,1,\n'
	const ticks = order.replaceAll('place', 'amount').replace('1,2', '1,1')
	test.each([
		['an order by points', order, 'points'],
		['an order by score', order, 'score'],
		['ticks by instant run-off', ticks, 'irv'],
		['ticks by the Scottish count', ticks, 'scottish-stv'],
		['an order that does not say it is one', 'ballot,A,B\n1,1,2\n2,2,1\n', 'points'],
		['ticks that do not say so', 'ballot,A,B\n1,1,1\n2,1,\n', 'irv'],
	])('%s', (_what, text, method) => {
		expect(said('votes.csv', text, '--method', method)).toMatchObject({
			code: 2,
			words: expect.stringContaining('this method needs'),
		})
	})

	test('and what is of the right kind is counted', () => {
		expect(said('votes.csv', order, '--method', 'irv')).toMatchObject({ code: 0 })
		expect(said('votes.csv', ticks, '--method', 'approval')).toMatchObject({ code: 0 })
	})
})

test('where money is shared by orders of preference, --places says what a place is worth', () => {
	const file = {
		format: 'alongside-ballots/1',
		method: 'greedy',
		budget: '5',
		choices: ['A', 'B', 'C'].map((id) => ({ id, cost: '3' })),
		ballots: [{ ranks: [['A'], ['B'], ['C']] }, { ranks: [['B'], ['A'], ['C']] }, { ranks: [['B']] }],
	}
	const scores = (...args: string[]) => {
		const { words } = said('votes.json', JSON.stringify(file), '--json', ...args)
		return JSON.parse(words).rounds.map(
			({ project, score }: { project: string; score: number }) => `${project}${score}`,
		)
	}
	expect(scores('--places', '3')).toEqual(['B8', 'A5', 'C2'])
	expect(scores('--places', '2')).toEqual(['B5', 'A3'])
	expect(said('votes.json', JSON.stringify(file))).toMatchObject({
		code: 2,
		words: expect.stringContaining('no points'),
	})
	expect(said('votes.json', JSON.stringify(file), '--places', '0').code).toBe(2)
})

const json = (file: object) => JSON.stringify({ format: 'alongside-ballots/1', options: {}, tieOrder: [], ...file })

describe('a rule that cannot be what was meant is refused, and not counted as something else', () => {
	const votes = `ballot,choice\n1,for\n${Array.from({ length: 9 }, (_, at) => `${at + 2},against\n`).join('')}`
	const motion = (options: object) =>
		json({ method: 'motion', options, choices: [], ballots: [{ choice: 'for' }, { choice: 'against', count: 9 }] })
	const agree = (options: object, more = {}) =>
		json({ method: 'consent', options, choices: [], ballots: [{ choice: 'agree', count: 5 }], ...more })

	test.each([
		[
			'a share of those entitled, not knowing how many',
			'v.csv',
			votes,
			['--method', 'motion', '--share', '2/3', '--of', 'entitled'],
		],
		['the same of a file', 'v.json', motion({ share: '2/3', of: 'entitled' }), []],
		[
			'a quorum that is a share, not knowing of how many',
			'v.csv',
			votes,
			['--method', 'motion', '--quorum-share', '1/4', '--quorum', '0'],
		],
	])('%s', (_what, name, text, args) => {
		const { code, words } = said(name, text, ...args)
		expect({ code, words }).toMatchObject({ code: 2, words: expect.stringContaining('say it with --electors') })
	})

	test.each(['0/1', '3/2', '0/5', '1/0'])('a share of %s', (share) => {
		expect(said('v.csv', votes, '--method', 'motion', '--share', share)).toMatchObject({
			code: 2,
			words: expect.stringContaining(`not "${share}"`),
		})
		const args = ['--quorum-share', share, '--quorum', '0', '--electors', '10']
		expect(said('v.csv', votes, '--method', 'motion', ...args).code).toBe(2)
		const nobody = said('v.csv', 'ballot,choice\n', '--method', 'motion', '--share', share)
		expect(nobody.code).toBe(2)
	})

	test.each([
		['a motion', 'v.json', motion({ electors: 9 })],
		['consent', 'v.json', agree({ electors: 4 })],
		['consent, with papers nobody could read', 'v.json', agree({ electors: 8 }, { spoilt: 4 })],
		[
			'approval',
			'v.json',
			json({
				method: 'approval',
				options: { quorum: 1, electors: 4 },
				choices: [{ id: 'a' }],
				ballots: [{ points: { a: 1 }, count: 5 }],
			}),
		],
	])('more ballots than people who could vote: %s', (_what, name, text) => {
		expect(said(name, text)).toMatchObject({ code: 2, words: expect.stringContaining('people who could vote') })
	})

	test('as many as could vote is counted, and consent that is not told how many could vote says nothing of the silent', () => {
		expect(said('v.csv', votes, '--method', 'motion', '--electors', '10').code).toBe(0)
		expect(
			said('v.csv', votes, '--method', 'motion', '--share', '1/1', '--of', 'entitled', '--electors', '10').code,
		).toBe(0)
		const { code, words } = said('v.json', agree({ quorum: 2 }))
		expect(code).toBe(0)
		expect(words).not.toContain('silent":')
		expect(words).toContain('how many said nothing is not told')
		expect(said('v.json', agree({ 'silence-is-consent': true }))).toMatchObject({
			code: 2,
			words: expect.stringContaining('say it with --electors'),
		})
	})
})

test('a majority is not of those entitled, and --of is said to change nothing', () => {
	const { code, words } = said('v.csv', 'ballot,choice\n1,for\n', '--method', 'motion', '--of', 'entitled')
	expect({ code, words }).toMatchObject({ code: 0, words: expect.stringContaining('--of changes nothing') })
})

describe('what our own files are not strict about is said, or refused', () => {
	const approval = { method: 'approval', choices: [{ id: 'a' }, { id: 'b' }] }
	const ranked = { method: 'irv', choices: [{ id: 'a' }, { id: 'b' }] }
	test.each([
		['a name twice in an order', json({ ...ranked, ballots: [{ ranks: [['a'], ['b'], ['a']] }] }), '"a" named twice'],
		['a name twice at one place', json({ ...ranked, ballots: [{ ranks: [['a', 'a'], ['b']] }] }), '"a" named twice'],
		['a ballot with a word we do not know', json({ ...approval, ballots: [{ point: { a: 1 } }] }), 'ballot 1: "point"'],
		[
			'a choice with one',
			json({ ...approval, choices: [{ id: 'a', wihdrawn: true }], ballots: [{ points: { a: 1 } }] }),
			'choice 1: "wihdrawn"',
		],
		['the file with one', json({ ...approval, ballots: [{ points: { a: 1 } }], spoiled: 3 }), '"spoiled"'],
		[
			'a ballot that says points and an order',
			json({ ...approval, ballots: [{ points: { a: 1 }, ranks: [['b']] }] }),
			'ballot 1: both points and an order',
		],
	])('%s', (_what, text, words) => {
		expect(said('v.json', text)).toMatchObject({ code: 0, words: expect.stringContaining(words) })
	})

	test('a file we write has nothing to be said of', () => {
		const text = json({
			...ranked,
			title: 'T',
			dictionary: {},
			ballots: [{ count: 2, voice: 'v', ranks: [['a'], ['b']] }],
		})
		expect(said('v.json', text).words).not.toContain('What to know about the file')
	})

	test('the same number on two rows of a spreadsheet', () => {
		const { code, words } = said('v.csv', 'ballot,a,b\n7,1,\n7,1,\n,1,\n,,1\n8,,1\n', '--method', 'approval')
		expect({ code, words }).toMatchObject({ code: 0, words: expect.stringContaining('lines 2 and 3') })
		expect(words.match(/both counted/g)).toHaveLength(1)
	})

	test.each([
		['of the file', ',"spoilt":1,"spoilt":0', ''],
		['of a ballot', '', '"a":1,"a":0'],
		['written in two ways', '', '"a":1,"\\u0061":0'],
	])('a key that stands twice in one part is refused: %s', (_what, more, points) => {
		const text = `{"format":"alongside-ballots/1","method":"approval","choices":[{"id":"a"}],"ballots":[{"points":{${points}}}]${more}}`
		expect(said('v.json', text)).toMatchObject({ code: 2, words: expect.stringContaining('stands twice') })
		expect(readBallotsJson(text)).toMatchObject({ refused: 'unreadable' })
	})

	test.each(['greedy', 'greedy-no-skip', 'equal-shares'])(
		'a project without a cost is not bought for nothing: %s',
		(method) => {
			for (const b of [{ id: 'b' }, { id: 'b', cost: '0' }]) {
				const file = {
					method,
					budget: '10',
					choices: [{ id: 'a', cost: '10' }, b],
					ballots: [{ points: { a: 1, b: 1 } }],
				}
				expect(said('v.json', json(file))).toMatchObject({ code: 2, words: expect.stringContaining('what "b" costs') })
				const read = readBallotsJson(json(file))
				if ('refused' in read) throw new Error(read.says)
				expect(() => countOpenBallots(read as CountableBallots)).toThrow('b')
			}
		},
	)
})

test.each([
	[
		'below nothing, so that the sum seems allowed',
		'max_sum_points;10\n',
		'20,-10',
		['more than 10 points', 'fewer than 0'],
	],
	['below what META allows', 'min_points;2\n', '3,0', ['fewer than 2']],
	['below nothing where META allows it', 'min_points;-10\n', '3,-10', []],
	['nothing, which is no support', '', '3,0', []],
])('points of a Pabulib ballot %s', (_what, meta, points, found) => {
	const text = `META\nkey;value\nnum_projects;2\nnum_votes;1\nbudget;100\nvote_type;cumulative\nrule;greedy\n${meta}PROJECTS\nproject_id;cost\nA;50\nB;50\nVOTES\nvoter_id;vote;points\n1;A,B;${points}\n`
	const { code, words } = said('votes.pb', text)
	expect(code).toBe(0)
	for (const one of found) expect(words).toContain(one)
	const read = readPabulib(text)
	if ('refused' in read) throw new Error(read.says)
	expect(read.leniencies).toHaveLength(found.length)
	if (found.length === 0) expect(words).not.toContain('counted as it stands')
	expect(JSON.parse(said('votes.pb', text, '--json').words).winners).toEqual(['A'])
})

describe('a spreadsheet of a budget is counted with the money said beside it', () => {
	const sheet = 'ballot,decision,numbers,A,B%\n1,DEC-1 Panel vote,amount,1,1\n2,DEC-1 Panel vote,amount,,1\n'
	const count = (...args: string[]) => said('v.csv', sheet, '--method', 'greedy', '--json', ...args)
	test('greedy', () => {
		const { code, words } = count('--budget', '10.50', '--costs', 'A:4.5,B%25:6')
		expect(code).toBe(0)
		expect(JSON.parse(words)).toMatchObject({ winners: ['B%', 'A'], totalCost: '21/2' })
	})
	test.each([
		['no costs', ['--budget', '10'], 'what "A" costs'],
		['one cost', ['--budget', '10', '--costs', 'A:4'], 'what "B%" costs'],
		['a cost of what is no choice', ['--budget', '10', '--costs', 'A:4,B:5'], 'no choice'],
		['a cost twice', ['--budget', '10', '--costs', 'A:4,A:5,B%25:1'], 'twice'],
		['a cost that is none', ['--budget', '10', '--costs', 'A:4,B%25:x'], 'id:amount'],
		['a budget that is none', ['--budget', 'ten', '--costs', 'A:4,B%25:5'], 'amount'],
		['no budget', ['--costs', 'A:4,B%25:5'], 'the budget'],
	])('%s is refused', (_what, args, words) => {
		expect(count(...args)).toMatchObject({ code: 2, words: expect.stringContaining(words) })
	})
	test('a file that says its own money takes none from beside it', () => {
		for (const args of [
			['--budget', '9'],
			['--costs', 'A:1'],
		])
			expect(said('votes.pb', pb(), ...args)).toMatchObject({ code: 2, words: expect.stringContaining('itself') })
	})
	test('what shares no money has no use for it', () => {
		expect(said('v.csv', sheet, '--method', 'approval', '--budget', '10')).toMatchObject({
			code: 0,
			words: expect.stringContaining('--budget changes nothing'),
		})
	})
})
