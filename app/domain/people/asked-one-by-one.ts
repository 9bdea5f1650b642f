import type { Group } from './group.ts'
import type { Voice } from './partnership.ts'

/**
 * Whether somebody on an invitations file needs a yes of their own: a commissioner's voice, or a seat with a vote on a board,
 * is power that a slip in a spreadsheet should not hand out with the rest.
 */
export function isAskedOneByOne(voice: Pick<Voice, 'kind'> | null, group: Pick<Group, 'kind'> | null): boolean {
	return voice?.kind === 'commissioner' || group?.kind === 'board'
}
