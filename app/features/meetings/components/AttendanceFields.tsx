import type { BodyMember } from '~/features/decisions/board/body-member.ts'
import type { Field } from '~/features/decisions/board/components/field.ts'
import { joinedWords, partChoices } from '~/features/decisions/board/minute-words.ts'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { Details } from '~/ui/Details.tsx'
import { Select } from '~/ui/Select.tsx'
import { TextInput } from '~/ui/TextInput.tsx'

/** Whether a seat is there: one answer for most; anything out of the ordinary is behind one more tap. */
export function AttendanceFields({ member, field, isSaid }: { member: BodyMember; field: Field; isSaid: boolean }) {
	const { memberId, name, right, votes } = member
	const of = (what: string) => field(`seats.${memberId}.${what}`)
	const joined = of('joined')
	const late = of('late')
	const left = of('left')
	const substitute = of('substitute')
	const isOpen =
		joined.defaultValue === 'remote' || [late, left, substitute].some((one) => one.defaultValue || one.errors)
	const ticked = ({ defaultValue }: { defaultValue?: string }) => (defaultValue ? [defaultValue] : [])
	return (
		<div className="part">
			<Select
				{...of('part')}
				label={[name, right, votes ? '' : 'no vote'].filter(Boolean).join(', ')}
				items={[
					...(isSaid ? [] : [{ value: '', text: 'Not said yet' }]),
					...(['present', 'absent'] as const).map((value) => ({ value, text: partChoices[value] })),
				]}
			/>
			<Details
				summary={
					<>
						Remote, late, left or substitute<span className="govuk-visually-hidden"> of {name}</span>
					</>
				}
				open={isOpen}
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
					hint="Whoever comes late may have no vote on the item that is under way. Each decision asks that again, and the minutes say after which item they came."
					defaultValues={ticked(late)}
					items={[{ value: 'yes', text: 'Late, or was out for a time' }]}
				/>
				<Checkboxes
					name={left.name}
					errors={left.errors}
					legend={`Whether ${name} is still there`}
					legendSize="s"
					hint="Each decision asks whether they were there for it, and the minutes say before which item they left. If they come back, take this tick away and tick that they were out for a time."
					defaultValues={ticked(left)}
					items={[{ value: 'yes', text: 'Has left' }]}
				/>
				<TextInput {...substitute} label={`Who came instead of ${name}`} optional hint="Their name." />
			</Details>
		</div>
	)
}
