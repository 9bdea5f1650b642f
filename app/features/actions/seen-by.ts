import type { Visibility } from '~/domain/documents/document.ts'

/** Who can see something that is as visible as its document, in the words that stand under its title. */
export function seenBy(visibility: Visibility, { open }: { open: boolean }, groupName?: string): string {
	switch (visibility) {
		case 'public':
			return open ? 'Everyone can read this page.' : 'Only members of this partnership can read this page.'
		case 'partnership':
			return 'Only members of this partnership can read this page.'
		case 'group':
			return `Only ${groupName ?? 'the group it belongs to'} and the facilitators can read this page.`
		case 'circle':
			return `Only ${groupName ?? 'the circle it belongs to'} can read this page. Facilitators cannot.`
	}
}
