import { Details } from '~/ui/Details.tsx'
import { Select } from '~/ui/Select.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import type { BodyMember } from '../find-body.server.ts'
import { partChoices } from '../minute-words.ts'
import type { Field } from './field.ts'

const withoutVote = ['present', 'absent', 'interest'] as const
const withVote = ['present', 'for', 'against', 'abstain', 'absent', 'interest'] as const

/** One answer for most members; a substitute or an interest is behind one more tap. */
export function PartFields({ member, field }: { member: BodyMember; field: Field }) {
	const { memberId, name, right, votes } = member
	const part = field(`seats.${memberId}.part`)
	const substitute = field(`seats.${memberId}.substitute`)
	const interest = field(`seats.${memberId}.interest`)
	const dispensation = field(`seats.${memberId}.dispensation`)
	const more = [substitute, interest, dispensation]
	return (
		<div className="part">
			<Select
				{...part}
				defaultValue={part.defaultValue ?? 'present'}
				label={[name, right, votes ? '' : 'no vote'].filter(Boolean).join(', ')}
				items={(votes ? withVote : withoutVote).map((value) => ({ value, text: partChoices[value] }))}
			/>
			<Details
				summary={
					<>
						Substitute or interest<span className="govuk-visually-hidden"> of {name}</span>
					</>
				}
				open={more.some(({ defaultValue, errors }) => defaultValue || errors)}
			>
				<TextInput {...substitute} label={`Who came instead of ${name}`} optional hint="Their name." />
				<TextInput
					{...interest}
					label={`${name}’s interest in this item`}
					optional
					hint="What it is, as it was declared."
				/>
				<TextInput
					{...dispensation}
					label={`Who allowed ${name} to take part all the same`}
					optional
					hint="Leave this empty unless a dispensation was given."
				/>
			</Details>
		</div>
	)
}
