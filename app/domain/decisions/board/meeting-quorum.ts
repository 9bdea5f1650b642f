import { type QuorumAnswer, quorumAnswer } from '../methods/quorum.ts'
import type { Minute } from './minute.ts'
import { isThere } from './taking-part.ts'

/**
 * Was there a quorum for this item? A share is a share of all voting seats; whoever has an interest is counted among those
 * present only where the body's rules say so (decisions.md, D7), and so is whoever joined remotely.
 */
export function meetingQuorum({ seats, rules }: Pick<Minute, 'seats' | 'rules'>): QuorumAnswer {
	const voting = seats.filter(({ votes }) => votes)
	const there = voting.filter((seat) => isThere(seat, rules))
	const present = there.map(({ right, part }) => ({ seat: right, interested: part === 'interest' }))
	return quorumAnswer(rules.quorum, voting.length, present)
}
