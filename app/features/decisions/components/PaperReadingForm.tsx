import { ballotForm } from '~/domain/decisions/answer.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { Select } from '~/ui/Select.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import type { ShownDecision } from '../present-decision.server.ts'
import { thePaper } from '../whose-words.ts'
import { namedAsCast } from '../withdrawn-words.ts'
import { ballotFields } from './BallotForm.tsx'
import { BlankChoice } from './BlankChoice.tsx'

export interface PaperReadingFormProps {
	decision: ShownDecision
	number: number
	/** Voices of the papers that came back. */
	voices: { id: string; name: string }[]
	/** Whose papers came back. */
	people: { memberId: string; name: string }[]
	id: string
	values: FormState['values']
	errors: FormState['errors']
	form?: FormState
	chooses: boolean
}

/** The ballot's own fields, filled in as the paper says, with its number and whose or which voice's it is. */
export function PaperReadingForm({
	decision,
	number,
	voices,
	people,
	id,
	values,
	errors,
	form,
	chooses,
}: PaperReadingFormProps) {
	const Fields = ballotFields[ballotForm(decision)]
	const typed = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined)
	return (
		<form method="post" noValidate>
			<input type="hidden" name="id" value={id} />
			<TextInput
				name="number"
				label="Number on the paper"
				labelSize="m"
				inputMode="numeric"
				width={3}
				errors={errors.number}
				defaultValue={typed('number') ?? String(number)}
			/>
			{decision.rules.secrecy === 'named' ? (
				<Select
					name="member"
					label="Name on the paper"
					labelSize="m"
					errors={errors.member}
					defaultValue={typed('member')}
					items={[
						{ value: '', text: 'Choose a name' },
						...people.map(({ memberId, name }) => ({ value: memberId, text: name })),
					]}
				/>
			) : (
				voices.length > 1 && (
					<Radios
						name="voice"
						legend="Voice printed on the paper"
						errors={errors.voice}
						defaultValue={typed('voice')}
						items={voices.map(({ id, name }) => ({ value: id, text: name }))}
					/>
				)
			)}
			{decision.withdrawn.length > 0 && (
				<p className="govuk-body">
					Enter what the paper says, also for what was withdrawn. That is not counted, and the rest of the paper is.
				</p>
			)}
			<Fields
				decision={{ ...decision, options: namedAsCast(decision) } as ShownDecision}
				values={values}
				errors={errors}
			/>
			{chooses && <BlankChoice values={values} errors={errors} of={thePaper} />}
			<Checkboxes
				name="spoilt"
				legend="Can it be counted?"
				errors={errors.spoilt}
				defaultValues={values.spoilt ? ['yes'] : []}
				items={[
					{
						value: 'yes',
						text: 'This paper cannot be counted',
						hint: 'Nobody can tell what is meant, or it breaks the rules printed on it. It is published as a spoilt paper.',
					},
				]}
			/>
			<TextArea
				name="reason"
				label="Reason on the paper"
				optional
				rows={3}
				errors={errors.reason}
				defaultValue={typed('reason')}
			/>
			{decision.method === 'consent' && (
				<TextArea
					name="change"
					label="What the paper says would have to change"
					optional
					rows={3}
					errors={errors.change}
					defaultValue={typed('change')}
				/>
			)}
			<NhsNumberChoice form={form} />
			<Button>This is what the paper says</Button>
		</form>
	)
}
