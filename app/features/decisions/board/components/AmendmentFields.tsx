import { Fieldset } from '~/ui/Fieldset.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { CastingFields, HandsFields, MoverFields } from './CountFields.tsx'
import type { Field } from './field.ts'

export interface AmendmentFieldsProps {
	/** From 0. */
	at: number
	field: Field
	people: { value: string; text: string }[]
	castingVote: boolean
}

export function AmendmentFields({ at, field, people, castingVote }: AmendmentFieldsProps) {
	const prefix = `amendments.${at}.`
	return (
		<Fieldset legend={`Amendment ${at + 1}`} legendSize="m">
			<TextArea {...field(`${prefix}change`)} label="What was to change?" rows={2} />
			<MoverFields field={field} prefix={prefix} people={people} />
			<Radios
				{...field(`${prefix}how`)}
				legend="How was the amendment voted on?"
				legendSize="s"
				items={[
					{ value: 'hands', text: 'By votes', hint: 'Enter the numbers.' },
					{ value: 'assent', text: 'By assent', hint: 'Nobody spoke against it.' },
				]}
			/>
			<HandsFields field={field} prefix={prefix} />
			{castingVote && <CastingFields field={field} prefix={prefix} />}
			<TextArea
				{...field(`${prefix}wording`)}
				label="The whole motion as this amendment left it"
				hint="Leave this empty if the amendment was not carried."
				rows={4}
			/>
		</Fieldset>
	)
}
