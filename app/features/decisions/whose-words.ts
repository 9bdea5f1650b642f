/** How a page speaks of whoever a ballot belongs to: the reader or, where a supporter fills it in, that person by name. */
export interface Whose {
	/** At the start of a sentence. */
	subject: string
	/** "you", "they": in the middle of one. */
	they: string
	your: string
	are: string
	have: string
}

export const yours: Whose = { subject: 'You', they: 'you', your: 'your', are: 'are', have: 'have' }

export function whoseBallot(helping: { name: string } | null | undefined): Whose {
	if (!helping) return yours
	return { subject: helping.name, they: 'they', your: `${helping.name}’s`, are: 'is', have: 'has' }
}
