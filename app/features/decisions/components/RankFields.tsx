import { isBudget } from '~/domain/decisions/askable.ts'
import type { ChoosingRules, Option } from '~/domain/decisions/decision.ts'
import type { Move } from '~/domain/decisions/ranking.ts'
import type { FormState } from '~/http/forms.ts'
import { ErrorMessage } from '~/ui/ErrorMessage.tsx'
import { Fieldset } from '~/ui/Fieldset.tsx'
import { FormGroup } from '~/ui/FormGroup.tsx'
import { describedBy, fieldId } from '~/ui/field-id.ts'
import { Hint } from '~/ui/Hint.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { type BallotFieldsProps, doing, markField, moves, workOut } from '../ballot-fields.ts'
import { numbersIn } from '../ballot-so-far.ts'
import { placesWords } from '../method-words.ts'
import { poundsText, pricedName } from '../money-words.ts'
import { yours } from '../whose-words.ts'

const moveWords: Record<Move, string> = { first: 'Put first', up: 'Move up', down: 'Move down' }

/** Numbers are typed, or moved by buttons that keep everything: nothing here needs a script or a pointer. */
export function RankFields({ decision, values, errors, of = yours }: BallotFieldsProps) {
	const { method, options, rules, question } = decision
	const { most, budget = 0 } = rules as ChoosingRules
	const mayBeLevel = method === 'schulze'
	return (
		<FormGroup errors={errors.order}>
			<EnterWorksOut />
			<div id={fieldId('order')} tabIndex={-1}>
				<Fieldset legend={question} legendSize="m" role="group" describedBy={describedBy('order', true, errors.order)}>
					<Hint name="order">
						{isBudget(method) && <p>There is {poundsText(budget)} to share.</p>}
						<ul className="govuk-list govuk-list--bullet">
							<li>
								Type 1 beside {of.your} first choice, 2 beside the next, and so on. Or use the buttons: they put the
								numbers in.
							</li>
							{mayBeLevel && <li>What {of.they} like the same may have the same number.</li>}
							<li>
								Leave empty what {of.they} do not want to put in order.{mayBeLevel && ' It counts as last.'}
							</li>
							<li>Skipping a number does no harm: only the order counts.</li>
						</ul>
						{isBudget(method) && most !== undefined && <p>{placesWords(most)}</p>}
					</Hint>
					<ErrorMessage name="order" errors={errors.order} />
					{inOrder(options, values, errors).map((option) => (
						<Place key={option.id} option={option} values={values} errors={errors[markField(option.id)]} />
					))}
				</Fieldset>
			</div>
		</FormGroup>
	)
}

interface PlaceProps {
	option: Option
	values: FormState['values']
	errors: string[] | undefined
}

function Place({ option: { id, name, about, cost }, values, errors }: PlaceProps) {
	const field = markField(id)
	const typed = values[field]
	const place = typeof typed === 'string' ? typed.trim() : ''
	return (
		<div className="place">
			<TextInput
				name={field}
				label={pricedName({ name, cost })}
				hint={about}
				inputMode="numeric"
				autoComplete="off"
				width={3}
				errors={errors}
				defaultValue={place}
			/>
			<div className="place__moves">
				{moves.map((how) => (
					<button
						key={how}
						type="submit"
						className="link-button"
						name="do"
						value={doing(how, id)}
						// The page comes back anew: whoever works by keyboard goes on where they were.
						// biome-ignore lint/a11y/noAutofocus: keeps the place of somebody who has just pressed this very button
						autoFocus={values.moved === id && values.how === how}
					>
						{moveWords[how]}
						<span className="govuk-visually-hidden">
							{` ${name}, ${place ? `now ${place}` : 'now without a number'}`}
						</span>
					</button>
				))}
			</div>
		</div>
	)
}

/** Enter in a field presses a form's first button, which otherwise would move the first option. */
function EnterWorksOut() {
	return (
		<button type="submit" name="do" value={workOut} className="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
			Show the order
		</button>
	)
}

/** As sealed, until somebody has worked out or moved something; then as they put them. */
function inOrder(options: readonly Option[], values: FormState['values'], errors: FormState['errors']): Option[] {
	if (!values.moved && !values.looked) return [...options]
	if (Object.keys(errors).length > 0) return [...options]
	const places = new Map(numbersIn(options, values))
	const placeOf = ({ id }: Option) => places.get(id) ?? Number.POSITIVE_INFINITY
	return [...options].sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)))
}
