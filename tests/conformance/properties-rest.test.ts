import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { readBallotsJson } from '../../app/domain/decisions/ballot-files/ballots-json.ts'
import { recountComment, recountOptions } from '../../app/domain/decisions/ballot-files/recount-comment.ts'
import { boardMotionResult } from '../../app/domain/decisions/methods/board-motion.ts'
import { consentResult } from '../../app/domain/decisions/methods/consent.ts'
import type { CountMethod } from '../../app/domain/decisions/methods/count.ts'
import { type CountableBallots, countOpenBallots } from '../../app/domain/decisions/methods/count-open-ballots.ts'
import type { MarkElection } from '../../app/domain/decisions/methods/marks.ts'
import { motionOutcome } from '../../app/domain/decisions/methods/motion.ts'
import { checkPoints } from '../../app/domain/decisions/methods/points-limits.ts'
import { quorumAnswer, quorumNeeded } from '../../app/domain/decisions/methods/quorum.ts'
import { countScore } from '../../app/domain/decisions/methods/score.ts'
import { checkLock, lockResult } from '../../app/domain/decisions/methods/voice-lock.ts'
import { recountFile } from '../../recount/cli.ts'
import { budgetFile, budgets, ranked, rankedFile } from './random-elections.ts'

const folder = mkdtempSync(join(tmpdir(), 'recount-'))
afterAll(() => rmSync(folder, { recursive: true }))

function recountOf(name: string, text: string, ...args: string[]) {
	writeFileSync(join(folder, name), text)
	let said = ''
	const code = recountFile([join(folder, name), ...args], (more) => {
		said += more
	})
	return { code, said }
}

describe('motions', () => {
	const level = { for: 3, against: 3, abstain: 1 }
	const vote = { tally: level, quorumMet: true, present: 8, entitled: 15 }

	test('4: all abstain: the quorum is met and nothing is carried', () => {
		expect(
			motionOutcome({ quorum: 3, threshold: 'majority' }, { tally: { for: 0, against: 0, abstain: 3 }, electors: 8 }),
		).toBe('not-agreed')
		const abstaining = { ...vote, tally: { for: 0, against: 0, abstain: 7 } }
		expect(
			boardMotionResult({ threshold: 'majority', castingVote: true }, { ...abstaining, casting: 'for' }).outcome,
		).toBe('not-agreed')
	})

	test.each([
		[{ numerator: 1, denominator: 4 }, 15, 4],
		[{ numerator: 1, denominator: 3 }, 10, 4],
		[{ numerator: 1, denominator: 3 }, 9, 3],
		[7, 100, 7],
	])('5: a quorum of %o of %i is %i', (least, entitled, needed) => {
		expect(quorumNeeded(least, entitled)).toBe(needed)
	})

	test('5: one short, exactly met, and a class of seat with nobody there', () => {
		const members = (...seats: string[]) => seats.map((seat) => ({ seat }))
		const rule = { least: 3, classes: [{ seat: 'nhs', least: 1 }] }
		expect(quorumAnswer(rule, 12, members('councillor', 'nhs')).met).toBe(false)
		expect(quorumAnswer(rule, 12, members('councillor', 'nhs', 'officer')).met).toBe(true)
		expect(quorumAnswer(rule, 12, members('councillor', 'councillor', 'officer'))).toMatchObject({
			met: false,
			missing: [{ seat: 'nhs', needed: 1, present: 0 }],
		})
	})

	test('6: level votes fail without a casting vote; with one, as the presider says', () => {
		const rule = { threshold: 'majority' as const, castingVote: true }
		expect(boardMotionResult({ ...rule, castingVote: false }, { ...vote, casting: 'for' })).toEqual({
			outcome: 'not-agreed',
			level: 'no-casting-vote',
		})
		expect(boardMotionResult(rule, vote)).toEqual({ outcome: 'not-agreed', level: 'no-casting-vote' })
		expect(boardMotionResult(rule, { ...vote, casting: 'for' })).toEqual({ outcome: 'agreed', level: 'casting-vote' })
		expect(boardMotionResult(rule, { ...vote, casting: 'against' })).toEqual({
			outcome: 'not-agreed',
			level: 'casting-vote',
		})
	})

	test('a share of those voting, present or entitled', () => {
		const share = { numerator: 1, denominator: 2 }
		const of = (of: 'voting' | 'present' | 'entitled') =>
			boardMotionResult({ threshold: { share, of }, castingVote: false }, vote).outcome
		expect([of('voting'), of('present'), of('entitled')]).toEqual(['agreed', 'not-agreed', 'not-agreed'])
	})

	test('7: a member with an interest is out of the quorum, unless the rules count them', () => {
		const present = [{ seat: 'nhs', interested: true }, { seat: 'councillor' }, { seat: 'officer' }]
		expect(quorumAnswer({ least: 3 }, 12, present)).toMatchObject({ met: false, present: 2 })
		expect(quorumAnswer({ least: 3, countsInterested: true }, 12, present).met).toBe(true)
	})

	test('33: a lock: one voice against fails it whatever the total; one without a quorum is no decision; an empty one is refused', () => {
		const voice = (name: string, forIt: number, against: number) => ({
			voice: name,
			electors: 10,
			quorum: 2,
			tally: { for: forIt, against, abstain: 0 },
		})
		expect(lockResult([voice('citizens', 100, 0), voice('providers', 2, 3)]).outcome).toBe('not-agreed')
		expect(lockResult([voice('citizens', 100, 0), voice('providers', 1, 0)]).outcome).toBe('no-quorum')
		expect(lockResult([voice('citizens', 3, 2), voice('providers', 2, 0)]).outcome).toBe('agreed')
		expect(lockResult([voice('citizens', 2, 2), voice('providers', 2, 0)]).outcome).toBe('not-agreed')
		expect(
			checkLock([
				{ voice: 'citizens', electors: 3 },
				{ voice: 'providers', electors: 0 },
			]),
		).toEqual({ refused: 'voice-without-electors', voice: 'providers' })
		expect(checkLock([{ voice: 'citizens', electors: 3 }])).toBeNull()
	})

	test('40: one objection blocks, concerns never do, and silence is not consent', () => {
		const answers = (...given: ('agree' | 'concern' | 'object')[]) => given.map((answer) => ({ answer }))
		const rule = { quorum: 2, silenceIsConsent: false }
		expect(consentResult(rule, 9, answers('agree', 'agree', 'object')).outcome).toBe('not-agreed')
		expect(consentResult(rule, 9, answers('concern', 'concern')).outcome).toBe('agreed')
		expect(consentResult(rule, 9, answers('agree')).outcome).toBe('no-quorum')
		expect(consentResult(rule, 9, []).outcome).toBe('nobody-voted')
		expect(consentResult({ ...rule, silenceIsConsent: true }, 9, []).outcome).toBe('agreed')
	})
})

