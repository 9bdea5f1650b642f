import { expect, test } from 'vitest'
import { refuseRules, rulesProblems, shortlistProblems } from '../../domain/decisions/askable.ts'
import type { DecisionPart } from '../../domain/decisions/decision.ts'
import { readForm } from '../../http/forms.ts'
import { setUpFields } from './components/set-up-fields.ts'
import { optionId, rowPlace, rowsShown, withMoreRows } from './option-rows.ts'
import { openRefusalAt } from './refusals.ts'
import { type ReadSoFar, readStart, setUpSchema, setUpSchemaWith, typedTexts } from './set-up-form.ts'
import { wantNames, wants } from './wants.ts'

const id = '0123456789abcdef'
const citizens = 'citizens00000000'
const answers = {
	id,
	want: 'agree',
	kind: 'panel-vote',
	group: id,
	question: 'Agree?',
	secrecy: 'secret',
	'closes.day': '14',
	'closes.month': '6',
	'closes.year': '2027',
	time: '5pm',
	threshold: 'two-thirds',
	quorum: '6',
}
const projects = {
	want: 'fund',
	budget: '£20,000',
	'options.1.name': 'A van',
	'options.1.cost': '5,000.50',
	'options.3.name': ' A kitchen ',
	'options.3.about': 'Low worktops',
	'options.3.cost': '6500',
}
const threeNames = { 'options.1.name': 'Amina', 'options.2.name': 'Joe', 'options.3.name': 'Wei' }

/** Read the way the page reads it: from a posted form. */
async function read(change: Record<string, string | string[] | undefined>, schema = setUpSchema) {
	const posted = new FormData()
	for (const [name, values] of Object.entries({ ...answers, ...change }))
		for (const value of [values ?? []].flat()) posted.append(name, value)
	const request = new Request('http://here.test/', { method: 'POST', body: posted })
	return await readForm(request, schema)
}

test('answers become a question, with its closing moment by the clock in London', async () => {
	expect((await read({})).value).toEqual({
		id,
		want: 'agree',
		groupId: id,
		kind: 'panel-vote',
		question: 'Agree?',
		closesAt: new Date('2027-06-14T16:00:00Z'),
		twice: false,
		clock: { hour: 17, minute: 0 },
		closesSure: false,
		method: 'motion',
		options: [],
		shortlist: null,
		rows: [],
		rules: { secrecy: 'secret', quorum: 6, threshold: { numerator: 2, denominator: 3 }, showsStanding: false },
	})
})

test('rows become options with letters in their order; empty rows are passed over', async () => {
	const { value } = await read(projects)
	expect(value).toMatchObject({
		method: 'equal-shares',
		options: [
			{ id: 'A', name: 'A van', cost: 500_050 },
			{ id: 'B', name: 'A kitchen', about: 'Low worktops', cost: 650_000 },
		],
		rows: [1, 3],
	})
	expect(value?.rules).toEqual({
		secrecy: 'secret',
		quorum: 6,
		showsStanding: false,
		budget: 2_000_000,
		completion: 'add1',
		utility: 'cost',
	})
	expect(typedTexts(value!)).toMatchObject({ 'options.3.name': 'A kitchen', 'options.3.about': 'Low worktops' })
	expect([0, 25, 26, 51, 52, 199].map(optionId)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'GR'])
})

test('what is left off the list goes with its reason and the rule, and has no letter', async () => {
	const change = {
		...projects,
		'options.2.name': 'A minibus',
		'options.2.cost': '30000',
		'options.2.leftOut': 'It costs more than the pot.',
		'options.4.name': 'A choir',
		'options.4.leftOut': 'Nobody could be found to run it.',
		shortlistRule: 'Costs no more than the pot, and somebody runs it.',
	}
	const { value } = await read(change)
	expect(value).toMatchObject({ options: [{ id: 'A' }, { id: 'B', name: 'A kitchen' }], rows: [1, 3] })
	expect(value?.shortlist).toEqual({
		rule: 'Costs no more than the pot, and somebody runs it.',
		leftOut: [
			{ name: 'A minibus', reason: 'It costs more than the pot.', cost: 3_000_000 },
			{ name: 'A choir', reason: 'Nobody could be found to run it.' },
		],
	})
	expect((await read({ ...change, shortlistRule: ' ' })).form.errors).toEqual({
		shortlistRule: ['Enter the rule by which something is on the list or not: you left something off it'],
	})
	expect((await read({ ...change, 'options.4.name': '' })).form.errors).toEqual({
		'options.4.name': ['Enter a name, or empty the whole row'],
	})
	const allOut = { ...change, 'options.1.leftOut': 'No.', 'options.3.leftOut': 'No.' }
	expect((await read(allOut)).form.errors).toEqual({
		'options.1.name': ['Enter at least one project and what it costs'],
	})
	const ruleAlone = { ...projects, shortlistRule: 'Everything that was sent in by May.' }
	expect((await read(ruleAlone)).value?.shortlist).toEqual({
		rule: 'Everything that was sent in by May.',
		leftOut: [],
	})
})

