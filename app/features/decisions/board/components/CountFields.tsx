import { Fieldset } from '~/ui/Fieldset.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { Select } from '~/ui/Select.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import type { Field } from './field.ts'

interface CountProps {
	field: Field
	/** Empty for the motion, `amendments.0.` for an amendment. */
	prefix: string
}

export function MoverFields({ field, prefix, people }: CountProps & { people: { value: string; text: string }[] }) {
	const nobody = { value: '', text: 'Nobody is named' }
	return (
		<>
			<Select
				{...field(`${prefix}moverId`)}
				label="Who moved it?"
				hint="Who proposed these words."
				items={[nobody, ...people]}
			/>
			<Select
				{...field(`${prefix}seconderId`)}
				label="Who seconded it?"
				hint="Who supported them first, so that they were voted on."
				optional
				items={[nobody, ...people]}
			/>
		</>
	)
}

export function HandsFields({ field, prefix }: CountProps) {
	return (
		<Fieldset legend="The numbers, if hands were counted" legendSize="s">
			<TextInput {...field(`${prefix}for`)} label="For" inputMode="numeric" width={3} />
			<TextInput {...field(`${prefix}against`)} label="Against" inputMode="numeric" width={3} />
			<TextInput {...field(`${prefix}abstain`)} label="Abstained" inputMode="numeric" width={3} />
		</Fieldset>
	)
}

export function CastingFields({ field, prefix }: CountProps) {
	const chosen = field(`${prefix}castingChoice`)
	return (
		<>
			<Radios
				{...chosen}
				defaultValue={chosen.defaultValue ?? 'none'}
				legend="Casting vote of whoever presided"
				legendSize="s"
				hint="A second vote beside their own first one, that settles it when votes were level."
				items={[
					{ value: 'none', text: 'None' },
					{ value: 'for', text: 'For' },
					{ value: 'against', text: 'Against' },
				]}
			/>
			<TextArea
				{...field(`${prefix}castingReason`)}
				label="The reason for the casting vote"
				hint="A casting vote needs its reason. Without one, leave this empty."
				rows={2}
			/>
		</>
	)
}
