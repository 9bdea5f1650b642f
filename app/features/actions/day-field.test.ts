import { expect, test } from 'vitest'
import { z } from 'zod'
import { readForm } from '~/http/forms.ts'
import { optionalDay, requiredDay, typedDay } from './day-field.ts'

const must = z.object({ dueOn: requiredDay('Enter when it is due') })
const may = z.object({ dueOn: optionalDay() })

function post(day: string, month: string, year: string) {
	const body = new URLSearchParams({ 'dueOn.day': day, 'dueOn.month': month, 'dueOn.year': year })
	return new Request('http://here.invalid/', { method: 'POST', body })
}

test.each([
	['a day', ['1', '4', '2027'], '2027-04-01'],
	['with zeros and spaces', ['01', ' 04 ', '2027'], '2027-04-01'],
	['a leap day', ['29', '2', '2028'], '2028-02-29'],
])('%s', async (_what, boxes, day) => {
	expect((await readForm(post(...(boxes as [string, string, string])), must)).value).toEqual({ dueOn: day })
})

test.each([
	['no such day', ['31', '6', '2027'], 'Enter a real date, like 27 3 2027'],
	['no leap day', ['29', '2', '2027'], 'Enter a real date, like 27 3 2027'],
	['words', ['first', 'April', '2027'], 'Enter a real date, like 27 3 2027'],
	['half a date', ['1', '', '2027'], 'Enter a real date, like 27 3 2027'],
	['a short year', ['1', '4', '27'], 'Enter a real date, like 27 3 2027'],
	['nothing', ['', '', ''], 'Enter when it is due'],
])('%s is said once, and what was typed is kept', async (_what, boxes, message) => {
	const { value, form } = await readForm(post(...(boxes as [string, string, string])), must)
	expect(value).toBeNull()
	expect(form.errors).toEqual({ dueOn: [message] })
	expect(Object.values(typedDay(form.values, 'dueOn'))).toEqual(boxes)
})

test('a date that may be left empty is null', async () => {
	expect((await readForm(post('', '', ''), may)).value).toEqual({ dueOn: null })
})