test.each<[string, Record<string, string>, object]>([
	['a motion of everybody entitled', { of: 'entitled' }, { of: 'entitled' }],
	['a motion no voice is asked in by itself', { [`lockQuorum.${citizens}`]: '1' }, {}],
	[
		'a motion with a voice locked',
		{ lock: citizens, [`lockQuorum.${citizens}`]: '3' },
		{ voiceLock: [{ voiceId: citizens, quorum: 3 }] },
	],
	['consent', { want: 'live-with' }, { silenceIsConsent: false }],
	['silence that agrees', { want: 'live-with', silence: 'agrees' }, { silenceIsConsent: true }],
	['one winner', { want: 'one', ...threeNames }, { seats: 1 }],
	['several', { want: 'several', ...threeNames, seats: '2' }, { seats: 2 }],
	['ticks, two at most', { want: 'support', ...threeNames, most: '2' }, { seats: 1, most: 2 }],
	['scores', { want: 'good', ...threeNames, highest: '5' }, { seats: 1, highest: 5, missing: 'no-opinion' }],
	['points', { want: 'matter', ...threeNames, points: '10', cap: '4' }, { seats: 1, points: 10, cap: 4 }],
	['every two compared', { want: 'pairs', ...threeNames }, { seats: 1 }],
	['most votes first', { ...projects, want: 'most-votes', support: '3' }, { budget: 2_000_000, support: 3 }],
	[
		'money by points, and nothing of ticks or places',
		{ ...projects, ballot: 'points', points: '10', cap: '5', places: '3' },
		{ ballot: 'points', points: 10, cap: 5 },
	],
	[
		'money by order, with a place for each project unless said',
		{ ...projects, want: 'most-votes', ballot: 'ranks', points: '10' },
		{ ballot: 'ranks', most: 2 },
	],
	['money by order, of one', { ...projects, ballot: 'ranks', places: '1' }, { ballot: 'ranks', most: 1 }],
	[
		'equal shares by voice, compared, with a bar',
		{ ...projects, byVoice: 'yes', comparison: 'yes', bar: 'yes', completion: 'none', utility: 'cardinality' },
		{ byVoice: true, comparison: true, bar: true, completion: 'none', utility: 'cardinality' },
	],
])('%s', async (_what, change, rules) => {
	const { value, form } = await read(change)
	expect(form.errors).toEqual({})
	expect(value?.rules).toMatchObject(rules)
	if (Object.keys(rules).length === 0) expect(value?.rules).not.toHaveProperty('voiceLock')
})

test('what goes with ticks alone is not passed over where people share out points', async () => {
	const typed = { ballot: 'points', points: '', most: '2', withinBudget: 'yes', utility: 'cardinality' }
	const { form } = await read({ ...projects, ...typed })
	expect(Object.keys(form.errors).sort()).toEqual(['most', 'points', 'utility', 'withinBudget'])
})

test.each(['points', 'ranks'])('the usual answers to every sharing of money by %s can be counted', async (ballot) => {
	for (const want of ['fund', 'most-votes', 'most-votes-then-stop']) {
		const { value } = await read({ ...projects, want, ballot, points: '10' })
		expect(refuseRules(value as DecisionPart<'method' | 'rules' | 'options'>, roll)).toBeNull()
	}
})

