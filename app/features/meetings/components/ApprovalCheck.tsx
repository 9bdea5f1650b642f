import type { ApprovalAsked } from '~/domain/meetings/approve-minutes.ts'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { longDate, type Moment } from '~/ui/dates.ts'
import { WarningText } from '~/ui/WarningText.tsx'
import { minutesRefusals } from '../room-refusals.ts'

/** Asked only of whoever entered a day on which no meeting of the body is known here. */
export function Elsewhere({ form }: { form: FormState }) {
	const isTicked = form.values.elsewhere === 'yes'
	if (!isTicked && !form.errors.day?.includes(minutesRefusals['day-no-meeting'])) return null
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

interface ApprovalCheckProps extends Pick<ApprovalAsked, 'day' | 'seen' | 'elsewhere'> {
	address: string
	startsAt: Moment
}

/** The last step: what is locked cannot be put right any more. */
export function ApprovalCheck({ address, startsAt, day, seen, elsewhere }: ApprovalCheckProps) {
	const [year, month, date] = day.split('-')
	const sent = { 'day.day': date, 'day.month': month, 'day.year': year, seen, checked: day }
	return (
		<form method="post" noValidate>
			<WarningText>
				The minutes of {longDate(startsAt)} will be locked as approved at the meeting on {longDate(day)}
				{elsewhere && ', which was not entered here'}.
			</WarningText>
			{Object.entries(sent).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			{elsewhere && <input type="hidden" name="elsewhere" value="yes" />}
			<ButtonGroup>
				<Button>Approve and lock the minutes</Button>
				<a className="govuk-link" href={`${address}/approval`}>
					Enter another day
				</a>
			</ButtonGroup>
		</form>
	)
}
