import type { FormState } from '~/http/forms.ts'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { blankLabel, type Whose, yours } from '../whose-words.ts'

/** A blank ballot takes part and chooses nothing. Only on purpose: an empty form is more often a mistake. */
export function BlankChoice({ values, errors, of }: Pick<FormState, 'values' | 'errors'> & { of: Whose }) {
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
					text: blankLabel(of),
					hint: `${of.subject} ${of === yours ? 'count' : 'counts'} as taking part and ${of === yours ? 'choose' : 'chooses'} nothing.`,
				},
			]}
		/>
	)
}
