import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { Block } from './content.ts'
import { normalise } from './normalise.ts'
import { fromPlainForm, toPlainForm } from './plain-form.ts'

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const words = fc.oneof(
	fc.string({ minLength: 1, maxLength: 12 }),
	fc.string({
		unit: fc.constantFrom('a', 'b', ' ', '*', '[', ']', '(', ')', '\\', '-', '#', '>', '1', '.', '•', '\n', '\ud800'),
		minLength: 1,
		maxLength: 8,
	}),
)
const mark = fc.constantFrom(
	{ type: 'bold' },
	{ type: 'italic' },
	{ type: 'underline' },
	{ type: 'link', attrs: { href: 'https://a.example/b(c)' } },
	{ type: 'link', attrs: { href: 'javascript:alert(1)' } },
)
const inline: fc.Arbitrary<Block> = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({ type: fc.constant('text'), text: words, marks: fc.uniqueArray(mark, { maxLength: 3 }) }),
	},
	{ weight: 1, arbitrary: fc.constant<Block>({ type: 'hardBreak' }) },
)
const { block } = fc.letrec<{ block: Block; item: Block }>((tie) => ({
	block: fc.oneof(
		{ maxDepth: 3 },
		fc.record({ type: fc.constantFrom('paragraph', 'heading'), content: fc.array(inline, { maxLength: 5 }) }),
		fc.record({ type: fc.constant('blockquote'), content: fc.array(tie('block'), { maxLength: 3 }) }),
		fc.record({ type: fc.constant('bulletList'), content: fc.array(tie('item'), { maxLength: 3 }) }),
		fc.record({
			type: fc.constant('orderedList'),
			attrs: fc.record({ start: fc.integer({ min: 0, max: 1001 }) }),
			content: fc.array(tie('item'), { maxLength: 3 }),
		}),
	),
	item: fc.record({ type: fc.constant('listItem'), content: fc.array(tie('block'), { maxLength: 3 }) }),
}))
const section = fc.array(block, { maxLength: 5 }).map((blocks) => normalise(blocks))

const paragraph = (...content: Block[]): Block => ({ type: 'paragraph', content })
const text = (said: string, ...marks: string[]): Block => ({
	type: 'text',
	text: said,
	...(marks.length ? { marks: marks.map((type) => ({ type })) } : {}),
})

describe('plain form', () => {
	test('reading back what was written gives the same words', () => {
		fc.assert(
			fc.property(section, (blocks) => {
				expect(fromPlainForm(toPlainForm(blocks))).toEqual(blocks)
			}),
			{ numRuns: 1000 },
		)
	})

	test('every text means something, and what it means is stable', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.string({
						unit: fc.constantFrom('a', ' ', '*', '[', ']', '(', ')', '\\', '-', '#', '>', '1', '.', '\n', '\t'),
					}),
				),
				(typed) => {
					const blocks = fromPlainForm(typed)
					expect(normalise(blocks)).toEqual(blocks)
					expect(fromPlainForm(toPlainForm(blocks))).toEqual(blocks)
				},
			),
			{ numRuns: 1000 },
		)
	})

	test.each<[string, string, Block[]]>([
		['empty lines part paragraphs', 'One.\n\n\nTwo.', [paragraph(text('One.')), paragraph(text('Two.'))]],
		['a new line is a new line', 'One\r\ntwo', [paragraph(text('One'), { type: 'hardBreak' }, text('two'))]],
		['sums are not emphasis', '5 * 3 * 2', [paragraph(text('5 * 3 * 2'))]],
		['bold and italic', '**now** *then*', [paragraph(text('now', 'bold'), text(' '), text('then', 'italic'))]],
		[
			'a year that starts a line is not a list',
			'In\n2025. Yes',
			[paragraph(text('In'), { type: 'hardBreak' }, text('2025. Yes'))],
		],
		[
			'any heading sign makes our one heading',
			'# Hello',
			[{ type: 'heading', attrs: { level: 3 }, content: [text('Hello')] }],
		],
		['no script is linked', '[x](javascript:alert)', [paragraph(text('[x](javascript:alert)'))]],
	])('%s', (_rule, typed, blocks) => {
		expect(fromPlainForm(typed)).toEqual(blocks)
	})

	test('an everyday section reads as people would write it', () => {
		const typed =
			'### Breaks\n\nA week away, *together*.\n\n- Saturdays\n- Sundays\n  - mornings\n\n> I need sleep.\n\n1. Ask\n2. Listen\n\n[Read more](https://example.org/)'
		expect(toPlainForm(fromPlainForm(typed))).toBe(typed)
	})

	test('a great depth of signs does not exhaust us', () => {
		expect(fromPlainForm('>'.repeat(50_000)).length).toBeLessThan(2)
		expect(fromPlainForm(`${'- '.repeat(20_000)}a`)).toHaveLength(1)
		expect(fromPlainForm(`- a${'\n'.repeat(50_000)}b`)).toHaveLength(2)
	})
})