describe('marks', () => {
	test('32: raising a score never lowers that total', () => {
		const marks = fc.array(fc.tuple(fc.constantFrom<string>('a', 'b'), fc.integer({ min: 0, max: 4 })), {
			minLength: 1,
			maxLength: 8,
		})
		fc.assert(
			fc.property(marks, fc.nat(), (given, at) => {
				const count = (of: typeof given) => {
					const election: MarkElection = {
						choices: ['a', 'b'],
						seats: 1,
						ballots: of.map((mark) => ({ weight: 1, marks: [mark] })),
					}
					return countScore(election, { missing: 'zero' }).rounds[0] as unknown as { sum: Record<string, number> }
				}
				const raised = given.map(([choice, mark], place): [string, number] => [
					choice,
					place === at % given.length ? mark + 1 : mark,
				])
				const choice = given[at % given.length]![0]
				expect(count(raised).sum[choice]).toBeGreaterThan(count(given).sum[choice]!)
			}),
		)
	})

	test.each([
		[
			[
				['a', 3],
				['b', 3],
			],
			{ refused: 'over-budget', by: 1 },
		],
		[[['a', -1]], { refused: 'below-zero', choice: 'a', by: 1 }],
		[[['a', 0.5]], { refused: 'not-whole', choice: 'a' }],
		[[['a', 5]], { refused: 'over-cap', choice: 'a', by: 1 }],
		[[['x', 1]], { refused: 'unknown-choice', choice: 'x' }],
		[
			[
				['a', 1],
				['a', 1],
			],
			{ refused: 'named-twice', choice: 'a' },
		],
		[[['a', 1]], null],
		[[], null],
	] as [[string, number][], unknown][])('34: points %o', (marks, answer) => {
		expect(checkPoints(marks, ['a', 'b'], { budget: 5, cap: 4 })).toEqual(answer)
	})
})

