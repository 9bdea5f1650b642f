import { isBudget } from '~/domain/decisions/askable.ts'
import type { ChoosingRules } from '~/domain/decisions/decision.ts'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import type { BallotFieldsProps } from '../ballot-fields.ts'
import { chosenOf } from '../ballot-so-far.ts'
import { poundsText, pricedName } from '../money-words.ts'

/** Approval and budgets: any number, unless the rules say how many at most. */
export function TickFields({ decision, values, errors }: BallotFieldsProps) {
	const { method, options, rules, question } = decision
	const { most, budget, withinBudget } = rules as ChoosingRules
	return (
		<Checkboxes
			name="tick"
			legend={question}
			legendSize="m"
			hint={
				<>
					{isBudget(method) && `There is ${poundsText(budget ?? 0)} to share. `}
					{most === undefined ? 'Choose as many as you like.' : `Choose ${most} at most.`}
					{isBudget(method) &&
						(withinBudget
							? ' Together they may cost that at most.'
							: ' Together they may cost more than there is: the count finds out which are paid for.')}
				</>
			}
			errors={errors.tick}
			defaultValues={chosenOf(values)}
			items={options.map(({ id, name, about, cost }) => ({
				value: id,
				text: pricedName({ name, cost }),
				hint: about,
			}))}
		/>
	)
}
