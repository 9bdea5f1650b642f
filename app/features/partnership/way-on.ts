interface WayOn {
	href: string
	text: string
}

const places: Record<string, { list: string; one?: string }> = {
	documents: { list: 'See the documents', one: 'Go back to this document' },
	decisions: { list: 'See the decisions', one: 'Go back to this decision' },
	actions: { list: 'See the actions', one: 'Go back to this action' },
	people: { list: 'See who is here' },
	record: { list: 'See the record' },
}
const id = /^[0-9a-z]{16}$/

/**
 * Where somebody goes on from a page that was refused: back to the thing it belongs to, if they may be where it is and only
 * not do this, else to the list, else to what is happening now.
 */
export function wayOn(pathname: string, isHere: boolean): WayOn {
	const [, , slug, place = '', thing = '', more] = pathname.split('/')
	const here = `/p/${slug}`
	const known = places[place]
	if (!known) return { href: here, text: 'See what is happening now' }
	if (isHere && known.one && id.test(thing) && more) return { href: `${here}/${place}/${thing}`, text: known.one }
	// The list itself was refused.
	if (!thing && isHere) return { href: here, text: 'See what is happening now' }
	return { href: `${here}/${place}`, text: known.list }
}
