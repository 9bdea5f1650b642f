import type { FormState } from '~/http/forms.ts'
import { Checkboxes } from '~/ui/Checkboxes.tsx'

/** A blank ballot takes part and chooses nothing. Only on purpose: an empty form is more often a mistake. */
export function BlankChoice({ values, errors }: Pick<FormState, 'values' | 'errors'>) {
	return (
		<Checkboxes
			name="blank"
			legend="Or choose nothing"
			legendSize="s"
			errors={errors.blank}
			defaultValues={values.blank === 'yes' ? ['yes'] : []}
			items={[
				{
					value: 'yes',
					text: 'Leave my ballot blank',
					hint: 'You count as taking part and choose nothing.',
				},
			]}
		/>
	)
}
