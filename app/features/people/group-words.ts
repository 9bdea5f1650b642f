import type { Office } from '../../domain/access/membership.ts'
import type { GroupKind } from '../../domain/people/group.ts'

export const kindNames: Record<GroupKind, string> = {
	panel: 'Panel',
	board: 'Board',
	collaborative: 'Collaborative',
	circle: 'Private circle',
}

export const kindHints: Record<GroupKind, string> = {
	panel: 'People who discuss and vote by the group’s own rules.',
	board: 'Meets, and its clerk records what it decides.',
	collaborative: 'Bodies that work on something together.',
	circle: 'Only its seats can see what it writes and who is in it: not facilitators, not anybody else.',
}

/** "Chair, votes", "Does not vote". */
export function seatWords({ votes, office }: { votes: boolean; office: Office }) {
	const vote = votes ? 'votes' : 'does not vote'
	if (office === 'none') return votes ? 'Votes' : 'Does not vote'
	return `${office === 'chair' ? 'Chair' : 'Clerk'}, ${vote}`
}
