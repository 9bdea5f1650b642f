import type { Visibility } from '~/domain/documents/document.ts'
import type { GroupKind } from '~/domain/people/group.ts'
import type { WithheldItem } from './meeting-words.ts'

/** Who may read an item, of those who may read its agenda (`domain/meetings/see-item`). */
export type ItemReaders = 'all' | 'body' | 'members' | 'some-members'

export function itemReaders({
	privateReason,
	paper,
}: {
	privateReason: string | null
	paper: { visibility: Visibility } | null
}): ItemReaders {
	if (privateReason !== null) return 'body'
	if (!paper || paper.visibility === 'public') return 'all'
	return paper.visibility === 'partnership' ? 'members' : 'some-members'
}

export function withheldReaders(item: WithheldItem): ItemReaders {
	if (item.because === 'private') return 'body'
	return item.openTo === 'members' ? 'members' : 'some-members'
}

export interface ReadItem {
	/** Null where it was taken off. */
	number: number | null
	readers: ItemReaders
}

interface Meeting {
	isPublished: boolean
	kind: GroupKind
	/** Its partnership is open to the public. */
	isOpen: boolean
}

/** Above an agenda: who can read it, and which items fewer people can, in the order of `items`. */
export function agendaReaders({ isPublished, kind, isOpen }: Meeting, items: readonly ReadItem[]): string {
	if (!isPublished) return 'This is a draft. Only the body that meets and those who run it can read this page.'
	if (kind === 'circle') return 'Only the members of this body and those who run its meetings can read this page.'
	// In a partnership that is not open its members are everybody who reads at all.
	const fewer = isOpen ? (['body', 'members', 'some-members'] as const) : (['body', 'some-members'] as const)
	const exceptions = fewer
		.map((readers) => ({ readers, which: items.filter((item) => item.readers === readers) }))
		.filter(({ which }) => which.length > 0)
		.sort((a, b) => items.indexOf(a.which[0]!) - items.indexOf(b.which[0]!))
		.map(({ readers, which }) => `${capital(namesOf(which))}: ${readersWords[readers]}.`)
	const whole = isOpen ? 'Everyone can read this page' : 'Only members of this partnership can read this page'
	return exceptions.length === 0 ? `${whole}.` : `${whole}, but not every item. ${exceptions.join(' ')}`
}

const readersWords: Record<Exclude<ItemReaders, 'all'>, string> = {
	body: 'only the members of this body and those who run its meetings, because it is in part B',
	members: 'only members of this partnership, because its paper is open to them alone',
	'some-members': 'only those who can read its paper',
}

/** "item 2", "items 2, 3 and one that was taken off" */
function namesOf(items: readonly ReadItem[]): string {
	const numbers = items.flatMap(({ number }) => (number === null ? [] : [String(number)]))
	const gone = items.length - numbers.length
	const names = [
		...numbers,
		...(gone > 0 ? [gone === 1 ? 'one that was taken off' : `${gone} that were taken off`] : []),
	]
	const listed = names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
	return numbers.length === 0 ? listed : `${numbers.length === 1 ? 'item' : 'items'} ${listed}`
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1)
}
