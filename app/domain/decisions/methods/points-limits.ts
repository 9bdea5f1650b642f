export interface PointsLimits {
	/** Points each person may give out; they need not use them all. */
	budget: number
	/** Most points for one choice, if there is such a limit. */
	cap?: number
}

export type PointsRefusal = 'not-whole' | 'below-zero' | 'over-budget' | 'over-cap' | 'unknown-choice' | 'named-twice'

/** What is wrong with a ballot and by how much, or null. A ballot that uses fewer points than it may is right. */
export function checkPoints(
	marks: readonly (readonly [choice: string, points: number])[],
	choices: readonly string[],
	{ budget, cap }: PointsLimits,
): { refused: PointsRefusal; choice?: string; by?: number } | null {
	const seen = new Set<string>()
	for (const [choice, points] of marks) {
		if (!choices.includes(choice)) return { refused: 'unknown-choice', choice }
		if (seen.has(choice)) return { refused: 'named-twice', choice }
		seen.add(choice)
		if (!Number.isSafeInteger(points)) return { refused: 'not-whole', choice }
		if (points < 0) return { refused: 'below-zero', choice, by: -points }
		if (cap !== undefined && points > cap) return { refused: 'over-cap', choice, by: points - cap }
	}
	const sum = marks.reduce((total, [, points]) => total + points, 0)
	return sum > budget ? { refused: 'over-budget', by: sum - budget } : null
}
