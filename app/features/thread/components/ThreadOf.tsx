import type { StopName, Target, Thread as ThreadFacts } from '~/domain/thread/stops.ts'
import { Thread } from '~/ui/Thread.tsx'
import { nameOf, wordsOf } from './stop-words.ts'

export interface ThreadOfProps {
	/** From `findThread`. */
	thread: ThreadFacts
	/** The stop this page is about: it is not linked to itself. */
	here: StopName
	/** `/p/harbourside` */
	base: string
}

/** Where this stands, with one click each way. */
export function ThreadOf({ thread, here, base }: ThreadOfProps) {
	const stops = thread.map((stop) => ({
		key: stop.stop,
		name: nameOf(stop),
		detail: wordsOf(stop),
		href: stop.target && stop.stop !== here ? base + pathTo(stop.target, stop.stop) : undefined,
		state: stop.state,
	}))
	return <Thread stops={stops} />
}

function pathTo(target: Target, stop: StopName): string {
	switch (target.to) {
		case 'document':
			return `/documents/${target.id}${stop === 'need' ? '#need' : ''}`
		case 'version':
			return `/documents/${target.documentId}/versions/${target.number}`
		case 'decision':
			return `/decisions/${target.id}`
		case 'action':
			return `/actions/${target.id}${stop === 'difference' ? '#difference' : ''}`
		case 'actions':
			return `/actions?decision=${target.decisionId}`
		case 'all-actions':
			return `/actions?document=${target.documentId}`
	}
}
