import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Answer, Decision, Result } from '../../app/domain/decisions/decision.ts'
import { countOpenBallots } from '../../app/domain/decisions/methods/count-open-ballots.ts'
import { type FileName, writeFile } from '../../app/domain/decisions/published-files.ts'
import { ballotsToCount, resultOf } from '../../app/domain/decisions/result.ts'
import { recountFile } from '../../recount/cli.ts'
import { ballotsOf, choosing, electors, options, someMotion } from '../given-question.ts'

/** A published result in which something beside the count was changed: which of the files of ballots shows it. */
const folder = mkdtempSync(join(tmpdir(), 'forged-'))
afterAll(() => rmSync(folder, { recursive: true }))

const setting = {
	kind: 'Panel vote',
	means: 'This panel’s own rules say what it binds.',
	version: 'f'.repeat(64),
	place: 'Harbourside',
	began: '01.06.2026',
	ended: '14.06.2026',
	says: 'Said.',
	voices: [],
}
const question = 'Which of "these";\nwith é?'
const named = options.map((option) =>
	option.id === 'B' ? { ...option, name: 'Night "sitting"; twice\na week' } : option,
)
const withdrawn = [{ option: 'C', at: '2026-06-02T10:00:00.000Z', reason: 'The hall is gone.' }]

const budget: Decision = { ...choosing('greedy', { budget: 9_000_00, quorum: 2 }), question, options: named, withdrawn }
const ranked: Decision = { ...choosing('irv', { quorum: 2 }), question, options: named }
const ticked: Decision = { ...choosing('approval', { quorum: 2, seats: 1 }), question, options: named }
const motion: Decision = { ...someMotion, question }

const marks: Answer[] = [{ marks: { A: 1, B: 1 } }, { marks: { A: 1 } }, { marks: { B: 1, C: 1 } }]
const ranks: Answer[] = [{ ranks: [['A'], ['B']] }, { ranks: [['A']] }, { ranks: [['C']] }]
const choices: Answer[] = [{ choice: 'for' }, { choice: 'for' }, { choice: 'against' }]

function files(decision: Decision, answers: Answer[], name: FileName) {
	const ballots = ballotsOf(...answers)
	const file = ballotsToCount(decision, ballots)
	const result = resultOf({ decision, ballots, electors, count: file && countOpenBallots(file) })
	const closed = { ...decision, state: 'closed', result } as Decision & { result: Result }
	const write = (which: FileName) => writeFile(which, closed, ballots, setting)!
	return { ofBallots: write(name), published: JSON.parse(write('result.json')) as Published }
}

type Published = { decision: Record<string, unknown>; choices: Record<string, unknown>[]; [more: string]: unknown }

function against(name: FileName, ofBallots: string, published: object, words: string[] = []) {
	writeFileSync(join(folder, name), ofBallots)
	writeFileSync(join(folder, 'RESULT.json'), JSON.stringify(published))
	let said = ''
	const code = recountFile([join(folder, name), ...words, '--against', join(folder, 'RESULT.json')], (more) => {
		said += more
	})
	return { code, said }
}

const csvWords = ['--method', 'approval', '--seats', '1', '--quorum', '2', '--tie-order', 'A,B,C']

type Forge = (published: Published) => object
const about =
	(change: object): Forge =>
	(published) => ({ ...published, decision: { ...published.decision, ...change } })
const choice =
	(change: object): Forge =>
	(published) => ({
		...published,
		choices: published.choices.map((one, at) => (at === 0 ? { ...one, ...change } : one)),
	})
const whole =
	(change: object): Forge =>
	(published) => ({ ...published, ...change })

const title: Forge = whole({ title: 'Do we stop?' })
const reference: Forge = about({ reference: 'DEC-2026-002' })
const kind: Forge = about({ kind: 'Show of views' })
const seal: Forge = about({ seal: 'forged' })
const version: Forge = about({ version: 'e'.repeat(64) })
const name: Forge = choice({ name: 'Weekends' })
const cost: Forge = choice({ cost: '5999' })
const id: Forge = choice({ id: 'Z' })
const money: Forge = whole({ budget: '8999' })
const winners: Forge = (published) => ({ ...published, winners: [...(published.winners as string[]), 'C'] })
const order: Forge = whole({ tieOrder: ['B', 'A', 'C'] })
const seed: Forge = whole({ tieSeed: 'seed1' })
const quorum: Forge = whole({ quorum: 1 })
const gone: Forge = choice({ withdrawn: true })
/** C, which was withdrawn in the budget. */
const last =
	(change: object): Forge =>
	(published) => ({
		...published,
		choices: [...published.choices.slice(0, -1), { ...published.choices.at(-1), ...change }],
	})
const back: Forge = last({ withdrawn: undefined })
const one: Forge = (published) => ({ ...published, choices: published.choices.slice(0, 2) })

type Row = [what: string, forge: Forge, found: string]

