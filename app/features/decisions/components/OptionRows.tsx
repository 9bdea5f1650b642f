import { mostOptions } from '~/domain/decisions/askable.ts'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { Details } from '~/ui/Details.tsx'
import { Fieldset } from '~/ui/Fieldset.tsx'
import { fieldId } from '~/ui/field-id.ts'
import { TextArea } from '~/ui/TextArea.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { rowsShown, rowThing } from '../option-rows.ts'
import type { SetUpFields } from './set-up-fields.ts'

/** What people choose among, a row each; more rows come from the server, so that no script is needed. */
export function OptionRows({
	priced,
	form,
	fields: { typed, errors },
}: {
	priced: boolean
	form?: FormState
	fields: SetUpFields
}) {
	const shown = rowsShown(form)
	const thing = rowThing(priced)
	return (
		<div className="govuk-form-group">
			<h2 className="govuk-heading-m">{priced ? 'Which projects are there?' : 'What is there to choose from?'}</h2>
			<p className="govuk-hint">
				Rows you leave empty are passed over. {priced && 'Costs are in pounds, like 1200 or 1200.50. '}
				People see them in this order.
				{priced &&
					' Enter every project that was put forward, also those that are not on the list: unfold “Not on the list” and say why.'}
			</p>
			<input type="hidden" name="rows" value={shown} />
			{Array.from({ length: shown }, (_, index) => index + 1).map((at) => {
				const name = (part: string) => `options.${at}.${part}`
				return (
					<div key={at} className="govuk-form-group">
						<Fieldset legend={`${thing} ${at}`} legendSize="s" role="group">
							<TextInput
								name={name('name')}
								label="Name"
								errors={errors[name('name')]}
								defaultValue={typed(name('name'))}
								autoComplete="off"
							/>
							{priced && (
								<TextInput
									name={name('cost')}
									label="What it costs"
									prefix="£"
									width={10}
									inputMode="decimal"
									errors={errors[name('cost')]}
									defaultValue={typed(name('cost'))}
									autoComplete="off"
								/>
							)}
							<TextInput
								name={name('about')}
								label="More about it"
								optional
								errors={errors[name('about')]}
								defaultValue={typed(name('about'))}
								autoComplete="off"
							/>
							{priced && (
								<Details
									summary={
										<>
											Not on the list<span className="govuk-visually-hidden">: {`${thing} ${at}`}</span>
										</>
									}
									open={Boolean(typed(name('leftOut')) || errors[name('leftOut')])}
								>
									<TextInput
										name={name('leftOut')}
										label="Why it is not on the list"
										hint="Leave this empty for what people can choose. Everyone will read it."
										optional
										errors={errors[name('leftOut')]}
										defaultValue={typed(name('leftOut'))}
										autoComplete="off"
									/>
								</Details>
							)}
						</Fieldset>
					</div>
				)
			})}
			{shown < mostOptions && (
				<Button kind="secondary" name="step" value="more" formAction={`#${fieldId(`options.${shown + 1}.name`)}`}>
					Add more rows
				</Button>
			)}
			{priced && (
				<TextArea
					name="shortlistRule"
					label="By which rule is something on the list?"
					labelSize="m"
					hint="As it was published before. Needed when you leave something off, and otherwise as you like. Everyone will read it."
					rows={3}
					errors={errors.shortlistRule}
					defaultValue={typed('shortlistRule')}
				/>
			)}
		</div>
	)
}
