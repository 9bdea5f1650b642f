import { typedDay } from '~/features/actions/day-field.ts'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { DateInput } from '~/ui/DateInput.tsx'
import { Details } from '~/ui/Details.tsx'
import { Fieldset } from '~/ui/Fieldset.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import type { BodyMember } from '../body-member.ts'
import { RulesFields } from './RulesFields.tsx'

export interface RulesFormProps {
	seats: BodyMember[]
	first: Record<string, string>
	form?: FormState
}

export function RulesForm({ seats, first, form }: RulesFormProps) {
	const values = form?.values ?? first
	const field = (name: string) => {
		const value = values[name]
		return { name, errors: form?.errors[name], defaultValue: typeof value === 'string' ? value : undefined }
	}
	return (
		<form method="post" noValidate>
			<RulesFields field={field} prefix="">
				<Fieldset legend="By which right does each member sit there?" legendSize="m">
					<p className="govuk-hint">For example: Councillor, NHS member, Director of public health, Healthwatch.</p>
					{seats.map(({ memberId, name, votes }) => {
						const since = `since.${memberId}`
						const typed = typedDay(values, since)
						return (
							<div className="part" key={memberId}>
								<TextInput
									{...field(`rights.${memberId}`)}
									label={votes ? name : `${name}, no vote`}
									optional={!votes}
								/>
								<Details
									summary={
										<>
											The day their seat began<span className="govuk-visually-hidden"> of {name}</span>
										</>
									}
									open={Boolean(typed.day || typed.month || typed.year || form?.errors[since])}
								>
									<DateInput
										name={since}
										legend={`Since when has ${name} sat there?`}
										legendSize="s"
										hint="So that a meeting of an earlier day can be entered. For example, 27 3 2024."
										errors={form?.errors[since]}
										defaultValue={typed}
									/>
								</Details>
							</div>
						)
					})}
				</Fieldset>
			</RulesFields>
			<Button>Save the rules</Button>
		</form>
	)
}
