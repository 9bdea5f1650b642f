/** What somebody may be helped with. */
export type SupportScope = 'votes'

/** Helps a named member, with their consent, for a stated scope and time. */
export interface Supporter {
	id: string
	partnershipId: string
	/** Who is helped. They alone can agree to it. */
	memberId: string
	/** Who helps: another member. */
	supporterId: string
	scope: SupportScope
	agreedAt: Date
	/** The first moment at which it is over. */
	until: Date
	/** Ended earlier, by either of the two or because one of them left. */
	endedAt: Date | null
}

export function isStanding({ until, endedAt }: Pick<Supporter, 'until' | 'endedAt'>, now: Date): boolean {
	return endedAt === null && now < until
}

/** For how many months somebody may be named at a time; after that the member is asked again. */
export const supportMonths = [1, 3, 12] as const
export type SupportMonths = (typeof supportMonths)[number]

export type NamingRefusal = 'member-unknown' | 'supports-themselves' | 'named-already'

/** May this member name that one as their supporter? Null when they may. */
export function refuseNaming(
	memberId: string,
	supporter: { id: string; leftAt: Date | null } | null,
	own: readonly Pick<Supporter, 'supporterId' | 'until' | 'endedAt'>[],
	now: Date,
): NamingRefusal | null {
	if (!supporter || supporter.leftAt) return 'member-unknown'
	if (supporter.id === memberId) return 'supports-themselves'
	const isNamed = own.some((one) => one.supporterId === supporter.id && isStanding(one, now))
	return isNamed ? 'named-already' : null
}

/** That many months later; at the end of a shorter month its last day. */
export function supportUntil(from: Date, months: SupportMonths): Date {
	const until = new Date(from)
	until.setUTCDate(1)
	until.setUTCMonth(until.getUTCMonth() + months)
	const lastDay = new Date(Date.UTC(until.getUTCFullYear(), until.getUTCMonth() + 1, 0)).getUTCDate()
	until.setUTCDate(Math.min(from.getUTCDate(), lastDay))
	return until
}
