import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SentBack } from './SentBack.tsx'

const shown = (...[props]: Parameters<typeof SentBack>) =>
	renderToStaticMarkup(<SentBack {...props} />).replaceAll('<!-- -->', '')

test('what was in a ballot that is not taken can be read and copied, each under its own name', () => {
	const markup = shown({ sent: { chosen: 'I object', reason: 'Nights.', change: 'Days.' } })
	expect(markup).toContain('You had chosen: I object.')
	expect(markup).toMatch(/Your reason<\/label>.*>Nights\.<\/textarea>/)
	expect(markup).toMatch(/What would have to change for you to live with it\?<\/label>.*>Days\.<\/textarea>/)
})

test('on a supporter’s page it is the other person’s; nothing typed leaves no empty box', () => {
	const markup = shown({ sent: { chosen: 'For', reason: '', change: '' }, helping: { name: 'Grace' } })
	expect(markup).toContain('Grace had chosen: For.')
	expect(markup).not.toContain('textarea')
})
