import type { DecisionKind } from '~/domain/decisions/decision.ts'
import { kindWords } from '~/features/decisions/decision-words.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { DateInput } from '~/ui/DateInput.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { Select } from '~/ui/Select.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { typedDay } from '../day-field.ts'

interface Choice {
	value: string
	text: string
}

export interface AgreementFormProps {
	id: string
	decision: { id: string; kind: DecisionKind; reference: string; question: string }
	/** Why nothing can follow from this decision; the form is then not shown. */
	refused: string | null
	leads: Choice[]
	partners: Choice[]
	form?: FormState
}

export function AgreementForm({ id, decision, refused, leads, partners, form }: AgreementFormProps) {
	const errors = form?.errors ?? {}
	const typed = (name: string) => form?.values[name]?.toString()
	const follows = (
		<>
			<p className="govuk-body">
				It follows from {kindWords[decision.kind].name.toLowerCase()} {decision.reference}, “{decision.question}”.
			</p>
			{refused && <InsetText>{refused}</InsetText>}
		</>
	)
	if (refused) return follows
	return (
		<form method="post">
			<input type="hidden" name="id" value={typed('id') ?? id} />
			{follows}
			<TextInput name="title" label="What will be done" errors={errors.title} defaultValue={typed('title')} />
			<TextArea
				name="expectedDifference"
				label="What will be different for people"
				hint="People are asked about this when it is done."
				errors={errors.expectedDifference}
				defaultValue={typed('expectedDifference')}
			/>
			<TextInput
				name="accountableBody"
				label="Which body answers for it"
				hint="For example, the council."
				errors={errors.accountableBody}
				defaultValue={typed('accountableBody')}
			/>
			<TextInput
				name="lead"
				label="Who leads it"
				hint="A role or a first name. Everyone who can read this action sees it."
				errors={errors.lead}
				defaultValue={typed('lead')}
			/>
			<Select
				name="leadMemberId"
				label="Is the lead a member here?"
				hint="Then they can report on it themselves."
				optional
				errors={errors.leadMemberId}
				defaultValue={typed('leadMemberId')}
				items={[{ value: '', text: 'No' }, ...leads]}
			/>
			<Select
				name="citizenPartnerId"
				label="Citizen partner"
				hint="Somebody who shares the work and can report on it too. Without one, the action says “no citizen partner yet”."
				optional
				errors={errors.citizenPartnerId}
				defaultValue={typed('citizenPartnerId')}
				items={[{ value: '', text: 'Nobody yet' }, ...partners]}
			/>
			<DateInput
				name="dueOn"
				legend="When is it due?"
				legendSize="s"
				hint="For example, 27 3 2027. This first date stays in sight for ever, even if it moves."
				errors={errors.dueOn}
				defaultValue={typedDay(form?.values ?? {}, 'dueOn')}
			/>
			<NhsNumberChoice form={form} />
			<Button>Agree this action</Button>
		</form>
	)
}
