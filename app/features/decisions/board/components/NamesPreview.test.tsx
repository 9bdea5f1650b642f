import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NamesPreview } from './NamesPreview.tsx'

const place = { in: 'motion', correction: null, before: 'as ', words: 'Ann Brown', after: ' asked' } as const

test('each place stands with the words around it, and what looks alike with how many there are', () => {
	const near = [{ ...place, in: 'reasons', correction: 2, words: 'Ann Brown', after: '-Smith too' } as const]
	const values = { names: 'Ann Brown', reason: 'She asked.', id: 'one', step: 'look' }
	const shown = renderToStaticMarkup(
		<NamesPreview
			places={[place]}
			toPick={[]}
			near={near}
			nowhere={['Anne Brown', 'Bob Moss']}
			seen="a digest"
			form={{ errors: {}, values }}
		/>,
	)
	expect(shown).toContain('“Anne Brown” and “Bob Moss” stand nowhere in this minute, written like that.')
	expect(shown).toContain('1 place will change')
	expect(shown).toContain('The motion: <span class="as-typed">as <strong>Ann Brown</strong> asked</span>')
	expect(shown).toContain('1 place looks alike and stays')
	expect(shown).toContain(
		'Reasons, before correction 2: <span class="as-typed">as <strong>Ann Brown</strong>-Smith too',
	)
	expect(shown).toContain('<input type="hidden" name="seen" value="a digest"/>')
	expect(shown).toContain('<input type="hidden" name="names" value="Ann Brown"/>')
	expect(shown).not.toContain('name="pick"')
})

test('single words of what was voted on are ticked one by one, and none of them beforehand', () => {
	const toPick = [place, { ...place, in: 'outcome' } as const].map((one) => ({ ...one, words: 'Brown' }))
	const given = { places: [], toPick, near: [], nowhere: [], seen: 'a digest' }
	const values = { names: 'Brown', reason: 'She asked.', pick: '1' }
	const first = renderToStaticMarkup(<NamesPreview {...given} form={{ errors: {}, values: { ...values, pick: [] } }} />)
	expect(first).not.toContain('nowhere')
	expect(first).toContain('No place changes unless you tick it')
	expect(first.match(/name="pick"/g)).toHaveLength(2)
	expect(first).not.toContain('checked')
	const again = renderToStaticMarkup(<NamesPreview {...given} form={{ errors: {}, values }} />)
	expect(again.match(/checked=""/g)).toHaveLength(1)
	expect(again.match(/name="pick"/g)).toHaveLength(2)
})