describe('files and recounts', () => {
	test('11: two ballots of one voter: refused, both lines shown', () => {
		const file =
			'META\nkey;value\nbudget;5\nvote_type;approval\nrule;greedy\nnum_projects;1\nnum_votes;2\nPROJECTS\nproject_id;cost\na;1\nVOTES\nvoter_id;vote\nv1;a\nv1;a\n'
		expect(recountOf('twice.pb', file)).toMatchObject({ code: 2, said: expect.stringContaining('lines 13 and 14') })
		expect(recountOf('twice.pb', file, '--repeated-voters').code).toBe(0)
	})

	test('26: a cost of 0 or less is refused', () => {
		const file = (cost: string) =>
			`META\nkey;value\nbudget;5\nvote_type;approval\nrule;greedy\nPROJECTS\nproject_id;cost\na;${cost}\nVOTES\nvoter_id;vote\nv1;a\n`
		for (const cost of ['0', '0.00', '-1', '', 'x']) expect(recountOf('cost.pb', file(cost)).code).toBe(2)
		expect(recountOf('cost.pb', file('0.01')).code).toBe(0)
	})

	test('36: a recount of the published ballots says the same as the published result, for every method', () => {
		const budgetMethods: CountMethod[] = ['greedy', 'greedy-no-skip', 'equal-shares', 'approval', 'score', 'points']
		const files = fc.oneof(
			fc.tuple(budgets(), fc.constantFrom(...budgetMethods)).map(([given, method]) => budgetFile(given, method)),
			fc
				.tuple(ranked(), fc.constantFrom<CountMethod>('scottish-stv', 'irv', 'schulze'))
				.map(([given, method]) => rankedFile(given, method)),
		)
		fc.assert(
			fc.property(files, (text) => {
				const open = readBallotsJson(text)
				if ('refused' in open) throw new Error(open.says)
				const published = countOpenBallots(open as CountableBallots)
				expect(published).toMatchObject({
					engine: expect.stringMatching(/^[a-z-]+\/\d+$/),
					ballotsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
				})
				const result = join(folder, 'result.json')
				writeFileSync(result, JSON.stringify(published))
				expect(recountOf('ballots.json', text, '--against', result)).toMatchObject({
					code: 0,
					said: expect.stringMatching(/^The same/),
				})
			}),
			{ numRuns: 300 },
		)
	})

	test('36: a result that was changed is found out', () => {
		const given = {
			candidates: ['A', 'B'],
			seats: 1,
			ballots: [
				{ weight: 2, ranks: [['A']] },
				{ weight: 1, ranks: [['B']] },
			],
		}
		const open = readBallotsJson(rankedFile(given, 'irv'))
		if ('refused' in open) throw new Error(open.says)
		const result = join(folder, 'changed.json')
		writeFileSync(result, JSON.stringify({ ...countOpenBallots(open as CountableBallots), winners: ['B'] }))
		const { code, said } = recountOf('ballots.json', rankedFile(given, 'irv'), '--against', result)
		expect(code).toBe(1)
		expect(said).toContain('winners.0: published "B", counted "A"')
	})

	test('the options in a comment come back, whatever the ids', () => {
		const comment = recountComment({ method: 'equal-shares', comparison: true, bar: false, step: '0.01' }, [
			'a b',
			'c,d',
			'#2',
		])
		expect(recountOptions(`#1: ${comment} #2: more`)).toEqual([
			'--method',
			'equal-shares',
			'--comparison',
			'--step',
			'0.01',
			'--tie-order',
			'a%20b,c%2Cd,%232',
		])
		expect(recountOptions('nothing of ours')).toEqual([])
	})

	test('a file says how it is counted: a comment of ours beats the rule name', () => {
		const comment = recountComment({ method: 'greedy-no-skip' })
		const file = `META\nkey;value\nbudget;5\nvote_type;approval\nrule;equalshares/add1\nnum_projects;2\nnum_votes;1\ncomment;#1: ${comment}\nPROJECTS\nproject_id;cost\na;6\nb;1\nVOTES\nvoter_id;vote\nv1;a,b\n`
		expect(recountOf('ours.pb', file).said).toContain('Counted by: greedy-no-skip')
		expect(recountOf('ours.pb', file, '--method', 'greedy').said).toContain('Winners, in order of winning: b')
	})
})