test('of the ways in which people choose, only the rules of the one that was chosen are sealed', async () => {
	const all = { ...projects, points: '10', cap: '5', places: '2' }
	const shared = { budget: 2_000_000, completion: 'add1', secrecy: 'secret', quorum: 6, showsStanding: false }
	expect((await read({ ...all, ballot: 'points' })).value?.rules).toEqual({
		...shared,
		ballot: 'points',
		points: 10,
		cap: 5,
	})
	expect((await read({ ...all, ballot: 'ranks' })).value?.rules).toEqual({ ...shared, ballot: 'ranks', most: 2 })
	expect((await read({ ...all, ballot: 'ticks' })).value?.rules).toEqual({ ...shared, utility: 'cost' })
})

const roll = Array.from({ length: 12 }, (_, index) => ({ memberId: `m${index}`, voiceId: citizens }))

test.each(wantNames)('the usual answers to “%s” can be counted', async (want) => {
	const usual = { highest: '5', points: '10', seats: '1' }
	const { value } = await read({ ...projects, ...usual, want })
	expect(value?.method).toBe(wants[want].method)
	expect(refuseRules(value as DecisionPart<'method' | 'rules' | 'options'>, roll)).toBeNull()
})

test('comparing every two finds who comes first and no second, so it is never asked for more', async () => {
	const { value } = await read({ want: 'pairs', ...threeNames, seats: '2' })
	const question = value as DecisionPart<'method' | 'rules' | 'options'>
	expect(question.rules).toMatchObject({ seats: 1 })
	const two = { ...question, rules: { ...question.rules, seats: 2 } } as typeof question
	expect(refuseRules(two, roll)).toEqual({ refused: 'seats-unclear' })
})

const emptied = Object.fromEntries(Object.keys(answers).map((name) => [name, undefined]))

test.each<[string, Record<string, string | undefined>, string[]]>([
	[
		'an empty form says all there is to mend at once',
		{ ...emptied, want: 'several' },
		['kind', 'group', 'id', 'question', 'secrecy', 'quorum', 'closes', 'time', 'options.1.name', 'seats'],
	],
	['an hour the clocks skip', { 'closes.day': '28', 'closes.month': '3', time: '1:30am' }, ['time']],
	['a day that is none', { 'closes.day': '31' }, ['closes']],
	['a day and a time that are none', { 'closes.day': '31', time: '25:99' }, ['closes', 'time']],
	[
		'a clock that skips hides no other mistake',
		{ 'closes.day': '28', 'closes.month': '3', time: '1:30am', quorum: 'six' },
		['quorum', 'time'],
	],
	['a quorum in words', { quorum: 'six' }, ['quorum']],
	['a share of everybody that is no share', { threshold: 'majority', of: 'entitled' }, ['of']],
	[
		'a locked voice without a number',
		{ lock: citizens, [`lockQuorum.${citizens}`]: 'all' },
		[`lockQuorum.${citizens}`],
	],
	['one choice is none', { want: 'one', 'options.1.name': 'Amina' }, ['options.2.name']],
	['no project', { want: 'fund', budget: '100' }, ['options.1.name']],
	[
		'a project without a cost, one without a name, and no money',
		{ want: 'fund', 'options.1.name': 'A van', 'options.2.cost': '12' },
		['options.1.cost', 'options.2.name', 'budget'],
	],
	['pence after a comma', { ...projects, budget: '40,00', 'options.1.cost': '12,50' }, ['options.1.cost', 'budget']],
	['a name too long', { want: 'one', ...threeNames, 'options.2.name': 'x'.repeat(121) }, ['options.2.name']],
	['points in words', { want: 'matter', ...threeNames, points: 'ten', cap: '-1' }, ['points', 'cap']],
	['a row that is none', { want: 'one', ...threeNames, 'options.x.name': 'y' }, ['options']],
])('%s', async (_what, change, mend) => {
	const { value, form } = await read(change)
	expect(value).toBeNull()
	expect(Object.keys(form.errors)).toEqual(mend)
	expect(form.values).toMatchObject(Object.fromEntries(Object.entries(change).filter(([, typed]) => typed)))
})

/** As the page holds the answers against each other. */
const held = setUpSchemaWith(({ question, rows }: ReadSoFar) =>
	[...rulesProblems(question, roll), ...shortlistProblems(question)].map((problem) =>
		openRefusalAt(problem, { options: question.options, rows, voices: [{ id: citizens, name: 'Citizens' }] }),
	),
)

