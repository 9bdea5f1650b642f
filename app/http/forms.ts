import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import { newId } from './new-id.ts'

/** What a page needs to show a refused form again: nothing typed is lost. */
export interface FormState {
	/** By field name; `''` holds what belongs to no single field. */
	errors: Record<string, string[]>
	values: Record<string, string | string[]>
}

export type ReadForm<Value> = { value: Value; form: FormState } | { value: null; form: FormState }

/** More than any form of ours has: 200 choices with three answers each, and what is asked besides. */
const mostFields = 2000
const longestName = 200
const deepestName = 6

/**
 * Parses a posted form by a schema. `value` is null when something must be mended; `form` goes back to the page. Fields
 * whose names no form of ours could have are passed over: they could ask for objects of any depth and lists of any length.
 */
export async function readForm<Schema extends z.ZodType>(
	request: Request,
	schema: Schema,
): Promise<ReadForm<z.output<Schema>>> {
	const sent = await readPosted(request)
	const posted = new FormData()
	let fields = 0
	for (const [name, value] of sent) {
		if (!isFieldName(name)) continue
		if (++fields > mostFields) return { value: null, form: { errors: { '': [tooMany] }, values: typedValues(posted) } }
		posted.append(name, value)
	}
	const submission = parseWithZod(posted, { schema })
	const values = typedValues(posted)
	if (submission.status === 'success') return { value: submission.value, form: { errors: {}, values } }
	const reply = submission.reply()
	const errors = Object.fromEntries(Object.entries(reply.error ?? {}).map(([name, said]) => [name, said ?? []]))
	return { value: null, form: { errors, values } }
}

const tooMany = `This form came with more than ${mostFields} answers, so not all of them were read and nothing was saved. Take some out and send it again.`

function isFieldName(name: string): boolean {
	const indexes = [...name.slice(0, longestName).matchAll(/\[([^\]]*)\]/g)].map(([, index]) => index!)
	return (
		name.length <= longestName &&
		name.split(/[.[]/).length <= deepestName &&
		indexes.every((index) => index === '' || /^\d{1,3}$/.test(index))
	)
}

/**
 * A posted form as it came, for forms whose fields are not known beforehand. Without NUL: nobody can type it, and Postgres
 * cannot store it.
 */
export async function readPosted(request: Request): Promise<FormData> {
	const sent = await request.formData().catch(() => {
		throw new Response('unreadable', { status: 400 })
	})
	const posted = new FormData()
	for (const [name, value] of sent)
		posted.append(name, typeof value === 'string' ? value.replaceAll('\u0000', '') : value)
	return posted
}

/** The same form with one more thing to say about it: a refusal found after parsing. */
export function refuse(form: FormState, message: string, field = ''): FormState {
	return { ...form, errors: { ...form.errors, [field]: [...new Set([...(form.errors[field] ?? []), message])] } }
}

/**
 * The same form with its errors as the fields stand on the page, so that the summary leads through them from the top.
 * `names` are fields, or what the names of several begin with: `options` for `options.3.name`. Fields of one such name keep
 * the order they were sent in, which is a page's own; what is not named comes last.
 */
export function inPageOrder(form: FormState, names: readonly string[]): FormState {
	const sent = Object.keys(form.values)
	const place = (name: string) => {
		const at = names.findIndex((one) => name === one || name.startsWith(`${one}.`))
		return name === '' ? -1 : at < 0 ? names.length : at
	}
	const errors = Object.entries(form.errors).sort(
		([a], [b]) => place(a) - place(b) || sent.indexOf(a) - sent.indexOf(b),
	)
	return { ...form, errors: Object.fromEntries(errors) }
}

/** The same form as a new one: what it was first sent for stands, and this would be another. */
export function anew(form: FormState): FormState {
	return { ...form, values: { ...form.values, id: newId() } }
}

function typedValues(posted: FormData) {
	const all = new Map<string, string[]>()
	for (const [name, value] of posted) {
		if (typeof value !== 'string') continue
		const before = all.get(name)
		if (before) before.push(value)
		else all.set(name, [value])
	}
	return Object.fromEntries([...all].map(([name, values]) => [name, values.length === 1 ? values[0]! : values]))
}
