declare const proof: unique symbol

export type Role = 'facilitator' | 'member' | 'observer'
export type Office = 'none' | 'chair' | 'clerk'

export interface Seat {
	readonly groupId: string
	readonly votes: boolean
	readonly office: Office
}

/** Proof that a request was addressed to this partnership. Queries ask for one, so none can forget where it is. */
export interface Place {
	readonly [proof]: true
	readonly partnershipId: string
}

/** Proof that this person belongs to this partnership. Made from a session only (`http/visit`, `collab-server/authenticate`). */
export interface Membership extends Place {
	readonly memberId: string
	readonly personId: string
	readonly name: string
	readonly voiceId: string
	readonly voice: string
	readonly role: Role
	readonly seats: readonly Seat[]
}

export function place(partnershipId: string): Place {
	return { partnershipId } as Place
}

/** The same member as if they had no seat and no task: what any member here may see. */
export function withoutSeats(who: Membership): Membership {
	return { ...who, role: 'member', seats: [] }
}

export function membership(facts: Omit<Membership, typeof proof>): Membership {
	return facts as Membership
}
