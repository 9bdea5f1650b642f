import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { Fieldset } from '~/ui/Fieldset.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import type { BodyMember } from '../find-body.server.ts'
import { classRows } from '../rules-form.ts'

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
			<TextInput
				{...field('least')}
				label="How many voting members must be there?"
				labelSize="m"
				hint="A number, like 7, or a share of all voting seats, like 1/4. A share is rounded up."
				width={5}
			/>
			<Radios
				{...field('interests')}
				legend="Does a member with an interest count towards that number?"
				hint="Such a member never takes part in the item or votes on it."
				items={[
					{ value: 'leave', text: 'No, they leave the quorum for that item' },
					{ value: 'count', text: 'Yes, they are counted' },
				]}
			/>
			<Radios
				{...field('casting')}
				legend="Is there a casting vote when votes are level?"
				hint="Without one, a level vote is not carried."
				items={[
					{ value: 'yes', text: 'Yes, whoever presides has one' },
					{ value: 'no', text: 'No' },
				]}
			/>
			<Radios
				{...field('threshold')}
				legend="What does a motion need to be carried?"
				hint="An amendment always needs more for than against."
				items={[
					{ value: 'majority', text: 'More for than against' },
					{ value: 'two-thirds-voting', text: 'At least two thirds of those for or against' },
					{ value: 'two-thirds-present', text: 'At least two thirds of those present' },
					{ value: 'two-thirds-entitled', text: 'At least two thirds of all who may vote' },
					{ value: 'three-quarters-voting', text: 'At least three quarters of those for or against' },
				]}
			/>
			<Fieldset legend="By which right does each member sit there?" legendSize="m">
				<p className="govuk-hint">For example: Councillor, NHS member, Director of public health, Healthwatch.</p>
				{seats.map(({ memberId, name, votes }) => (
					<TextInput
						key={memberId}
						{...field(`rights.${memberId}`)}
						label={votes ? name : `${name}, no vote`}
						optional={!votes}
					/>
				))}
			</Fieldset>
			<Fieldset legend="Must some of them be of a certain kind?" legendSize="m">
				<p className="govuk-hint">
					Leave this empty if not. Write the kind as you wrote it above: “NHS member”, and how many of them.
				</p>
				{Array.from({ length: classRows }, (_, at) => (
					<div className="part" key={at}>
						<TextInput {...field(`classes.${at}.seat`)} label={`Kind ${at + 1}`} optional />
						<TextInput
							{...field(`classes.${at}.least`)}
							label={`How many of kind ${at + 1}`}
							optional
							inputMode="numeric"
							width={3}
						/>
					</div>
				))}
			</Fieldset>
			<Button>Save the rules</Button>
		</form>
	)
}
