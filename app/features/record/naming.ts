import type { Membership } from '~/domain/access/membership.ts'
import { type Subject, sightOfSubject } from '~/domain/record/sight.ts'
import { kindWords } from '~/features/decisions/decision-words.ts'

/** What an id is called for one reader. `path` is inside the partnership, when there is a page to go to. */
export interface Named {
	words: string
	path: string | null
}

/** Names as they are now: an erased person is "A participant", and what is not open to the reader has no name. */
export function naming(who: Membership | null, subjects: ReadonlyMap<string, Subject>): (id: string) => Named {
	return (id) => {
		const subject = subjects.get(id)
		if (!subject) return { words: 'this partnership', path: null }
		return sightOfSubject(who, subject) === 'all'
			? { words: nameOf(subject), path: pathOf(subject) }
			: { words: unnamed(subject), path: null }
	}
}

function nameOf(subject: Subject): string {
	if (subject.is === 'member') return `${subject.name} (${subject.voice.toLowerCase()})`
	if (subject.is === 'group' || subject.is === 'voice') return `“${subject.name}”`
	if (subject.is === 'meeting') return `the meeting ${subject.reference}, ${subject.title}`
	if (subject.is === 'item') return 'an item of a meeting'
	const kind = subject.is === 'decision' ? `${kindWords[subject.vote.kind].name.toLowerCase()} ` : ''
	return `${kind}${subject.reference}, “${subject.title}”`
}

function pathOf(subject: Subject): string | null {
	switch (subject.is) {
		case 'document':
		case 'decision':
		case 'action':
		case 'meeting':
			return `/${subject.is}s/${subject.id}`
		default:
			return null
	}
}

/** Somebody who is not a member here learns the voice of a person, not the name. */
function unnamed(subject: Subject): string {
	switch (subject.is) {
		case 'member':
			return `a member (${subject.voice.toLowerCase()})`
		case 'document':
			return 'a document that is not open to you'
		case 'decision':
			return 'a decision that is not open to you'
		case 'action':
			return 'an action that is not open to you'
		case 'meeting':
			return 'a meeting that is not open to you'
		case 'item':
			return 'an item that is not open to you'
		default:
			return 'a group that is not open to you'
	}
}
