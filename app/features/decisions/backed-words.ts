import type { Utility } from '../../domain/decisions/methods/equal-shares-options.ts'
import type { PublishedCount } from '../../domain/decisions/methods/published-count.ts'

/** What a ballot did for a project that its people then help to pay for: "9 people chose it", "gave points to “A ramp”". */
export interface Backed {
	it: string
	that: string
}

const byUtility: Record<Utility, Backed> = {
	cost: { it: 'chose it', that: 'chose' },
	cardinality: { it: 'chose it', that: 'chose' },
	points: { it: 'gave it points', that: 'gave points to' },
	borda: { it: 'ranked it', that: 'ranked' },
}

export function backedBy({ options }: Pick<PublishedCount, 'options'>): Backed {
	return byUtility[options.utility as Utility] ?? byUtility.cost
}
