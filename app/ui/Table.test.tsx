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

test('every cell says its heading, for where rows become lists; two columns never do', () => {
	const markup = renderToStaticMarkup(<Table caption="Votes" head={head} rows={[['Citizens', '6', '1']]} />)
	expect(markup).toContain('<span class="table__heading">For: </span>6')
	expect(markup).toContain('govuk-table--of-3')
	const two = renderToStaticMarkup(<Table caption="Votes" head={head.slice(0, 2)} rows={[['Citizens', '6']]} />)
	expect(two).not.toMatch(/table__heading|--of-/)
})

test('a cell with nothing in it is not a line of its own on a phone', () => {
	const markup = renderToStaticMarkup(<Table caption="Votes" head={head} rows={[['Citizens', '6', '']]} />)
	expect(markup).toContain('table__cell--empty')
})
