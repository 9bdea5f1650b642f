import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readPabulib } from '../../app/domain/decisions/ballot-files/pabulib.ts'
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
	expect(scores('--places', '2')).toEqual(['B5', 'A3', 'C0'])
	expect(said('votes.json', JSON.stringify(file))).toMatchObject({
		code: 2,
		words: expect.stringContaining('no points'),
	})
	expect(said('votes.json', JSON.stringify(file), '--places', '0').code).toBe(2)
})
