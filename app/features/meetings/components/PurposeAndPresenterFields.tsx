import { Radios } from '~/ui/Radios.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { purposeWords } from '../meeting-words.ts'

interface PurposeAndPresenterFieldsProps {
	errors: Record<string, string[]>
	purpose: string | undefined
	presenter: string | undefined
	/** What is decided is always about a paper. */
	hasPaper: boolean
}

/** What the body is asked to do with an item, and who presents it, as `meeting-forms` reads them. */
export function PurposeAndPresenterFields({ errors, purpose, presenter, hasPaper }: PurposeAndPresenterFieldsProps) {
	return (
		<>
			<Radios
				name="purpose"
				legend="What is the body asked to do?"
				legendSize="s"
				hint="A decision itself is taken at the meeting."
				errors={errors.purpose}
				defaultValue={purpose}
				items={[
					...(hasPaper ? [{ value: 'decide', text: purposeWords.decide }] : []),
					{ value: 'discuss', text: purposeWords.discuss },
					{ value: 'note', text: purposeWords.note },
				]}
			/>
			<TextInput
				name="presenter"
				label="Who presents it"
				hint="A name or a role. Everyone who can read the item sees it."
				optional
				errors={errors.presenter}
				defaultValue={presenter}
			/>
		</>
	)
}
