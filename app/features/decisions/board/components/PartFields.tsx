import type { Part } from '~/domain/decisions/board/minute.ts'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { Details } from '~/ui/Details.tsx'
import { Select } from '~/ui/Select.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import type { BodyMember } from '../body-member.ts'
import { joinedWords, partChoices } from '../minute-words.ts'
import type { Field } from './field.ts'

const parts = ['present', 'left', 'absent', 'interest'] as const satisfies readonly Part[]

export interface PartFieldsProps {
	member: BodyMember
	field: Field
	/** By which right they sat there is asked, because it is not written down or may have been wrongly. */
	asksRight: boolean
}

/** Whether a member was there: one answer for most; anything out of the ordinary is behind one more tap. */
export function PartFields({ member, field, asksRight }: PartFieldsProps) {
	const { memberId, name, right, votes, handover } = member
	const of = (what: string) => field(`seats.${memberId}.${what}`)
	const part = of('part')
	const joined = of('joined')
	const late = of('late')
	const sitsAs = of('right')
	const words = [of('substitute'), of('interest'), of('dispensation')] as const
	const [substitute, interest, dispensation] = words
	const isSaid = words.some(({ defaultValue, errors }) => defaultValue || errors)
	return (
		<div className="part">
			<Select
				{...part}
				label={[name, right, votes ? '' : 'no vote'].filter(Boolean).join(', ')}
				items={[
					{ value: '', text: 'Choose' },
					...parts.map((value) => ({ value, text: partChoices[value] })),
					...(handover ? [{ value: 'none', text: 'Held no seat at that meeting' }] : []),
				]}
			/>
			{asksRight && (
				<TextInput
					{...sitsAs}
					defaultValue={sitsAs.defaultValue ?? right}
					label={`By which right ${name} sat there`}
					optional={!votes}
					hint="For example: Councillor, NHS member."
				/>
			)}
			<Details
				summary={
					<>
						Remote, late, substitute or interest<span className="govuk-visually-hidden"> of {name}</span>
					</>
				}
				open={isSaid || joined.defaultValue === 'remote' || late.defaultValue === 'yes'}
			>
				<Select
					{...joined}
					label={`How ${name} joined`}
					items={(['room', 'remote'] as const).map((value) => ({ value, text: joinedWords[value] }))}
				/>
				<Checkboxes
					name={late.name}
					errors={late.errors}
					legend={`When ${name} came`}
					legendSize="s"
					defaultValues={late.defaultValue ? [late.defaultValue] : []}
					items={[{ value: 'yes', text: 'After the debate had begun' }]}
				/>
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
					hint="Leave this empty unless somebody who may do so allowed it (a dispensation)."
				/>
			</Details>
		</div>
	)
}
