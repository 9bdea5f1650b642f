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

/** A paper, for those who read it. */
export const thePaper: Whose = { subject: 'The paper', they: 'it', your: 'the paper’s', are: 'is', have: 'has' }

export function reasonLabel(helping: { name: string } | null | undefined): string {
	return helping ? `${helping.name}’s reason` : 'Your reason'
}

export function changeLabel(helping: { name: string } | null | undefined): string {
	return `What would have to change for ${helping ? helping.name : 'you'} to live with it?`
}

/** The box by which a ballot is left blank on purpose, as the box and the errors about it say it. */
export function blankLabel(of: Whose): string {
	return of === yours ? 'Leave my ballot blank' : `Leave ${of.your} ballot blank`
}
