import { expect, test } from 'vitest'
import type { Document } from '../documents/document.ts'
import { goodLife } from '../documents/templates.ts'
import type { Group } from '../people/group.ts'
import type { MotionRules } from './decision.ts'
import { open, type Question, type Seated, usualSecrecy } from './open.ts'

const now = new Date('2026-06-01T09:00:00Z')
const tomorrow = new Date('2026-06-02T09:00:00Z')

const terms = {
	open: 'When',
	fixed: 'How much',
	fixedWhy: 'Set in February',
	money: '£180,000',
	whoDecides: 'The panel',
	byWhen: '2026-07-01',
}
const document: Document = {
	id: 'd',
	partnershipId: 'p',
	groupId: null,
	reference: 'PRI-2026-001',
	template: 'priority',
	title: 'Breaks',
	need: 'Worn out',
	needSource: '31 carers',
	visibility: 'public',
	phase: 'draft',
	stoppedReason: null,
	generation: 1,
	terms,
	createdBy: 'm',
	createdAt: now,
	updatedAt: now,
}
const words = [{ type: 'paragraph', content: [{ type: 'text', text: 'Two evenings of our own.' }] }]
const version = {
	id: 'v1',
	sections: [{ id: goodLife.id, title: goodLife.title, content: words }],
	terms: JSON.stringify(terms),
}
const group: Group = {
	id: 'g',
	partnershipId: 'p',
	kind: 'panel',
	name: 'Panel',
	purpose: '',
	createdAt: now,
	closedAt: null,
}
const seat = (memberId: string, change: Partial<Seated> = {}): Seated => ({
	memberId,
	name: memberId,
	voiceId: 'citizen',
	voice: 'Citizen',
	shape: 0,
	role: 'member',
	votes: true,
	office: 'none',
	...change,
})
const seated = [seat('amina'), seat('bert', { votes: false }), seat('olu', { role: 'observer' })]
const latestVersionId = version.id
const asked = {
	kind: 'panel-vote',
	method: 'motion',
	options: [],
	question: 'Should this become a priority?',
	rules: { secrecy: 'secret', quorum: 1, threshold: 'majority', showsStanding: false },
	closesAt: tomorrow,
} satisfies Question as Extract<Question, { method: 'motion' }>
const rules = (change: Partial<MotionRules>) => ({ rules: { ...asked.rules, ...change } })

const names = (opening: ReturnType<typeof open>) =>
	'refused' in opening ? opening.refused : opening.electorate.map(({ memberId }) => memberId)

test('a panel vote asks the voting seats and takes the draft on', () => {
	const opening = open(asked, { document, version, latestVersionId, group, seated }, now)
	expect(names(opening)).toEqual(['amina'])
	expect(opening).toMatchObject({ document: { phase: 'proposed' } })
})

test('a show of views asks every seat but an observer’s, and leaves the draft a draft', () => {
	const opening = open(
		{ ...asked, kind: 'show-of-views' },
		{ document, version: { ...version, sections: [] }, latestVersionId, group, seated },
		now,
	)
	expect(names(opening)).toEqual(['amina', 'bert'])
	expect(opening).toMatchObject({ document: { phase: 'draft' } })
})

test.each<
	[
		string,
		Partial<typeof asked>,
		Partial<{ document: Document; version: typeof version; latestVersionId: string; group: Group; seated: Seated[] }>,
		string,
	]
