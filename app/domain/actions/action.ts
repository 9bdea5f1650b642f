export const actionStatuses = [
	'not-started',
	'on-track',
	'at-risk',
	'late',
	'done',
	'stopped',
	'went-backwards',
] as const
export type ActionStatus = (typeof actionStatuses)[number]

export const verdictAnswers = ['a-lot', 'a-little', 'no', 'worse', 'dont-know'] as const
export type VerdictAnswer = (typeof verdictAnswers)[number]

export interface Action {
	id: string
	partnershipId: string
	decisionId: string
	reference: string
	title: string
	accountableBody: string
	lead: string
	leadMemberId: string | null
	citizenPartnerId: string | null
	expectedDifference: string
	/** ISO days. */
	firstDueOn: string
	dueOn: string
	/** What was last reported, or that it went backwards and is not mended; `shownStatus` is what everyone sees. */
	status: ActionStatus
	createdBy: string
	createdAt: Date
}