test.each<[string, Record<string, string | string[] | undefined>, string[]]>([
	[
		'no question and no closing time, a name twice and a project dearer than the pot',
		{ ...projects, question: '', time: 'late', 'options.4.name': 'a VAN', 'options.4.cost': '30000' },
		['question', 'time', 'options.4.name', 'options.4.cost'],
	],
	[
		'a row without a cost hides no other row’s trouble',
		{ ...projects, 'options.1.cost': '', 'options.3.name': 'A van', most: 'some' },
		['options.1.cost', 'most', 'options.3.name'],
	],
	[
		'a name too long, no cost, a cost above the budget and a twin',
		{
			...projects,
			'options.1.name': 'x'.repeat(121),
			'options.2.name': 'A choir',
			'options.3.cost': '20000.01',
			'options.4.name': 'a CHOIR',
			'options.4.cost': '5',
		},
		['options.1.name', 'options.2.cost', 'options.3.cost', 'options.4.name'],
	],
	[
		'more about it, a reason and a rule too long, and a cost above the budget',
		{
			...projects,
			'options.1.about': 'x'.repeat(501),
			'options.2.name': 'A choir',
			'options.2.leftOut': 'x'.repeat(501),
			'options.3.cost': '20000.01',
			shortlistRule: 'x'.repeat(1001),
		},
		['options.1.about', 'options.2.leftOut', 'options.3.cost', 'shortlistRule'],
	],
	[
		'no rule for what is left off, and two that are on the list all the same',
		{
			...projects,
			'options.4.name': 'a VAN',
			'options.4.leftOut': 'No room.',
			'options.5.name': 'a KITCHEN',
			'options.5.leftOut': 'No room.',
		},
		['options.1.name', 'options.3.name', 'shortlistRule'],
	],
	[
		'a cap that is no number says nothing of the points that are one',
		{ want: 'matter', ...threeNames, points: '10', cap: 'few', quorum: '99' },
		['cap', 'quorum'],
	],
	[
		'of two voices, one with words for a number and one with too great a number',
		{ lock: [citizens, id], [`lockQuorum.${citizens}`]: '900', [`lockQuorum.${id}`]: 'all' },
		[`lockQuorum.${id}`, `lockQuorum.${citizens}`],
	],
])('all that can be known is said at once: %s', async (_what, change, mend) => {
	const { value, form } = await read(change, held)
	expect(value).toBeNull()
	expect(Object.keys(form.errors).toSorted()).toEqual(mend.toSorted())
	for (const said of Object.values(form.errors)) expect(said).toHaveLength(1)
})

test('a summary says which row it means', () => {
	expect(rowPlace('options.3.cost', true)).toBe('Project 3, cost')
	expect(rowPlace('options.12.name', false)).toBe('Choice 12, name')
	expect(rowPlace('budget', true)).toBeUndefined()
})

test('more rows keep what is typed, and rows with something in them are never hidden', () => {
	const form = { errors: {}, values: { 'options.9.name': 'A hall', 'options.12.name': '', rows: '5' } }
	expect(rowsShown(undefined)).toBe(5)
	expect(rowsShown(form)).toBe(9)
	expect(withMoreRows(form).values).toEqual({ ...form.values, rows: '14' })
	expect(rowsShown({ errors: {}, values: { rows: '900' } })).toBe(200)
})

test('the first page has nothing to mend before it was answered', () => {
	const groups = [{ group: { id } as Parameters<typeof readStart>[1][number]['group'] }]
	const at = (query: string) => readStart(new URLSearchParams(query), groups)
	expect(at('version=1').form.errors).toEqual({})
	expect(Object.keys(at('step=questions').form.errors)).toEqual(['want', 'kind', 'group'])
	expect(at(`want=one&kind=panel-vote&group=${id}`).complete).toBe(true)
	expect(Object.keys(at('want=one&kind=board-decision&step=questions&group=x').form.errors)).toEqual(['kind', 'group'])
	expect(at(`want=one&kind=panel-vote&step=questions&group=${citizens}`).form.errors).toHaveProperty('group')
})

