export interface Partnership {
	id: string
	slug: string
	name: string
	purpose: string
	runBy: string
	open: boolean
	createdAt: Date
}

/** The side a member speaks from: shape first, then the word, then the colour. */
export interface Voice {
	id: string
	partnershipId: string
	kind: string
	name: string
	plural: string
	/** Index into the shapes of `ui/Voice`: 0 circle, 1 square, 2 triangle, 3 diamond, … */
	shape: number
	position: number
}

/** The three that every partnership starts with. */
export const firstVoices = [
	{ kind: 'citizen', name: 'Citizen', plural: 'Citizens', shape: 0 },
	{ kind: 'commissioner', name: 'Commissioner', plural: 'Commissioners', shape: 1 },
	{ kind: 'provider', name: 'Provider', plural: 'Providers', shape: 2 },
] as const

/** Of a first facilitator who speaks for none of the three. */
export const ownVoice = { kind: 'none', name: 'Facilitator', plural: 'Facilitators', shape: 3 } as const

export type FirstVoice = (typeof firstVoices)[number]['kind'] | typeof ownVoice.kind

/** As many as there are marks that can be told apart without colour. */
export const mostVoices = 12
