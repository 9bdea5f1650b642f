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

/** Parses a posted form by a schema. `value` is null when something must be mended; `form` goes back to the page. */
export async function readForm<Schema extends z.ZodType>(
	request: Request,
	schema: Schema,
): Promise<ReadForm<z.output<Schema>>> {
	const posted = await readPosted(request)
	const submission = parseWithZod(posted, { schema })
	const values = typedValues(posted)
	if (submission.status === 'success') return { value: submission.value, form: { errors: {}, values } }
	const reply = submission.reply()
	const errors = Object.fromEntries(Object.entries(reply.error ?? {}).map(([name, said]) => [name, said ?? []]))
	return { value: null, form: { errors, values } }
}

/** A posted form as it came, for forms whose fields are not known beforehand. */
export async function readPosted(request: Request): Promise<FormData> {
	return await request.formData().catch(() => {
		throw new Response('unreadable', { status: 400 })
	})
}

/** The same form with one more thing to say about it: a refusal found after parsing. */
export function refuse(form: FormState, message: string, field = ''): FormState {
	return { ...form, errors: { ...form.errors, [field]: [message] } }
}

/** The same form as a new one: what it was first sent for stands, and this would be another. */
export function anew(form: FormState): FormState {
	return { ...form, values: { ...form.values, id: newId() } }
}

function typedValues(posted: FormData) {
	const values: Record<string, string | string[]> = {}
	for (const name of new Set(posted.keys())) {
		const all = posted.getAll(name).filter((value): value is string => typeof value === 'string')
		values[name] = all.length === 1 ? all[0]! : all
	}
	return values
}
