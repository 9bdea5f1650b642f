import { index, route } from '@remix-run/route-config'

const page = (name: string) => `features/decisions/routes/${name}.tsx`

/** Under `/p/:partnership/decisions`. */
export const decisions = [
	index(page('decisions')),
	route('new', page('set-up')),
	route(':decision', page('decision')),
	route(':decision/ballot', page('ballot')),
	route(':decision/ballot/:member', page('helped-ballot')),
	route(':decision/receipt', page('receipt')),
	route(':decision/electors', page('electors')),
	route(':decision/stop', page('stop')),
	route(':decision/outcome', page('outcome')),
	route(':decision/notes', page('notes')),
	route(':decision/notes/:note/withdrawal', page('withdrawal')),
]