>([
	['a board decision is taken at a meeting', { kind: 'board-decision' }, {}, 'taken-at-a-meeting'],
	['an empty question', { question: '  ' }, {}, 'question-missing'],
	['closing now is too soon', { closesAt: now }, {}, 'closes-in-the-past'],
	['closing after more than a year', { closesAt: new Date('2027-07-01T09:00:00Z') }, {}, 'closes-too-late'],
	['a closed group', {}, { group: { ...group, closedAt: now } }, 'group-closed'],
	['a stopped document', {}, { document: { ...document, phase: 'stopped' } }, 'document-stopped'],
	[
		'an older version of final words',
		{},
		{ document: { ...document, phase: 'final' }, latestVersionId: 'later' },
		'not-the-final-version',
	],
	[
		'another group’s words',
		{},
		{ document: { ...document, visibility: 'group', groupId: 'other' } },
		'group-cannot-read',
	],
	[
		'a circle’s words before another group',
		{},
		{ document: { ...document, visibility: 'circle', groupId: 'other' } },
		'group-cannot-read',
	],
	['nobody to ask', {}, { seated: [seat('bert', { votes: false })] }, 'nobody-may-vote'],
	['a quorum nobody can reach', rules({ quorum: 2 }), {}, 'quorum-too-high'],
	['half a person', rules({ quorum: 0.5 }), {}, 'rules-unclear'],
	['more than all', rules({ threshold: { numerator: 4, denominator: 3 } }), {}, 'rules-unclear'],
	['a running count of a secret vote', rules({ showsStanding: true }), {}, 'secret-cannot-show-standing'],
	['no good life in this version', {}, { version: { ...version, sections: [] } }, 'good-life-empty'],
	[
		'power and money missing in this version, whatever the draft says now',
		{},
		{ version: { ...version, terms: '{}' } },
		'terms-missing',
	],
])('%s is refused', (_what, change, things, refused) => {
	expect(
		open({ ...asked, ...change }, { document, version, latestVersionId, group, seated, ...things }, now),
	).toMatchObject({ refused })
})

test('a proposed document is voted on again by the same rule', () => {
	const proposed = { ...document, phase: 'proposed' as const }
	expect(names(open(asked, { document: proposed, version, latestVersionId, group, seated }, now))).toEqual(['amina'])
	expect(
		names(
			open(asked, { document: proposed, version: { ...version, terms: '{}' }, latestVersionId, group, seated }, now),
		),
	).toBe('terms-missing')
})

test('final words are voted on as their final version, and stay final', () => {
	const final = { ...document, phase: 'final' as const }
	const opening = open(asked, { document: final, version, latestVersionId, group, seated }, now)
	expect(names(opening)).toEqual(['amina'])
	expect(opening).toMatchObject({ document: { phase: 'final' } })
	const views = { ...asked, kind: 'show-of-views' as const }
	expect(open(views, { document: final, version, latestVersionId: 'later', group, seated }, now)).toMatchObject({
		document: { phase: 'final' },
	})
})

test('citizens’ ballots are secret by default, and a board’s are named', () => {
	expect(usualSecrecy(seated, 'citizen')).toBe('secret')
	expect(usualSecrecy([seat('colin', { voiceId: 'commissioner' })], 'citizen')).toBe('named')
	expect(usualSecrecy(seated, 'citizen', true)).toBe('named')
})

test('a list names what is left off it, why and by which rule, and nothing is both on it and off', () => {
	const pot = {
		...asked,
		method: 'greedy' as const,
		rules: { secrecy: 'secret' as const, quorum: 0, showsStanding: false, budget: 10_000_00 },
		options: [{ id: 'A', name: 'A van', cost: 5_000_00 }],
	}
	const shortlist = { rule: 'It fits the pot.', leftOut: [{ name: 'A pool', reason: 'Too dear.' }] }
	const setting = { document, version, latestVersionId, group, seated }
	const opening = (change: object, put: Question = pot) =>
		open({ ...put, shortlist: { ...shortlist, ...change } }, setting, now)
	expect(names(opening({}))).toEqual(['amina'])
	expect(names(opening({ leftOut: [] }))).toEqual(['amina'])
	for (const change of [
		{ rule: ' ' },
		{ leftOut: [{ name: 'A pool', reason: '' }] },
		{ leftOut: [{ name: ' ', reason: 'Too dear.' }] },
	])
		expect(opening(change)).toEqual({ refused: 'shortlist-unclear' })
	expect(opening({ leftOut: [{ name: ' a  VAN', reason: 'No.' }] })).toEqual({ refused: 'left-out-and-in', which: 'A' })
	expect(opening({}, asked)).toEqual({ refused: 'shortlist-unclear' })
})
