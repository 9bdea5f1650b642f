import type { ApprovalDay } from '~/domain/meetings/approval-day.ts'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { longDate } from '~/ui/dates.ts'
import { WarningText } from '~/ui/WarningText.tsx'
import { noMeetingThatDay } from '../approval-words.ts'

/** Asked only of whoever entered a day on which no meeting of the body is known here. */
export function Elsewhere({ form }: { form: FormState }) {
	const isTicked = form.values.elsewhere === 'yes'
	if (!isTicked && !form.errors.day?.includes(noMeetingThatDay)) return null
	return (
		<Checkboxes
			name="elsewhere"
			legend="Was that meeting entered here?"
			legendSize="s"
			hint="The record will say that it was not."
			defaultValues={isTicked ? ['yes'] : []}
			items={[{ value: 'yes', text: 'The body met on that day, and the meeting was not entered here' }]}
		/>
	)
}

interface ApprovalCheckProps extends Pick<ApprovalDay, 'day' | 'elsewhere'> {
	/** "The minutes of 12 June 2026" */
	what: string
	button: string
	/** To begin again. */
	again: string
	/** What else the form sends. */
	sent: Record<string, string>
}

/** The last step: what is locked cannot be put right any more. */
export function ApprovalCheck({ what, button, again, sent, day, elsewhere }: ApprovalCheckProps) {
	const [year = '', month = '', date = ''] = day.split('-')
	const fields = { 'day.day': date, 'day.month': month, 'day.year': year, ...sent, checked: day }
	return (
		<form method="post" noValidate>
			<WarningText>
				{what} will be locked as approved at the meeting on {longDate(day)}
				{elsewhere && ', which was not entered here'}.
			</WarningText>
			{Object.entries(fields).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			{elsewhere && <input type="hidden" name="elsewhere" value="yes" />}
			<ButtonGroup>
				<Button>{button}</Button>
				<a className="govuk-link" href={again}>
					Enter another day
				</a>
			</ButtonGroup>
		</form>
	)
}