test('39: no clock, chance, locale or float in the counting code', () => {
	const roots = ['app/domain/decisions/methods', 'app/domain/decisions/ballot-files', 'recount']
	const forbidden =
		/\bDate\b|Math\.(random|floor|ceil|round|trunc|sqrt|pow|log)|localeCompare|Intl\b|parseFloat|toFixed|performance\.|\d\.\d|setTimeout/
	const found = roots.flatMap((root) =>
		readdirSync(root)
			.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
			.flatMap((file) =>
				readFileSync(join(root, file), 'utf8')
					.split('\n')
					.map((line) => line.replace(/\/\/.*$|^\s*(\/\*\*|\*).*$/, ''))
					.flatMap((line) => (forbidden.test(line) ? [`${file}: ${line.trim()}`] : [])),
			),
	)
	expect(found).toEqual([])
})

test('the recounting program uses nothing of ours', () => {
	const imports = readdirSync('recount')
		.filter((file) => file.endsWith('.ts'))
		.flatMap((file) =>
			[...readFileSync(join('recount', file), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from!),
		)
	expect(imports.filter((from) => !from.startsWith('./') && !from.startsWith('node:'))).toEqual([])
})

test.each([
	[[], 'name one file'],
	[['nothing-here.pb'], 'there is no file nothing-here.pb'],
	[['tests/conformance/files/syn_ten_tenths.pb', '--method', 'guess'], '--method is one of'],
	[['tests/conformance/files/syn_ten_tenths.pb', '--colour', 'red'], 'there is no option --colour'],
	[['tests/conformance/files/syn_ten_tenths.pb', '--tie-order', 'x'], '--tie-order names "x"'],
	[['tests/conformance/files/syn_ten_tenths.pb', '--against', 'package.json'], 'is not a result'],
	[['tests/conformance/files/syn_withdrawn_and_blank.blt', '--method', 'greedy'], 'needs a file that says the budget'],
	[['tests/conformance/files/syn_withdrawn_and_blank.blt', '--seats', '0'], '--seats must be at least 1'],
	[['tests/conformance/files/syn_withdrawn_and_blank.blt', '--method', 'score'], 'say no points, and score needs that'],
	[['tests/conformance/files/syn_withdrawn_and_blank.blt', '--method', 'motion'], 'say no for or against'],
	[['tests/conformance/files/syn_ten_tenths.pb', '--method', 'irv', '--seats', '1'], 'say no order of preference'],
	[['tests/conformance/files/syn_ten_tenths.pb', '--comparison=no'], '--comparison takes no value'],
	[['tests/conformance/files/syn_ten_tenths.pb', '--method', 'greedy', '--method=irv'], '--method is given twice'],
	[['tests/conformance/files'], 'is a folder'],
	[['docs/alongside.png'], 'is not text in UTF-8'],
])('recount %j says what is wrong and ends with 2', (args, words) => {
	let said = ''
	expect(recountFile(args, (text) => (said += text))).toBe(2)
	expect(said).toContain(words)
})

test.each([
	[
		'syn_withdrawn_and_blank.blt',
		['--method', 'irv', '--seats', '3'],
		'--seats changes nothing: irv has no use for it',
	],
	['syn_ten_tenths.pb', ['--method', 'greedy', '--utility', 'cost'], '--utility changes nothing: greedy has no use'],
	['syn_withdrawn_and_blank.blt', ['--method', 'approval'], 'whoever is named on one, at any place, is approved'],
])('recount %s %j counts, and says what to know', (file, args, words) => {
	let said = ''
	expect(recountFile([join('tests/conformance/files', file), ...args], (text) => (said += text))).toBe(0)
	expect(said).toContain(words)
})

test.each([
	['syn_ten_tenths.pb', 'equal-shares'],
	['syn_quoting_and_blank_ballot.pb', 'greedy'],
	['syn_withdrawn_and_blank.blt', 'irv'],
	['syn_exclusion_tie_earlier_stage.blt', 'scottish-stv'],
])('without --method %s is counted by what it names, %s', (file, method) => {
	let said = ''
	expect(recountFile([join('tests/conformance/files', file), '--json'], (text) => (said += text))).toBe(0)
	expect(JSON.parse(said)).toMatchObject({
		method,
		winners: expect.any(Array),
		rounds: expect.any(Array),
		ties: expect.any(Array),
		ballots: { counted: expect.any(Number), blank: expect.any(Number), spoilt: expect.any(Number) },
	})
})
