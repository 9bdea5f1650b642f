import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Table } from './Table.tsx'

const head = [{ text: 'Voice' }, { text: 'For', numeric: true }, { text: 'Against', numeric: true }]

test('a short row lets its last cell speak for the rest', () => {
	const markup = renderToStaticMarkup(<Table caption="Votes" head={head} rows={[['Providers', 'Too few to show']]} />)
	expect(markup).toContain('<td colSpan="2" class="govuk-table__cell">Too few to show</td>')
})

test('a full row has a cell for each heading, figures set as figures', () => {
	const markup = renderToStaticMarkup(<Table caption="Votes" head={head} rows={[['Citizens', '6', '1']]} />)
	expect(markup).not.toContain('colSpan')
	expect(markup.match(/<td class="govuk-table__cell govuk-table__cell--numeric">/g)).toHaveLength(2)
})

test('it scrolls in a region named by its caption, reachable by keyboard', () => {
	const markup = renderToStaticMarkup(<Table caption="Votes" head={head} rows={[]} />)
	const [, label] = markup.match(/^<section class="scroll" aria-labelledby="([^"]+)" tabindex="0">/i)!
	expect(markup).toContain(`<caption id="${label}"`)
})
