export interface PersonHere {
	memberId: string
	name: string
	voice: string
}

/** Who has the document open, each person once, from what the server says about each connection. */
export function peopleHere(states: Iterable<unknown>): PersonHere[] {
	const people = new Map<string, PersonHere>()
	for (const state of states) {
		const user = (state as { user?: Partial<PersonHere> } | null)?.user
		if (user?.memberId && user.name)
			people.set(user.memberId, { memberId: user.memberId, name: user.name, voice: user.voice ?? '' })
	}
	return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

export function peopleWords(people: readonly PersonHere[]): string {
	if (people.length <= 1) return 'You are the only one writing here now.'
	return `${people.length} people are writing here.`
}
