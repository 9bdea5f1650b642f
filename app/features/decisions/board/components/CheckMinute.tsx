import type { ReactNode } from 'react'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { longDate } from '~/ui/dates.ts'
import { Panel } from '~/ui/Panel.tsx'
import { SummaryList } from '~/ui/SummaryList.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { Carried } from '../../components/Carried.tsx'
import type { ShownMinute } from '../present-minute.ts'
import { Amendments } from './Amendments.tsx'
import { HowEachTookPart } from './HowEachTookPart.tsx'

export interface CheckMinuteProps {
	shown: ShownMinute
	form: FormState
	button: string
	children?: ReactNode
}

/** The last look: what the body's rules make of what was typed, before it is saved. */
export function CheckMinute({ shown, form, button, children }: CheckMinuteProps) {
	return (
		<>
			<Panel title={shown.outcomeSaid}>
				{shown.why.map((sentence) => (
					<p key={sentence}>{sentence}</p>
				))}
			</Panel>
			{shown.silent.length > 0 && (
				<WarningText>
					Shown as present and not voting: {shown.silent.join(', ')}. Change the answers if they voted.
				</WarningText>
			)}
			<SummaryList
				rows={[
					{ key: 'Meeting', value: `${longDate(shown.heldOn)}, ${shown.place}` },
					{ key: 'Presiding', value: shown.presider },
					{ key: 'Minute taken by', value: shown.officer },
					{ key: 'What was to be decided', value: shown.question },
					{ key: 'The words voted on', value: <span className="as-typed">{shown.wording}</span> },
					{ key: 'Moved by', value: shown.mover ?? 'Nobody is named' },
					{ key: 'Seconded by', value: shown.seconder ?? 'Nobody is named' },
					{ key: 'How it was voted on', value: shown.how },
					{ key: 'Reasons', value: <span className="as-typed">{shown.reasons}</span> },
				]}
			/>
			<HowEachTookPart members={shown.members} />
			<Amendments amendments={shown.amendments} />
			{children}
			<form method="post">
				<Carried form={form} />
				<p className="govuk-body">
					<strong>
						Everyone who can read this decision reads each name with {shown.isNamed ? 'its vote' : 'the part they took'}
						.
					</strong>
				</p>
				<ButtonGroup>
					<Button name="step" value="save">
						{button}
					</Button>
					<Button kind="secondary" name="step" value="change">
						Change the answers
					</Button>
				</ButtonGroup>
			</form>
		</>
	)
}
