import { consentChoices } from '~/domain/decisions/decision.ts'
import { Radios } from '~/ui/Radios.tsx'
import { consentWords } from '../answer-words.ts'
import type { BallotFieldsProps } from '../ballot-fields.ts'

const hints = {
	agree: undefined,
	concern: 'Say what the trouble is. It is written down with the result and stops nothing.',
	object: 'It is not agreed while anybody objects. Say why, and what would have to change.',
}

export function ConsentFields({ decision, values, errors }: BallotFieldsProps) {
	return (
		<Radios
			name="consent"
			legend={decision.question}
			legendSize="m"
			errors={errors.consent}
			defaultValue={typeof values.consent === 'string' ? values.consent : undefined}
			items={consentChoices.map((value) => ({ value, text: consentWords[value], hint: hints[value] }))}
		/>
	)
}
