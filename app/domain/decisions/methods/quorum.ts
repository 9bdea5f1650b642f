import type { Fraction } from '../decision.ts'

/**
 * How many must take part: a number, or a share of those entitled rounded up; and, beside that, how many from a named class
 * of seat ("one NHS member"). Members shut out by an interest are counted where `countsInterested` says so.
 */
export interface QuorumRule {
	least: number | Fraction
	classes?: readonly { seat: string; least: number }[]
	countsInterested?: boolean
}

export interface Present {
	seat: string
	/** Has an interest in this item, so takes no part in it. */
	interested?: boolean
}

export function quorumNeeded(least: QuorumRule['least'], entitled: number): number {
	if (typeof least === 'number') return least
	const { numerator, denominator } = least
	return Number((BigInt(numerator) * BigInt(entitled) + BigInt(denominator) - 1n) / BigInt(denominator))
}

export interface QuorumAnswer {
	met: boolean
	needed: number
	present: number
	/** Classes of seat with too few present. */
	missing: { seat: string; needed: number; present: number }[]
}

export function quorumAnswer(rule: QuorumRule, entitled: number, present: readonly Present[]): QuorumAnswer {
	const counted = present.filter(({ interested }) => rule.countsInterested || !interested)
	const needed = quorumNeeded(rule.least, entitled)
	const missing = (rule.classes ?? []).flatMap(({ seat, least }) => {
		const there = counted.filter((member) => member.seat === seat).length
		return there < least ? [{ seat, needed: least, present: there }] : []
	})
	return { met: counted.length >= needed && missing.length === 0, needed, present: counted.length, missing }
}
