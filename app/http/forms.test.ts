import { expect, test } from 'vitest'
import { z } from 'zod'
import { inPageOrder, readForm } from './forms.ts'

const anything = z.looseObject({})

async function read(sent: [string, string][]) {
	const posted = new FormData()
	for (const [name, value] of sent) posted.append(name, value)
	return await readForm(new Request('http://here.test/', { method: 'POST', body: posted }), anything)
}

test.each<[string, [string, string][]]>([
	['a list longer than any', [['list[4294967294]', 'x']]],
	['an object deeper than any', [[`a${'.b'.repeat(20_000)}`, 'x']]],
	['a place that is no number', [['list[-1]', 'x']]],
])('what no form of ours has is passed over: %s', async (_what, sent) => {
	const { value, form } = await read([...sent, ['kept', 'yes']])
	expect(value).toEqual({ kept: 'yes' })
	expect(form.values).toEqual({ kept: 'yes' })
})

test('more answers than any form of ours has are not taken, and are not lost', async () => {
	const { value, form } = await read(Array.from({ length: 10_000 }, (_, at) => [`options.${at}.name`, `${at}`]))
	expect(value).toBeNull()
	expect(form.errors['']).toEqual([expect.stringContaining('more than 2000 answers')])
	expect(form.values).toMatchObject({ 'options.0.name': '0', 'options.1999.name': '1999' })
})

test('two hundred choices with all their answers are read', async () => {
	const sent = Array.from({ length: 200 }, (_, at): [string, string][] =>
		['name', 'cost', 'about'].map((part) => [`options.${at + 1}.${part}`, `${part} ${at}`]),
	)
	const { value, form } = await read(sent.flat())
	expect(value).toMatchObject({ options: { 200: { name: 'name 199' } } })
	expect(Object.keys(form.values)).toHaveLength(600)
})

test('NUL, which Postgres cannot store, is left out; a field that came twice keeps both', async () => {
	const { form } = await read([
		['words', 'one\u0000two'],
		['twice', 'a'],
		['twice', 'b'],
	])
	expect(form.values).toEqual({ words: 'onetwo', twice: ['a', 'b'] })
})

test('errors come in the order of the page: what is no field’s, the named ones, rows as they were sent, then the rest', () => {
	const errors = Object.fromEntries(
		['other', 'closes.day', 'options.2.name', '', 'options.10.name', 'question', 'optionsMore'].map((name) => [
			name,
			['!'],
		]),
	)
	const values = { 'options.10.name': '', 'options.2.name': '', question: '' }
	const { errors: told } = inPageOrder({ errors, values }, ['question', 'options', 'closes'])
	expect(Object.keys(told)).toEqual([
		'',
		'question',
		'options.10.name',
		'options.2.name',
		'closes.day',
		'other',
		'optionsMore',
	])
})
