import { Radios } from '../../../ui/Radios.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'

interface Field {
	name: string
	errors: string[] | undefined
	defaultValue: string | undefined
}

/** The fields of `partnership-form`, as they are asked on the set-up and the settings page. */
export function AboutPartnership({ field }: { field: (name: string) => Field }) {
	return (
		<>
			<TextInput
				{...field('name')}
				label="What is it called?"
				hint="Such as Harbourside Health and Wellbeing Partnership"
			/>
			<TextArea
				{...field('purpose')}
				label="What is it for?"
				hint="One or two plain sentences. This is the first thing people read."
				rows={3}
			/>
			<TextInput {...field('runBy')} label="Who runs it?" hint="The bodies that answer for this place" />
			<Radios
				{...field('open')}
				legend="Who can see it?"
				items={[
					{
						value: 'yes',
						text: 'Everyone',
						hint: 'Public documents, decisions and actions can be read without signing in.',
					},
					{ value: 'no', text: 'Only people who have been invited' },
				]}
			/>
		</>
	)
}
