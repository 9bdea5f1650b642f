import { z } from 'zod'
import { groupKinds } from '../../domain/people/group.ts'
import { emailAddress, rowId } from '../account/account-form.ts'

const id = z.string().max(60)

export const invitationForm = z.object({
	id: rowId,
	name: z
		.string({ error: 'Enter the name of the person' })
		.trim()
		.min(1, 'Enter the name of the person')
		.max(60, 'Use 60 characters or fewer'),
	way: z.enum(['email', 'card'], { error: 'Choose how they get the invitation' }),
	email: emailAddress.optional(),
	voiceId: id.optional(),
	groupId: id.optional(),
})

export const groupForm = z.object({
	id: rowId,
	kind: z.enum(groupKinds, { error: 'Choose what kind of group it is' }),
	name: z
		.string({ error: 'Enter the name of the group' })
		.trim()
		.min(1, 'Enter the name of the group')
		.max(100, 'Use 100 characters or fewer'),
	purpose: z
		.string({ error: 'Say what the group is for' })
		.trim()
		.min(1, 'Say what the group is for')
		.max(1000, 'Use 1,000 characters or fewer'),
})

export const seatForm = z.object({
	memberId: id.min(1, 'Choose a person'),
	votes: z.enum(['yes', 'no'], { error: 'Choose whether they vote' }),
	office: z.enum(['none', 'chair', 'clerk'], { error: 'Choose an office' }),
})

export const membershipForm = z.object({
	voiceId: z.string({ error: 'Choose a voice' }).max(60),
	role: z.enum(['facilitator', 'member', 'observer'], { error: 'Choose what they may do' }),
})

const voiceName = (what: string) =>
	z
		.string({ error: `Enter ${what}` })
		.trim()
		.min(1, `Enter ${what}`)
		.max(40, 'Use 40 characters or fewer')

export const voiceForm = z.object({
	id: rowId,
	name: voiceName('the name for one person'),
	plural: voiceName('the name for several people'),
})
