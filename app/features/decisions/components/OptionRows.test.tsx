import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { OptionRows } from './OptionRows.tsx'
import { setUpFields } from './set-up-fields.ts'

test.each([
	['before anything is sent', {}],
	['beside its error', { shortlistRule: ['Enter the rule'] }],
])('the rule of the list is never called optional, since leaving something off needs one: %s', (_when, errors) => {
	const form = { errors, values: {} }
	const markup = renderToStaticMarkup(<OptionRows priced form={form} fields={setUpFields(form)} />)
	const rule = markup.slice(markup.indexOf('By which rule'))
	expect(rule).not.toContain('optional')
	expect(rule).toContain('Needed when you leave something off')
})
