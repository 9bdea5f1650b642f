import { expect, test } from 'vitest'
import { blackOut, passagesIn } from './black-out.ts'
import type { Block } from './content.ts'

const text = (words: string, mark?: string): Block => ({
	type: 'text',
	text: words,
	...(mark ? { marks: [{ type: mark }] } : {}),
})
const paragraph = (...content: Block[]): Block => ({ type: 'paragraph', content })
const version = (...content: Block[]) => ({
	title: 'Breaks',
	sections: [{ id: 's', title: 'S', content }],
	terms: '{"byWhen":null,"money":"£5"}',
})

test.each([
	['a passage', [paragraph(text('She is Doreen Hart, 82.'))], ['Doreen Hart'], ['She is [words removed], 82.'], 1],
	[
		'every place',
		[paragraph(text('Hart, Hart')), paragraph(text('Hart'))],
		['Hart'],
		['[words removed], [words removed]', '[words removed]'],
		3,
	],
	[
		'across bold, and what is around it keeps its marks',
		[paragraph(text('I am Do'), text('reen Ha', 'bold'), text('rt here'))],
		['Doreen Hart'],
		['I am [words removed]', ' here'],
		1,
	],
	['the longer of two', [paragraph(text('Doreen Hart'))], ['Hart', 'Doreen Hart'], ['[words removed]'], 1],
	['nothing too short to be told apart', [paragraph(text('a cab'))], ['a', 'cab'], ['a cab'], 0],
	[
		'nothing across paragraphs',
		[paragraph(text('Doreen')), paragraph(text(' Hart'))],
		['Doreen Hart'],
		['Doreen', ' Hart'],
		0,
	],
	[
		'nothing in what was removed before',
		[paragraph(text('[words removed] by words'))],
		['words'],
		['[words removed] by [words removed]'],
		1,
	],
	[
		'inside lists',
		[{ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('Hart'))] }] }],
		['Hart'],
		['[words removed]'],
		1,
	],
])('%s', (_what, blocks, passages, texts, places) => {
	const { words, places: found } = blackOut(version(...(blocks as Block[])), passages)
	expect([...JSON.stringify(words.sections).matchAll(/"text":"([^"]*)"/g)].map(([, one]) => one)).toEqual(texts)
	expect(found).toBe(places)
	const again = blackOut(words, passages)
	expect(again).toEqual({ words, places: 0 })
})

test('the title and the statement too, and what has no such words is left as it is', () => {
	const named = { ...version(), title: 'A break for Doreen', terms: '{"byWhen":null,"money":"£5 for Doreen"}' }
	const { words, places } = blackOut(named, ['Doreen'])
	expect(words).toMatchObject({
		title: 'A break for [words removed]',
		terms: '{"byWhen":null,"money":"£5 for [words removed]"}',
	})
	expect(places).toBe(2)
	const other = version(paragraph(text('Nothing of the kind', 'bold')))
	expect(blackOut(other, ['Doreen'])).toEqual({ words: other, places: 0 })
	expect(passagesIn(named, ['Doreen', 'Joe, who'])).toEqual(['Doreen'])
})
