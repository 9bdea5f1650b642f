import { isBudget } from '~/domain/decisions/askable.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { DateInput } from '~/ui/DateInput.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import type { AskableGroup, Asked, OnlineKind } from '../askable-group.ts'
import { ballotWords } from '../method-words.ts'
import { type WantName, wants } from '../wants.ts'
import { LockFields } from './LockFields.tsx'
import { OptionRows } from './OptionRows.tsx'
import { QuorumFields } from './QuorumFields.tsx'
import { ruleFields } from './RuleFields.tsx'
import { type SetUpFields, setUpFields } from './set-up-fields.ts'

export interface SetUpFormProps {
	id: string
	want: WantName
	kind: OnlineKind
	group: AskableGroup
	form?: FormState
}

/** Everything that is fixed once voting opens, and of the rules only those that this question needs. */
export function SetUpForm({ id, want, kind, group, form }: SetUpFormProps) {
	const fields = setUpFields(form)
	const { typed, errors } = fields
	const { method } = wants[want]
	const asked = group.asked[kind]
	const Rules = ruleFields[method]
	const chooses = method !== 'motion' && method !== 'consent'
	return (
		<form method="post" noValidate>
			{/* The enter key presses a form's first button, which must not be the one for more rows. */}
			<button type="submit" className="govuk-visually-hidden" tabIndex={-1} aria-hidden="true" />
			<input type="hidden" name="id" value={typed('id', id)} />
			<input type="hidden" name="want" value={want} />
			<input type="hidden" name="kind" value={kind} />
			<input type="hidden" name="group" value={group.id} />
			<TextInput
				name="question"
				label="What is the question?"
				labelSize="m"
				hint={ballotWords[method]}
				errors={errors.question}
				defaultValue={typed('question')}
			/>
			{chooses && <OptionRows priced={isBudget(method)} form={form} fields={fields} />}
			<Rules fields={fields} asked={asked} />
			{!chooses && <LockFields voices={asked.voices} fields={fields} />}
			<Secrecy asked={asked} fields={fields} />
			<Closing fields={fields} />
			<QuorumFields kind={kind} electors={asked.electors} fields={fields} />
			{method === 'motion' && (
				<Checkboxes
					name="standing"
					legend="Before it closes"
					errors={errors.standing}
					defaultValues={fields.ticked('standing')}
					items={[
						{
							value: 'yes',
							text: 'Show how it stands while voting is open',
							hint: 'For named votes only. Otherwise nobody sees it, you included.',
						},
					]}
				/>
			)}
			<NhsNumberChoice form={form} />
			<ButtonGroup>
				<Button>Check your answers</Button>
				<Button kind="secondary" name="step" value="start">
					Ask something else
				</Button>
			</ButtonGroup>
		</form>
	)
}

function Secrecy({ asked, fields: { typed, errors } }: { asked: Asked; fields: SetUpFields }) {
	return (
		<Radios
			name="secrecy"
			legend="Are votes secret or named?"
			errors={errors.secrecy}
			defaultValue={typed('secrecy', asked.usualSecrecy)}
			items={[
				{ value: 'secret', text: 'Secret', hint: 'No page shows how anybody voted. Usual where citizens vote.' },
				{ value: 'named', text: 'Named', hint: 'The result shows who voted how.' },
			]}
		/>
	)
}

function Closing({ fields: { typed, errors } }: { fields: SetUpFields }) {
	return (
		<>
			<DateInput
				name="closes"
				legend="On which day does voting close?"
				hint="For example, 14 6 2027."
				errors={errors.closes ?? errors['closes.day'] ?? errors['closes.month'] ?? errors['closes.year']}
				defaultValue={{ day: typed('closes.day'), month: typed('closes.month'), year: typed('closes.year') }}
			/>
			<TextInput
				name="time"
				label="At what time?"
				labelSize="m"
				hint="By the clock in London, for example 5pm. A vote that arrives at that very moment is too late."
				width={10}
				errors={errors.time}
				defaultValue={typed('time', '5pm')}
			/>
		</>
	)
}