test('a refusal about one option or one voice is said beside its field', () => {
	const places = {
		options: [{ id: 'A' }, { id: 'B' }],
		rows: [1, 4],
		voices: [{ id: citizens, name: 'Citizens' }],
	}
	expect(openRefusalAt({ refused: 'cost-above-budget', which: 'B' }, places).field).toBe('options.4.cost')
	expect(openRefusalAt({ refused: 'option-twice', which: 'A' }, places).field).toBe('options.1.name')
	expect(openRefusalAt({ refused: 'lock-voice-empty', which: citizens }, places)).toMatchObject({
		field: 'lock',
		message: expect.stringContaining('Citizens: a voice with nobody'),
	})
	expect(openRefusalAt({ refused: 'lock-quorum-too-high', which: citizens }, places).field).toBe(
		`lockQuorum.${citizens}`,
	)
	expect(openRefusalAt({ refused: 'lock-voice-too-small', which: citizens }, places)).toMatchObject({
		field: 'lock',
		message: expect.stringContaining('Citizens: fewer than five people'),
	})
	expect(openRefusalAt({ refused: 'voice-quorum-too-small', which: citizens }, places).field).toBe(
		`voiceQuorum.${citizens}`,
	)
	expect(openRefusalAt({ refused: 'question-missing' }, places).field).toBe('question')
})

test('how many must take part may be a share of those who may vote, and what is typed beside it is not passed over', async () => {
	const half = { numerator: 1, denominator: 2 }
	expect((await read({ quorumAs: 'half', quorum: '' })).value?.rules).toMatchObject({ quorum: 0, quorumShare: half })
	expect((await read({ quorumAs: 'none', quorum: '' })).value?.rules).not.toHaveProperty('quorumShare')
	expect((await read({ quorumAs: 'number', quorum: '6' })).value?.rules).toMatchObject({ quorum: 6 })
	for (const [quorumAs, quorum] of [
		['half', '6'],
		['none', '6'],
		['number', ''],
		['number', 'half'],
	]) {
		const { value, form } = await read({ quorumAs, quorum })
		expect(value).toBeNull()
		expect(Object.keys(form.errors)).toEqual(['quorum'])
		expect(form.values.quorum).toBe(quorum)
	}
	expect((await read({ quorumAs: 'most of them' })).form.errors).toHaveProperty('quorumAs')
})

test('a least number of a voice, a share of all who vote and a casting vote', async () => {
	const { value } = await read({
		of: 'present',
		[`voiceQuorum.${citizens}`]: '2',
		'voiceQuorum.providers0000000': '',
		'voiceQuorum.officers00000000': '0',
	})
	expect(value?.rules).toMatchObject({ of: 'present', voiceQuorum: [{ voiceId: citizens, quorum: 2 }] })
	expect((await read({ threshold: 'majority', casting: id })).value?.rules).toMatchObject({
		castingVote: { memberId: id },
	})
	expect((await read({ threshold: 'majority', casting: 'none' })).value?.rules).not.toHaveProperty('castingVote')
	expect((await read({ [`voiceQuorum.${citizens}`]: 'some' })).form.errors).toHaveProperty(`voiceQuorum.${citizens}`)
	expect((await read({ threshold: 'majority', of: 'present' })).form.errors).toHaveProperty('of')
})

test('a field that comes twice is said in plain words, and what was typed stays', async () => {
	const { value, form } = await read({ question: ['Agree?', 'Disagree?'], time: ['5pm', '6pm'] })
	expect(value).toBeNull()
	for (const said of Object.values(form.errors).flat()) expect(said).not.toMatch(/invalid|expected|received/i)
	expect(setUpFields(form).typed('question')).toBe('Agree?')
})

test('names that nobody could tell apart, or that nobody could see, are not taken', async () => {
	const same = await read({ want: 'one', 'options.1.name': 'A car park', 'options.2.name': 'A  cаr park' })
	expect(refuseRules(same.value as Parameters<typeof refuseRules>[0], roll)).toMatchObject({ refused: 'option-twice' })
	const unseen = await read({ want: 'one', 'options.1.name': 'A van', 'options.2.name': '\u200b\u202e' })
	expect(unseen.form.errors).toHaveProperty('options.2.name')
	const kept = await read({ want: 'one', 'options.1.name': '🚐 A van', 'options.2.name': 'מטבח' })
	expect(kept.value?.options.map(({ name }) => name)).toEqual(['🚐 A van', 'מטבח'])
})
