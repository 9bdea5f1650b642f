import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { plainText } from '../../domain/documents/content.ts'
import { normalise } from '../../domain/documents/normalise.ts'
import { fromPlainForm, toPlainForm } from '../../domain/documents/plain-form.ts'
import { appendToSection, changeSection, formText } from './change-section.server.ts'
import { openState, readBlocks } from './read-sections.server.ts'

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const empty = Y.encodeStateAsUpdate(new Y.Doc())
const wordsIn = (state: Uint8Array) => plainText(normalise(readBlocks(openState(state).getXmlFragment('s'))))

function written(text: string): Uint8Array {
	return merge(empty, changeSection(empty, 's', text))
}

function merge(...updates: (Uint8Array | null)[]): Uint8Array {
	return Y.mergeUpdates(updates.filter((update) => update !== null))
}

describe('a change in a form', () => {
	test.each([
		['the first words', '', 'One.\n\n- a\n- b\n\n> said'],
		['a corrected word', 'One two.\n\nThree.', 'One too.\n\nThree.'],
		['a new paragraph between', 'One.\n\nThree.', 'One.\n\n**Two.**\n\nThree.'],
		['a paragraph taken out', 'One.\n\nTwo.\n\nThree.', 'One.\n\nThree.'],
		['a paragraph that becomes a list', 'One.\n\nTwo.', '- One.\n- Two.'],
		['an item more, inside', '1. a\n   - b\n2. c', '1. a\n   - b\n   - d\n2. c'],
		['everything taken out', 'One.\n\nTwo.', ''],
		['a line more', 'One', 'One\ntwo'],
		['a heading that becomes words', '### One', 'One'],
		['a link', 'See this', 'See [this](https://a.example/)'],
	])('%s', (_what, before, after) => {
		const state = written(before)
		expect(formText(merge(state, changeSection(state, 's', after)), 's')).toBe(after)
	})

	test('nothing changed is no edit', () => {
		const state = written('One.\n\n- a\n- b')
		expect(changeSection(state, 's', 'One.\r\n\r\n- a\r\n- b\r\n')).toBeNull()
	})

	test('whatever is typed over whatever stood there is what stands afterwards', () => {
		const line = fc.constantFrom(
			'one two',
			'- a',
			'- b',
			'  - c',
			'1. x',
			'### h',
			'> q',
			'**b** c',
			'',
			'five\\',
			'  d',
			'> - e',
		)
		const text = fc.array(line, { maxLength: 8 }).map((lines) => toPlainForm(fromPlainForm(lines.join('\n'))))
		fc.assert(
			fc.property(text, text, (before, after) => {
				const state = written(before)
				expect(formText(merge(state, changeSection(state, 's', after)), 's')).toBe(after)
			}),
			{ numRuns: 150 },
		)
	})

	test('the empty paragraph somebody is about to type in stays', () => {
		const doc = openState(written('One.\n\nTwo.'))
		const waiting = new Y.XmlElement('paragraph')
		doc.getXmlFragment('s').insert(1, [waiting])
		const base = Y.encodeStateAsUpdate(doc)
		const change = changeSection(base, 's', 'One!\n\nTwo!')
		waiting.insert(0, [new Y.XmlText('Here I am.')])
		expect(wordsIn(merge(Y.encodeStateAsUpdate(doc), change))).toBe('One!\nHere I am.\nTwo!')
	})
})

describe('a form and a live writer in one section', () => {
	/** What a person at the live page does meanwhile: types a marker at some place in some paragraph that stands. */
	function typeAt(base: Uint8Array, places: { block: number; at: number }[]): { update: Uint8Array; marks: string[] } {
		const doc = openState(base)
		const marks = places.map(({ block, at }, index) => {
			const paragraphs = doc.getXmlFragment('s').toArray() as Y.XmlElement[]
			const text = paragraphs[block % paragraphs.length]!.get(0) as Y.XmlText
			const mark = `⟦live${index}⟧`
			text.insert(at % (text.length + 1), mark)
			return mark
		})
		return { update: Y.encodeStateAsUpdate(doc), marks }
	}

	test('both keep their words, whichever comes first', () => {
		const words = ['They told us', 'a week away', 'matters most.', 'Nobody asked', 'the young carers', 'before now.']
		fc.assert(
			fc.property(
				fc.array(fc.subarray(words, { minLength: 1 }), { minLength: 1, maxLength: 4 }),
				fc.array(
					fc.record({ block: fc.nat(9), at: fc.nat(90), words: fc.constantFrom('form one', 'form two', 'form three') }),
					{ minLength: 1, maxLength: 3 },
				),
				fc.array(fc.record({ block: fc.nat(9), at: fc.nat(90) }), { minLength: 1, maxLength: 3 }),
				(paragraphs, insertions, places) => {
					const base = written(paragraphs.map((parts) => parts.join(' ')).join('\n\n'))
					const typed = formText(base, 's').split('\n\n')
					for (const { block, at, words: added } of insertions) {
						const line = typed[block % typed.length]!
						const cut = at % (line.length + 1)
						typed[block % typed.length] = `${line.slice(0, cut)}⟨${added}⟩${line.slice(cut)}`
					}
					const change = changeSection(base, 's', typed.join('\n\n'))
					const live = typeAt(base, places)
					const formFirst = merge(base, change, live.update)
					expect(wordsIn(merge(live.update, change))).toBe(wordsIn(formFirst))
					const letters = (text: string) => [...text].sort().join('')
					const all = live.marks.join('') + insertions.map((one) => `⟨${one.words}⟩`).join('') + wordsIn(base)
					expect(letters(wordsIn(formFirst))).toBe(letters(all))
				},
			),
			{ numRuns: 100 },
		)
	})

	test('rescued words go to the end of a section', () => {
		const state = written('One.')
		expect(wordsIn(merge(state, appendToSection(state, 's', 'Mine.')))).toBe('One.\nMine.')
		expect(appendToSection(state, 's', '  ')).toBeNull()
	})

	test('the same rescue put back twice stands there once, whatever was written between', () => {
		const state = written('One.')
		const first = appendToSection(state, 's', 'Mine.', 7)
		const meanwhile = merge(state, changeSection(state, 's', 'One.\n\nTwo.'))
		const second = appendToSection(meanwhile, 's', 'Mine.', 7)
		expect(wordsIn(merge(meanwhile, first, second)).match(/Mine/g)).toHaveLength(1)
		expect(wordsIn(merge(meanwhile, second, first)).match(/Mine/g)).toHaveLength(1)
		expect(appendToSection(merge(state, first), 's', 'Mine.', 7)).toBeNull()
	})
})
