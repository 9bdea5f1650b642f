interface WaysIn {
	email: string | null
	/** In any partnership. */
	hasCard: boolean
	/** Somebody there can print a card. */
	belongs: boolean
}

/** The address, or how somebody without one comes back: the truth also when there is no way. */
export function wayInWords({ email, hasCard, belongs }: WaysIn): string {
	if (email) return email
	if (hasCard) return 'None. You come in with your return card.'
	return `None, and you have no return card. Once you are signed out here you cannot come back, so give an address${belongs ? ' or ask a facilitator to print you a card' : ''} first.`
}
