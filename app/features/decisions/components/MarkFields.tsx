import { isBudget } from '~/domain/decisions/askable.ts'
import type { ChoosingRules } from '~/domain/decisions/decision.ts'
import { ErrorMessage } from '~/ui/ErrorMessage.tsx'
import { Fieldset } from '~/ui/Fieldset.tsx'
import { FormGroup } from '~/ui/FormGroup.tsx'
import { describedBy, fieldId } from '~/ui/field-id.ts'
import { Hint } from '~/ui/Hint.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { type BallotFieldsProps, markField } from '../ballot-fields.ts'
import { pointsText } from '../ballot-problem-words.ts'
import { poundsText, pricedName } from '../money-words.ts'
import { type Whose, yours } from '../whose-words.ts'

/** Scores and points: a number beside each option. */
export function MarkFields({ decision, values, errors, of = yours }: BallotFieldsProps) {
	const { method, options, question } = decision
	const rules = decision.rules as ChoosingRules
	return (
		<FormGroup errors={errors.points}>
			<div id={fieldId('points')} tabIndex={-1}>
				<Fieldset
					legend={question}
					legendSize="m"
					role="group"
					describedBy={describedBy('points', true, errors.points)}
				>
					<Hint name="points">
						{isBudget(method) && `There is ${poundsText(rules.budget ?? 0)} to share. `}
						{method === 'score' ? scoreHint(rules) : pointsHint(rules, of)}
					</Hint>
					<ErrorMessage name="points" errors={errors.points} />
					{options.map(({ id, name, about, cost }) => (
						<TextInput
							key={id}
							name={markField(id)}
							label={pricedName({ name, cost })}
							hint={about}
							inputMode="numeric"
							autoComplete="off"
							width={3}
							errors={errors[markField(id)]}
							defaultValue={text(values[markField(id)])}
						/>
					))}
				</Fieldset>
			</div>
		</FormGroup>
	)
}

function scoreHint({ highest = 0, missing }: ChoosingRules) {
	return `Give each a whole number from 0 to ${highest}. ${missing === 'zero' ? 'One you leave empty counts as 0.' : 'Leave empty what there is no opinion on.'}`
}

function pointsHint({ points = 0, cap }: ChoosingRules, of: Whose) {
	return `${of.subject} ${of.have} ${pointsText(points)} to give out in whole numbers${cap === undefined ? '' : `, ${cap} at most to one`}. They need not all be used.`
}

function text(value: string | string[] | undefined) {
	return typeof value === 'string' ? value : undefined
}
