import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { DateInput } from './DateInput.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { Radios } from './Radios.tsx'
import { TextInput } from './TextInput.tsx'

describe('the error summary', () => {
	test.each([
		['no errors given', undefined],
		['none found', {}],
		['a field with nothing wrong', { name: [] }],
	])('shows nothing: %s', (_case, errors) => {
		expect(renderToStaticMarkup(<ErrorSummary errors={errors} />)).toBe('')
	})

	test('says every message, linked to its field unless it belongs to none', () => {
		const markup = renderToStaticMarkup(
			<ErrorSummary errors={{ name: ['Say your name', 'Use letters'], '': ['This vote has closed'] }} />,
		)
		expect(markup).toContain('<a href="#field-name">Say your name</a>')
		expect(markup).toContain('<a href="#field-name">Use letters</a>')
		expect(markup).toContain('<li>This vote has closed</li>')
	})

	test('what belongs to no field leads to the page where it can be mended, when there is one', () => {
		const markup = renderToStaticMarkup(
			<ErrorSummary errors={{ '': ['The terms are missing'] }} hrefs={{ '': '/p/x/documents/d/terms' }} />,
		)
		expect(markup).toContain('<a href="/p/x/documents/d/terms">The terms are missing</a>')
	})

	test('takes focus without a script', () => {
		expect(renderToStaticMarkup(<ErrorSummary errors={{ '': ['No'] }} />)).toMatch(/tabindex="-1" autofocus=""/)
	})
})

describe('a link from the summary leads to', () => {
	const errors = ['Mend this']
	test.each([
		['a text input', <TextInput key="" name="email" label="E-mail" errors={errors} />, 'field-email', 'input'],
		[
			'the first of the radios',
			<Radios
				key=""
				name="choice"
				legend="How?"
				errors={errors}
				items={[
					{ value: 'a', text: 'A' },
					{ value: 'b', text: 'B' },
				]}
			/>,
			'field-choice',
			'input',
		],
		['the day of a date', <DateInput key="" name="due" legend="When?" errors={errors} />, 'field-due', 'input'],
		['the month, when only that is wrong', <DateInput key="" name="due" legend="When?" />, 'field-due.month', 'input'],
		[
			'a place by the day, when only that is wrong',
			<DateInput key="" name="due" legend="When?" />,
			'field-due.day',
			'div',
		],
	])('%s', (_field, field, id, element) => {
		const markup = renderToStaticMarkup(field)
		const ids = [...markup.matchAll(/<(\w+)[^>]* id="([^"]+)"/g)].filter(([, , found]) => found === id)
		expect(ids.map(([, tag]) => tag)).toEqual([element])
	})

	test('a field that says its hint and its error', () => {
		const markup = renderToStaticMarkup(<TextInput name="email" label="E-mail" hint="Yours" errors={errors} />)
		expect(markup).toContain('aria-describedby="field-email-hint field-email-error"')
		expect(markup).toContain('id="field-email-hint"')
		expect(markup).toContain('id="field-email-error"')
		expect(markup).toContain('aria-invalid="true"')
	})
})
