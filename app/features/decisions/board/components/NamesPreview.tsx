import type { NamePlace, TypedIn } from '~/domain/decisions/board/remove-names.ts'
import { nameRemoved } from '~/domain/decisions/board/remove-names.ts'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { Carried } from '../../components/Carried.tsx'

export interface NamesPreviewProps {
	places: NamePlace[]
	near: NamePlace[]
	form: FormState
}

/** The last look before names go for good: each place with the words around it, and what looks like a name and stays. */
export function NamesPreview({ places, near, form }: NamesPreviewProps) {
	return (
		<>
			<h2 className="govuk-heading-m">
				{places.length === 1 ? '1 place will change' : `${places.length} places will change`}
			</h2>
			<p className="govuk-body">
				“{nameRemoved}” will stand for the words in bold. Read each place: it must still say what was meant.
			</p>
			<Places places={places} />
			{near.length > 0 && (
				<>
					<h2 className="govuk-heading-m">
						{near.length === 1 ? '1 place looks alike and stays' : `${near.length} places look alike and stay`}
					</h2>
					<p className="govuk-body">
						They may be somebody else. If they are the same person, change the answers and enter the name as it stands
						there too.
					</p>
					<Places places={near} />
				</>
			)}
			<WarningText>Nobody can bring a name back. Copies people printed or downloaded before still have it.</WarningText>
			<form method="post" noValidate>
				<Carried form={form} except={['sure', 'seen']} />
				<input type="hidden" name="seen" value={places.length} />
				<Checkboxes
					name="sure"
					legend="Are you sure?"
					legendSize="m"
					errors={form.errors.sure}
					items={[{ value: 'yes', text: 'Yes. I know that nobody can bring these names back.' }]}
				/>
				<ButtonGroup>
					<Button kind="warning" name="step" value="save">
						Take these names out
					</Button>
					<Button kind="secondary" name="step" value="change">
						Change the answers
					</Button>
				</ButtonGroup>
			</form>
		</>
	)
}

function Places({ places }: { places: NamePlace[] }) {
	return (
		<ul className="govuk-list govuk-list--bullet">
			{places.map((place, at) => (
				<li key={at}>
					{whereWords(place)}:{' '}
					<span className="as-typed">
						{place.before}
						<strong>{place.words}</strong>
						{place.after}
					</span>
				</li>
			))}
		</ul>
	)
}

function whereWords({ in: typedIn, correction }: NamePlace) {
	if (correction === null || typedIn === 'correction') return typedInWords[typedIn]
	return `${typedInWords[typedIn]}, before correction ${correction}`
}

const typedInWords: Record<TypedIn, string> = {
	place: 'Place or link',
	question: 'What was to be decided',
	motion: 'The motion',
	amendment: 'An amendment',
	wording: 'The motion as amended',
	outcome: 'What this led to',
	reasons: 'Reasons',
	casting: 'Reason for the casting vote',
	substitute: 'Substitute',
	interest: 'An interest',
	dispensation: 'Who allowed somebody to take part',
	correction: 'Reason for a correction',
	removal: 'Reason for an earlier removal',
}
