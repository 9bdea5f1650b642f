import { index, route } from '@remix-run/route-config'

const page = (name: string) => `features/decisions/routes/${name}.tsx`

const boardPage = (name: string) => `features/decisions/board/routes/${name}`

/** Under `/p/:partnership/decisions`. */
export const decisions = [
	index(page('decisions')),
	route('new', page('set-up')),
	route('board/new', boardPage('board-entry.tsx')),
	route('secrecy', page('secrecy')),
	route(':decision', page('decision')),
	route(':decision/steps', page('steps')),
	route(':decision/files', page('files')),
	route(':decision/files/:file', 'features/decisions/routes/file.ts'),
	route(':decision/minute', page('minute')),
	route(':decision/minute.txt', 'features/decisions/routes/minute-text.ts'),
	route(':decision/ballot', page('ballot')),
	route(':decision/ballot/:member', page('helped-ballot')),
	route(':decision/receipt', page('receipt')),
	route(':decision/electors', page('electors')),
	route(':decision/stop', page('stop')),
	route(':decision/withdrawn', page('withdraw-option')),
	route(':decision/paper', page('paper')),
	route(':decision/paper/print', page('paper-print')),
	route(':decision/paper/reading', page('paper-reading')),
	route(':decision/casting-vote', page('casting-vote')),
	route(':decision/outcome', page('outcome')),
	route(':decision/board-minute', boardPage('minute.tsx')),
	route(':decision/board-minute.txt', boardPage('minute-text.ts')),
	route(':decision/correction', boardPage('correction.tsx')),
	route(':decision/approval', boardPage('approval.tsx')),
	route(':decision/names', boardPage('names.tsx')),
	route(':decision/notes', page('notes')),
	route(':decision/notes/:note/withdrawal', page('withdrawal')),
]
