import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { findPerson } from '~/../db/queries/persons.ts'
import { notFound } from '~/http/visit.ts'
import { comeIn } from '../come-in.server.ts'

export function loader() {
	return redirect('/sign-in')
}

/** On demonstration data only: see `context.demo`. */
export async function action({ request, context }: ActionFunctionArgs) {
	if (!context.demo) throw notFound()
	const posted = await request.formData()
	const person = await findPerson(context.db.read, String(posted.get('person') ?? ''))
	if (!person || person.erasedAt) return redirect('/sign-in', 303)
	const next = posted.get('next')
	const said = `You are in as ${person.name}.`
	return comeIn(request, context, { personId: person.id, sharedDevice: false, next: next ? String(next) : null, said })
}