describe.each<[FileName, Decision, Answer[], string[], Row[], Row[]]>([
	[
		'ballots.json',
		budget,
		marks,
		[],
		[
			['title', title, 'title: published "Do we stop?"'],
			['reference', reference, 'decision.reference'],
			['kind', kind, 'decision.kind'],
			['seal', seal, 'decision.seal: published "forged", the ballots\' file says "s"'],
			['words', version, 'decision.version'],
			['name', name, 'choices.0.name: published "Weekends", the ballots\' file says "Weekend breaks"'],
			['cost', cost, 'choices.0.cost: published "5999"'],
			['a choice gone', one, 'choices.2'],
			['budget', money, 'budget: published "8999"'],
			['winners', winners, 'winners'],
			['lot', order, 'tieOrder.0'],
			['seed', seed, 'tieOrder, drawn from the published tieSeed'],
			['quorum', quorum, 'quorum: published 1'],
			['a withdrawal', whole({ withdrawals: [{ ...withdrawn[0], reason: 'x' }] }), 'withdrawals.0'],
		],
		[],
	],
	[
		'ballots.pb',
		budget,
		marks,
		[],
		[
			['title', title, 'title: published "Panel vote DEC-2026-001: Do we stop?"'],
			['reference', reference, 'title: published "Panel vote DEC-2026-002'],
			['kind', kind, 'title: published "Show of views'],
			['name', name, 'choices.0.name'],
			['cost', cost, 'choices.0.cost'],
			['id', id, 'choices.0.id'],
			['budget', money, 'budget: published "8999"'],
			['a choice marked withdrawn', gone, "choices.0.withdrawn: published true, the ballots' file says false"],
			['a withdrawn choice not marked', back, "choices.2.withdrawn: published false, the ballots' file says true"],
			['winners', winners, 'selected'],
			['lot', order, 'tieOrder.0'],
			['seed', seed, 'drawn from'],
			['quorum', quorum, 'quorum: published 1'],
		],
		[
			['seal', seal, 'decision.seal'],
			['words', version, 'decision.version'],
			['what was withdrawn would have cost', last({ cost: '1' }), 'choices.2.cost'],
		],
	],
	[
		'ballots.blt',
		ranked,
		ranks,
		[],
		[
			['title', title, 'title: published "Panel vote DEC-2026-001: Do we stop?"'],
			['kind', kind, 'title: published "Show of views'],
			['name', name, 'choices.0.name'],
			['id', id, 'choices.0.id'],
			['a choice marked withdrawn', gone, 'choices.0.withdrawn'],
			['lot', order, 'tieOrder.0'],
			['seed', seed, 'drawn from'],
			['quorum', quorum, 'quorum: published 1'],
		],
		[
			['seal', seal, 'decision.seal'],
			['cost', cost, 'choices.cost'],
		],
	],
	[
		'ballots.csv',
		ticked,
		marks.slice(0, 2),
		csvWords,
		[
			['reference', reference, 'decision: published "DEC-2026-002 Panel vote", a row of the ballots\' file says'],
			['kind', kind, 'decision: published "DEC-2026-001 Show of views"'],
			['id', id, 'choices.0.id'],
			['a choice marked withdrawn', gone, 'choices.0.withdrawn'],
			['lot', order, 'tieOrder.0'],
			['seed', seed, 'drawn from'],
			['quorum', quorum, 'quorum: published 1'],
		],
		[
			['title', title, 'title'],
			['name', name, 'choices.name'],
			['seal', seal, 'decision.seal'],
		],
	],
	[
		'ballots.json',
		motion,
		choices,
		[],
		[
			['title', title, 'title'],
			['seal', seal, 'decision.seal'],
			['a rule', whole({ options: { share: '2/3' } }), 'options.share'],
			['electors', whole({ electors: 40 }), 'electors'],
		],
		[],
	],
])('%s', (file, decision, answers, words, found, notSaid) => {
	const { ofBallots, published } = files(decision, answers, file)

	test('what was not changed is the same, and the seal is said not to be made again', () => {
		const { code, said } = against(file, ofBallots, published, words)
		expect({ code, said }).toMatchObject({ code: 0, said: expect.stringMatching(/^The same/) })
		expect(said).toContain('the seal cannot be made again from published files')
		expect(said).not.toContain('does not say its')
	})

	test.each(found)('%s: found', (_what, forge, line) => {
		const { code, said } = against(file, ofBallots, forge(published), words)
		expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining(line) })
	})

	for (const [what, forge, part] of notSaid)
		test(`${what}: the file does not say it, so it is named as not compared`, () => {
			const { code, said } = against(file, ofBallots, forge(published), words)
			expect({ code, said }).toMatchObject({ code: 0 })
			expect(said).toMatch(new RegExp(`not compared, since ballots do not say it:.*${part}`))
		})
})

test('what the ballots’ file says and the result leaves out is named', () => {
	const { ofBallots, published } = files(budget, marks, 'ballots.json')
	const { title: _title, decision: _decision, ...rest } = published
	expect(against('ballots.json', ofBallots, rest).said).toContain(
		'the published result does not say its title, decision',
	)
	const pb = files(budget, marks, 'ballots.pb')
	expect(against('ballots.pb', pb.ofBallots, rest).said).toContain('does not say its title and decision')
})

