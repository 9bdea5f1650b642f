import { index, route } from '@remix-run/route-config'

const page = (name: string) => `features/decisions/routes/${name}.tsx`

/** Under `/p/:partnership/decisions`. */
export const decisions = [
	index(page('decisions')),
	route('new', page('set-up')),
	route('secrecy', page('secrecy')),
	route(':decision', page('decision')),
	route(':decision/steps', page('steps')),
	route(':decision/files', page('files')),
	route(':decision/files/:file', 'features/decisions/routes/file.ts'),
	route(':decision/minute', page('minute')),
	route(':decision/minute.txt', 'features/decisions/routes/minute-text.ts'),
	route(':decision/ballot', page('ballot')),
	route(':decision/receipt', page('receipt')),
	route(':decision/electors', page('electors')),
	route(':decision/stop', page('stop')),
	route(':decision/outcome', page('outcome')),
	route(':decision/notes', page('notes')),
	route(':decision/notes/:note/withdrawal', page('withdrawal')),
]
