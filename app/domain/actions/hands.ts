import type { Role } from '../access/membership.ts'

/** What is known of somebody named to take part in an action. */
export interface Hand {
	role: Role
	leftAt: Date | null
	/** The voice's kind, which stays when a partnership renames it. */
	voiceKind: string
}

/** Whoever leads must belong now and be able to report. */
export function mayLead({ role, leftAt }: Hand): boolean {
	return role !== 'observer' && !leftAt
}

/** Sharing an action means sharing it with somebody who neither commissions nor provides. Added voices may. */
export function mayPartner(hand: Hand): boolean {
	return mayLead(hand) && hand.voiceKind !== 'commissioner' && hand.voiceKind !== 'provider'
}
