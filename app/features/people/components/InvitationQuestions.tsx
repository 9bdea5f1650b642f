import { fieldsOf } from '~/features/account/fields-of.ts'
import type { FormState } from '~/http/forms.ts'
import { Radios } from '~/ui/Radios.tsx'
import { Select } from '~/ui/Select.tsx'
import { TextInput } from '~/ui/TextInput.tsx'

interface InvitationQuestionsProps {
	form: FormState | undefined
	voices: { id: string; name: string }[]
	groups: { id: string; name: string }[]
}

export function InvitationQuestions({ form, voices, groups }: InvitationQuestionsProps) {
	const field = fieldsOf(form, { voiceId: '' })
	return (
		<>
			<TextInput
				{...field('name')}
				label="Their name"
				hint="A first name is enough. They can change it when they join."
				width={20}
				autoComplete="off"
				spellCheck={false}
			/>
			<Radios
				{...field('way')}
				legend="How do they get the invitation?"
				items={[
					{ value: 'email', text: 'By e-mail', hint: 'Give the address below.' },
					{
						value: 'card',
						text: 'On a card that you print',
						hint: 'They need no e-mail. They keep the card to come back.',
					},
				]}
			/>
			<TextInput
				{...field('email')}
				label="Their e-mail address"
				hint="Only for an invitation by e-mail. Only they and the facilitators see it."
				type="email"
				autoComplete="off"
				spellCheck={false}
				optional
			/>
			<Radios
				{...field('voiceId')}
				legend="Which side do they speak from?"
				items={[
					...voices.map(({ id, name }) => ({ value: id, text: name })),
					{ value: '', text: 'They will say when they join', divider: 'or' },
				]}
			/>
			{groups.length > 0 && (
				<Select
					{...field('groupId')}
					label="A seat in a group"
					hint="With a vote. You can change it later."
					optional
					items={[{ value: '', text: 'None yet' }, ...groups.map(({ id, name }) => ({ value: id, text: name }))]}
				/>
			)}
		</>
	)
}
