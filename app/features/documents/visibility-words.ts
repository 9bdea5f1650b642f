import { type Document, type Ending, endingOf, type Phase, type Visibility } from '../../domain/documents/document.ts'

/** "Who can see this", under the title of every page of a document. */
export function whoCanSee(
	{ visibility, groupId, phase }: Pick<Document, 'visibility' | 'groupId' | 'phase'>,
	group: string | null,
): string {
	const whoseWords = groupId ? `The people in ${group ?? 'its group'} write it.` : 'Every member can write in it.'
	const writers = endingOf({ phase }) ? 'Nobody can write in it now.' : whoseWords
	const readers: Record<Visibility, string> = {
		public: 'Everyone can read this.',
		partnership: 'Only members of this partnership can read this.',
		group: `Only the people in ${group ?? 'its group'} and the facilitators can read this.`,
		circle: 'Only the people in this circle can read this. Facilitators cannot.',
	}
	return visibility === 'circle' ? readers.circle : `${readers[visibility]} ${writers}`
}

export const visibilityChoices: { value: Exclude<Visibility, 'circle'>; text: string; hint: string }[] = [
	{ value: 'public', text: 'Everyone', hint: 'Anyone on the internet can read it. Only members write.' },
	{ value: 'partnership', text: 'Members of this partnership', hint: 'People must sign in to read it.' },
	{ value: 'group', text: 'Only the group that writes it', hint: 'The group’s own people, and the facilitators.' },
]

/** Why nobody can write in a document any more. */
export const endedWords: Record<Ending, string> = {
	final: 'These words are final, so nobody can change them.',
	ended: 'This work was stopped, so its words cannot change any more.',
}

/** Why words that wait on somebody's device are not in it, and what next. */
export const unsentWhy: Record<Ending, string> = {
	final:
		'These words were said to be final before yours were sent, so yours are not in them. Show them to those who run this document: until a decision rests on it they can open it again, and then yours are sent when you open it to write.',
	ended: 'This work was stopped before they were sent, so they cannot be put into it any more.',
}

export const phaseWords: Record<Phase, string> = {
	draft: 'open draft',
	proposed: 'proposed',
	final: 'final',
	stopped: 'stopped',
}

export const phaseTones: Record<Phase, 'open' | 'good' | 'late' | 'plain'> = {
	draft: 'open',
	proposed: 'plain',
	final: 'good',
	stopped: 'late',
}
