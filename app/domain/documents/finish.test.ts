import { expect, test } from 'vitest'
import { membership, type Role } from '../access/membership.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { DecisionFacts } from '../thread/choose.ts'
import type { Section } from './content.ts'
import type { Document } from './document.ts'
import { finish, reopen } from './finish.ts'
import { goodLife } from './templates.ts'
import { fingerprintOf, frozenTerms } from './version.ts'

const at = new Date('2026-11-21T09:00:00Z')
const draft: Document = {
	id: 'd',
	partnershipId: 'here',
	groupId: null,
	reference: 'PRI-2026-001',
	template: 'notes',
	title: 'Evening buses',
	need: 'The last bus leaves at six.',
	needSource: 'Harbour café',
	visibility: 'public',
	phase: 'draft',
	stoppedReason: null,
	generation: 1,
	terms: { open: '', fixed: '', fixedWhy: '', money: '', whoDecides: '', byWhen: null },
	createdBy: 'm',
	createdAt: at,
	updatedAt: at,
}
const words = (text: string): Section[] => [
	{ id: goodLife.id, title: goodLife.title, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
]
const frozen = (document: Document, sections: Section[]) => ({
	fingerprint: fingerprintOf({ title: document.title, sections, terms: canonicalJson(frozenTerms(document)) }),
})
const latest = frozen(draft, words('A bus at ten.'))

const someone = (role: Role) =>
	membership({
		partnershipId: 'here',
		memberId: 'm',
		personId: 'p',
		name: 'A',
		voiceId: 'v',
		voice: 'V',
		role,
		seats: [],
	})
const facilitator = someone('facilitator')

const decision = (change: Partial<DecisionFacts> = {}): DecisionFacts => ({
	id: 'dec',
	versionId: 'v1',
	kind: 'panel-vote',
	state: 'closed',
	outcome: 'agreed',
	opensAt: at,
	closesAt: at,
	closedAt: at,
	stoppedReason: null,
	...change,
})

const asked = { reason: 'Agreed on Tuesday.', sections: words('A bus at ten.'), latest }

test.each<[string, Document]>([
	['a draft', draft],
	['what was proposed', { ...draft, phase: 'proposed' }],
])('%s becomes final as its latest version', (_what, document) => {
	expect(finish(facilitator, document, asked)).toMatchObject({ document: { phase: 'final' }, version: latest })
})

test.each<[string, Role, Partial<Document>, Partial<typeof asked> | { latest: null }, string]>([
	['a writer who does not run it', 'member', {}, {}, 'not-allowed'],
	['words that are final', 'facilitator', { phase: 'final' }, {}, 'final'],
	['stopped work', 'facilitator', { phase: 'stopped' }, {}, 'ended'],
	['words of no version', 'facilitator', {}, { latest: null }, 'no-version'],
	['words typed since', 'facilitator', {}, { sections: words('A bus at nine.') }, 'not-these-words'],
	[
		'power and money stated otherwise since',
		'facilitator',
		{ terms: { ...draft.terms, money: '£5' } },
		{},
		'not-these-words',
	],
	['no reason', 'facilitator', {}, { reason: ' ' }, 'no-reason'],
])('%s cannot be called final', (_what, role, document, facts, refused) => {
	expect(finish(someone(role), { ...draft, ...document }, { ...asked, ...facts })).toEqual({ refused })
})

const final: Document = { ...draft, phase: 'final' }

test.each<[string, DecisionFacts[]]>([
	['nobody was asked', []],
	['people gave their views', [decision({ kind: 'show-of-views' })]],
	['people are giving their views', [decision({ kind: 'show-of-views', state: 'open', outcome: null })]],
	['a vote did not agree', [decision({ outcome: 'not-agreed' })]],
	['too few voted', [decision({ outcome: 'no-quorum' })]],
	['a vote was stopped', [decision({ state: 'stopped', outcome: null })]],
])('final words are opened again when %s', (_what, decisions) => {
	const reopened = reopen(facilitator, final, { reason: 'A line was missing.', decisions })
	expect(reopened).toMatchObject({ document: { phase: 'draft' } })
})

test.each<[string, Role, Document, string, DecisionFacts[], string]>([
	['by a writer who does not run them', 'member', final, 'Why', [], 'not-allowed'],
	['when they are not final', 'facilitator', draft, 'Why', [], 'not-final'],
	['while a vote is open', 'facilitator', final, 'Why', [decision({ state: 'open', outcome: null })], 'decided'],
	['while a vote is counted', 'facilitator', final, 'Why', [decision({ state: 'counting', outcome: null })], 'decided'],
	['after a vote agreed', 'facilitator', final, 'Why', [decision()], 'decided'],
	['after a board agreed', 'facilitator', final, 'Why', [decision({ kind: 'board-decision' })], 'decided'],
	['without a reason', 'facilitator', final, ' ', [], 'no-reason'],
])('final words are not opened again %s', (_what, role, document, reason, decisions, refused) => {
	expect(reopen(someone(role), document, { reason, decisions })).toEqual({ refused })
})