test.each([
	['tieSeed', 'ballots.pb', budget, marks],
	['choices', 'ballots.pb', budget, marks],
	['budget', 'ballots.pb', budget, marks],
	['tieSeed', 'ballots.blt', ranked, ranks],
	['choices', 'ballots.blt', ranked, ranks],
	['budget', 'ballots.json', budget, marks],
	['tieSeed', 'ballots.json', budget, marks],
] as const)('a result without its %s, which %s tells, is named', (part, file, decision, answers) => {
	const { ofBallots, published } = files(decision, [...answers], file)
	const { code, said } = against(file, ofBallots, { ...published, [part]: undefined })
	expect({ code, said }).toMatchObject({ code: 0, said: expect.stringMatching(`does not say its .*${part}`) })
})

test('the budget of a Pabulib file that shares no money is nothing a result leaves out', () => {
	const { ofBallots, published } = files(ticked, marks.slice(0, 2), 'ballots.pb')
	expect(against('ballots.pb', ofBallots, published)).toMatchObject({
		code: 0,
		said: expect.not.stringContaining('does not say'),
	})
})

/** A column of PROJECTS, by its place, taken out. */
function withoutName(pabulib: string) {
	const [before, rest] = pabulib.split('PROJECTS\n') as [string, string]
	const [projects, votes] = rest.split('VOTES\n') as [string, string]
	const at = projects.split('\n')[0]!.split(';').indexOf('name')
	expect(at).toBeGreaterThan(0)
	const rows = projects.replace(/"[^"]*(""[^"]*)*"/g, 'x').split('\n')
	const cut = rows.map((row) =>
		row
			.split(';')
			.filter((_, place) => place !== at)
			.join(';'),
	)
	return `${before}PROJECTS\n${cut.join('\n')}VOTES\n${votes}`
}

test.each<[string, FileName, Decision, Answer[], (text: string) => string, string]>([
	['a description', 'ballots.pb', budget, marks, (text) => text.replace(/^description;.*\n/m, ''), 'title'],
	[
		'an empty description',
		'ballots.pb',
		budget,
		marks,
		(text) => text.replace(/^description;.*$/m, 'description;'),
		'title',
	],
	['names', 'ballots.pb', budget, marks, withoutName, 'choices.name'],
	['a title', 'ballots.blt', ranked, ranks, (text) => text.replace(/\n[^\n]*\n$/, '\n'), 'title'],
])(
	'a file without %s (%s) differs in nothing, and it is named as not compared',
	(_what, file, decision, answers, without, part) => {
		const { ofBallots, published } = files(decision, answers, file)
		const cut = without(ofBallots)
		expect(cut).not.toBe(ofBallots)
		const { code, said } = against(file, cut, published)
		expect({ code, said }).toMatchObject({ code: 0 })
		expect(said).toMatch(new RegExp(`not compared, since ballots do not say it:.*${part}`))
	},
)

test('an amount is one amount however it is written', () => {
	const { ofBallots, published } = files(budget, marks, 'ballots.pb')
	const written = ofBallots.replace('budget;9000', 'budget;9000.00').replace('A;6000;', 'A;6000,0;')
	expect(against('ballots.pb', written, published)).toMatchObject({ code: 0 })
})

test.each<[string, Decision, Answer[], (published: Published) => object, string]>([
	['an outcome alone, of a budget', budget, marks, () => ({ outcome: 'agreed' }), 'method and winners'],
	['winners alone', budget, marks, ({ winners }) => ({ winners }), 'method'],
	['no winners', budget, marks, (published) => ({ ...published, winners: undefined }), 'winners'],
	['an outcome alone, of a motion', motion, choices, () => ({ outcome: 'agreed' }), 'method'],
	['no outcome', motion, choices, ({ method }) => ({ method, winners: [] }), 'outcome'],
])('%s is no result that can be the same', (_what, decision, answers, cut, missing) => {
	const { ofBallots, published } = files(decision, answers, 'ballots.json')
	const { code, said } = against('ballots.json', ofBallots, cut(published))
	expect({ code, said }).toMatchObject({ code: 2, said: expect.stringContaining(`does not say its ${missing}, so`) })
	expect(said).toContain('Take the whole result')
	expect(said).not.toContain('The same')
})

test('a file of ballots forged in the same places is found as well', () => {
	const { ofBallots, published } = files(budget, marks, 'ballots.pb')
	for (const [from, to] of [
		['A;6000;2;Weekend breaks;0', 'A;6000;2;Weekend breaks;1'],
		['Weekend breaks', 'Weekends'],
		['budget;9000', 'budget;9001'],
	] as const) {
		expect(ofBallots).toContain(from)
		expect(against('ballots.pb', ofBallots.replace(from, to), published).code, to).toBe(1)
	}
})
