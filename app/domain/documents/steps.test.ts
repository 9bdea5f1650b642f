import { expect, test } from 'vitest'
import { canonicalJson } from '../canonical-json.ts'
import type { Section } from './content.ts'
import type { Document } from './document.ts'
import { nothingStated } from './start.ts'
import { nextStep, type Standing, stepsToDecision } from './steps.ts'
import { goodLife } from './templates.ts'
import { fingerprintOf, frozenTerms } from './version.ts'

const terms = { open: 'a', fixed: 'b', fixedWhy: 'c', money: 'd', whoDecides: 'e', byWhen: '2027-03-31' }
const at = new Date('2026-11-21T12:00:00Z')
const draft: Document = {
	id: 'd',
	partnershipId: 'p',
	groupId: null,
	reference: 'PRI-2026-001',
	template: 'priority',
	title: 'Evening buses',
	need: 'The last bus leaves at six.',
	needSource: 'Harbour café',
	visibility: 'public',
	phase: 'draft',
	stoppedReason: null,
	generation: 1,
	terms,
	createdBy: 'm',
	createdAt: at,
	updatedAt: at,
}
const words = (text: string): Section[] => [
	{ id: goodLife.id, title: goodLife.title, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
]
const empty: Section[] = [{ id: goodLife.id, title: goodLife.title, content: [] }]

function frozen(document: Document, sections: Section[], number = 1) {
	const content = { title: document.title, sections, terms: canonicalJson(frozenTerms(document)) }
	return { ...content, number, fingerprint: fingerprintOf(content) }
}

const proposed: Document = { ...draft, phase: 'proposed' }
const unstated: Document = { ...draft, terms: nothingStated }

test.each<[string, Document, Partial<Standing>, object | null]>([
	['nothing written', unstated, { sections: empty }, { step: 'good-life' }],
	['written, nothing stated', unstated, {}, { step: 'terms', missing: 6 }],
	['one answer missing', { ...draft, terms: { ...terms, money: ' ' } }, {}, { step: 'terms', missing: 1 }],
	['all filled in', draft, {}, { step: 'propose' }],
	['notes need no statement', { ...unstated, template: 'notes' }, {}, { step: 'propose' }],
	['proposed', proposed, {}, { step: 'freeze', version: null, early: false }],
	['frozen', proposed, { latest: frozen(proposed, words('Out at night.')) }, { step: 'ask' }],
	['frozen too early', proposed, { latest: frozen(unstated, empty) }, { step: 'freeze', version: 1, early: true }],
	['people are asked', proposed, { latest: frozen(proposed, words('Out at night.')), asked: true }, null],
])('%s: what comes next', (_case, document, standing, next) => {
	const steps = stepsToDecision(document, { sections: words('Out at night.'), latest: null, asked: false, ...standing })
	const found = nextStep(steps)
	if (next === null) expect(found).toBeNull()
	else expect(found).toMatchObject(next)
})

test('a version tells whether the words have changed since', () => {
	const freeze = (sections: Section[]) =>
		stepsToDecision(proposed, { sections, latest: frozen(proposed, words('One.')), asked: false }).find(
			({ step }) => step === 'freeze',
		)
	expect(freeze(words('One.'))).toMatchObject({ done: true, changed: false })
	expect(freeze(words('Two.'))).toMatchObject({ done: true, changed: true })
})
