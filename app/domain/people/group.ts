export const groupKinds = ['panel', 'board', 'collaborative', 'circle'] as const
export type GroupKind = (typeof groupKinds)[number]

export interface Group {
	id: string
	partnershipId: string
	kind: GroupKind
	name: string
	purpose: string
	createdAt: Date
	closedAt: Date | null
}
