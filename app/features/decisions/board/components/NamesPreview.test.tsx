import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NamesPreview } from './NamesPreview.tsx'

const place = { in: 'motion', correction: null, before: 'as ', words: 'Ann Brown', after: ' asked' } as const

test('each place stands with the words around it, and what looks alike with how many there are', () => {
	const near = [{ ...place, in: 'reasons', correction: 2, words: 'Ann Brown', after: '-Smith too' } as const]
	const values = { names: 'Ann Brown', reason: 'She asked.', id: 'one', step: 'look' }
	const shown = renderToStaticMarkup(<NamesPreview places={[place]} near={near} form={{ errors: {}, values }} />)
	expect(shown).toContain('1 place will change')
	expect(shown).toContain('The motion: <span class="as-typed">as <strong>Ann Brown</strong> asked</span>')
	expect(shown).toContain('1 place looks alike and stays')
	expect(shown).toContain(
		'Reasons, before correction 2: <span class="as-typed">as <strong>Ann Brown</strong>-Smith too',
	)
	expect(shown).toContain('<input type="hidden" name="seen" value="1"/>')
	expect(shown).toContain('<input type="hidden" name="names" value="Ann Brown"/>')
})
