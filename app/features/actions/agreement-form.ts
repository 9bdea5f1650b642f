import { z } from 'zod'
import { formId, sure, words } from '~/features/documents/form-fields.ts'
import { idPattern } from '~/http/new-id.ts'
import type { agreeAction } from './agree-action.server.ts'
import { requiredDay } from './day-field.ts'
import type { Refused } from './refused.ts'

const chosenMember = z
	.string()
	.regex(idPattern, 'Choose somebody from the list')
	.optional()
	.transform((chosen) => chosen ?? null)

/** In the order of the page, so that the summary leads through it from the top. */
export const agreementForm = z.object({
	id: formId,
	title: words('Enter what will be done', 200),
	expectedDifference: words('Enter what will be different for people', 2000),
	accountableBody: words('Enter which body answers for it', 200),
	lead: words('Enter who leads it', 200),
	leadMemberId: chosenMember,
	citizenPartnerId: chosenMember,
	dueOn: requiredDay('Enter when it is due'),
	sure,
})

/** Which field each refusal belongs to (`''` for none), its words, and the answer's status. */
export const agreeRefusals: Record<Refused<typeof agreeAction>, [field: string, words: string, status: number]> = {
	'not-found': [
		'',
		'This decision is no longer here. Nothing was saved. Go back to the decisions and choose another.',
		404,
	],
	'not-allowed': [
		'',
		'Only the group’s chair or clerk, or a facilitator, can agree actions. Ask one of them to do it with you.',
		403,
	],
	'still-open': ['', 'People are still voting on this decision. Actions can be agreed once it has closed.', 409],
	'decision-stopped': [
		'',
		'This decision was stopped, so nothing follows from it. A new decision can be opened on the same words.',
		409,
	],
	'not-agreed': [
		'',
		'This decision was not agreed, so nothing follows from it. A new version can be put to people.',
		409,
	],
	'only-advice': [
		'',
		'This was a show of views, which is advice. Put the version to a panel vote before agreeing actions.',
		409,
	],
	'due-in-the-past': ['dueOn', 'This date has gone by. Enter today or a later day', 422],
	'agreed-already': [
		'',
		'This action was agreed before, and it stays as you first sent it. What you typed now is still below and is not saved yet. To agree it as another action, send it again.',
		409,
	],
	'lead-cannot-read': [
		'leadMemberId',
		'Only one group can read what this follows from, and this person is not in it. Choose somebody from the list',
		422,
	],
	'partner-cannot-read': [
		'citizenPartnerId',
		'Only one group can read what this follows from, and this person is not in it. Choose somebody from the list',
		422,
	],
	'lead-not-member': ['leadMemberId', 'This person is not a member who can report. Choose somebody from the list', 422],
	'partner-not-citizen': [
		'citizenPartnerId',
		'A citizen partner neither commissions nor provides. Choose somebody from the list',
		422,
	],
}
