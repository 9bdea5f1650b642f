import { expect, test } from 'vitest'
import type { Block, Section } from '../documents/content.ts'
import { type TemplateId, templates } from '../documents/templates.ts'
import { checkPaper } from './check-paper.ts'

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const heading = (text: string): Block => ({ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text }] })

/** Every section of a template with words in it, but for some. */
function written(template: TemplateId, { without = [] }: { without?: string[] } = {}): Section[] {
	return templates[template].sections.map(({ id, title }) => ({
		id,
		title,
		content: without.includes(id) ? [paragraph('  ')] : [paragraph('Words.')],
	}))
}

const body = (...content: Block[]): Section[] => [{ id: 'body', title: 'What we want to say', content }]

test.each<[string, TemplateId, Section[], string, string[]]>([
	['a full priority', 'priority', written('priority'), '', []],
	['no words on money', 'priority', written('priority', { without: ['money'] }), '', ['money']],
	[
		'money in the statement of power and money',
		'priority',
		written('priority', { without: ['money'] }),
		'£180,000',
		[],
	],
	['spaces are no statement', 'priority', written('priority', { without: ['money'] }), '  ', ['money']],
	['nobody said who may lose', 'priority', written('priority', { without: ['lose'] }), '', ['equality']],
	['nothing is asked for', 'priority', written('priority', { without: ['change'] }), '', ['recommendations']],
	['no week of somebody’s life', 'priority', written('priority', { without: ['week'] }), '', ['summary']],
	['a section that is not there at all', 'priority', [], '£1', ['recommendations', 'equality', 'summary']],
	['a full proposal', 'proposal', written('proposal'), '', []],
	['either section of a proposal will do', 'proposal', written('proposal', { without: ['outcomes', 'risk'] }), '', []],
	['neither of them', 'proposal', written('proposal', { without: ['risk', 'safety-net'] }), '', ['equality']],
	['a strategy has no section for money or who may lose', 'strategy', written('strategy'), '', ['money', 'equality']],
	[
		'a blank page without headings',
		'blank',
		body(paragraph('We recommend money.')),
		'',
		['recommendations', 'money', 'equality', 'summary'],
	],
	[
		'a blank page with headings',
		'blank',
		body(
			heading('In short'),
			paragraph('A bench.'),
			heading('What it costs'),
			paragraph('£300'),
			heading('Recommendations'),
			paragraph('That it be bought.'),
			heading('Who may lose'),
			paragraph('Nobody.'),
		),
		'',
		[],
	],
	[
		'a heading with nothing under it',
		'blank',
		body(heading('Money'), heading('Summary'), paragraph('A bench.')),
		'',
		['recommendations', 'money', 'equality'],
	],
])('%s', (_what, template, sections, money, missing) => {
	expect(checkPaper({ template, sections, money })).toEqual(missing)
})
