/** A way in that a facilitator gave somebody. An invitation is used once, a return card again and again. */
export interface JoinCode {
	id: string
	partnershipId: string
	kind: 'invitation' | 'card'
	codeHash: string
	/** The member a card lets in; for an invitation, who joined by it. */
	memberId: string | null
	/** Who is expected, as the facilitator wrote it. */
	name: string
	email: string | null
	/** Null when the person says themselves which side they speak from. */
	voiceId: string | null
	/** A seat that comes with the invitation. */
	groupId: string | null
	/** `waiting` came from a file and needs a facilitator's yes. */
	state: 'waiting' | 'live' | 'used' | 'revoked'
	createdBy: string
	createdAt: Date
	expiresAt: Date | null
	lastUsedAt: Date | null
}

export const invitationDays = 30

export function invitationEnds(now: Date): Date {
	return new Date(now.getTime() + invitationDays * 24 * 60 * 60_000)
}

/**
 * May this member be given a card by `maker`? A card lets its maker in as its holder, so it is only for people who have no
 * other way in. Whoever has an e-mail address signs in with it. A card for oneself takes nothing from anybody.
 */
export function judgeCard(
	maker: { memberId: string },
	holder: { memberId: string; email: string | null },
): 'ok' | 'has-email' {
	return holder.email === null || holder.memberId === maker.memberId ? 'ok' : 'has-email'
}

export type JoinRefusal = 'unknown' | 'used' | 'revoked' | 'expired'

/** May this code be used now? One that still waits for a facilitator's yes is as good as none. */
export function judgeJoinCode(joinCode: Pick<JoinCode, 'state' | 'expiresAt'> | null, now: Date): JoinRefusal | 'ok' {
	if (!joinCode || joinCode.state === 'waiting') return 'unknown'
	if (joinCode.state !== 'live') return joinCode.state
	if (joinCode.expiresAt && now >= joinCode.expiresAt) return 'expired'
	return 'ok'
}
