import type { NamePlace, TypedIn } from '~/domain/decisions/board/remove-names.ts'
import { nameRemoved } from '~/domain/decisions/board/remove-names.ts'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { Carried } from '../../components/Carried.tsx'
import { listWords } from '../../option-names.ts'

export interface NamesLooked {
	places: NamePlace[]
	/** Single words of what was voted on or concluded. */
	toPick: NamePlace[]
	near: NamePlace[]
	/** Names that were typed and stand nowhere. */
	nowhere: string[]
	/** The digest of this preview. */
	seen: string
}

export interface NamesPreviewProps extends NamesLooked {
	/** What the names are taken out of. */
	from?: string
	/** What a single word alone is asked about. */
	pickFrom?: string
	form: FormState
}

/** Said once it is done. */
export function removedWords(places: number): string {
	return `“${nameRemoved}” now stands ${places === 1 ? 'at 1 place' : `at ${places} places`}. The reason is on this page.`
}

/** The last look before names go for good: each place with the words around it, and what looks like a name and stays. */
export function NamesPreview({
	places,
	toPick,
	near,
	nowhere,
	seen,
	from = 'this minute',
	pickFrom = 'in what was voted on',
	form,
}: NamesPreviewProps) {
	return (
		<>
			{nowhere.length > 0 && (
				<InsetText>
					{listWords(nowhere.map((name) => `“${name}”`))} {nowhere.length === 1 ? 'stands' : 'stand'} nowhere in {from},
					written like that. If {nowhere.length === 1 ? 'it is' : 'they are'} spelled otherwise there, change the
					answers. Nothing is changed yet.
				</InsetText>
			)}
			<h2 className="govuk-heading-m">{changeWords(places.length)}</h2>
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
				<Carried form={form} except={['sure', 'seen', 'pick']} />
				<input type="hidden" name="seen" value={seen} />
				{toPick.length > 0 && (
					<Checkboxes
						name="pick"
						legend={`One word alone, ${pickFrom}`}
						legendSize="m"
						hint="A word that is missing here can change what was decided. Tick only the places where it is somebody’s name. What you do not tick stays."
						errors={form.errors.pick}
						defaultValues={[form.values.pick ?? []].flat()}
						items={toPick.map((place, at) => ({ value: String(at), text: <Place place={place} /> }))}
					/>
				)}
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

function changeWords(places: number): string {
	if (places === 0) return 'No place changes unless you tick it'
	return places === 1 ? '1 place will change' : `${places} places will change`
}

function Places({ places }: { places: NamePlace[] }) {
	return (
		<ul className="govuk-list govuk-list--bullet">
			{places.map((place, at) => (
				<li key={at}>
					<Place place={place} />
				</li>
			))}
		</ul>
	)
}

function Place({ place }: { place: NamePlace }) {
	return (
		<>
			{whereWords(place)}:{' '}
			<span className="as-typed">
				{place.before}
				<strong>{place.words}</strong>
				{place.after}
			</span>
		</>
	)
}

function whereWords({ in: typedIn, correction, item }: NamePlace) {
	const words = typedInWords[typedIn]
	if (item !== undefined) return `${item === null ? 'An item that was taken off' : `Item ${item}`}, ${lower(words)}`
	if (correction === null || typedIn === 'correction') return words
	return `${words}, before correction ${correction}`
}

function lower(words: string) {
	return words.charAt(0).toLowerCase() + words.slice(1)
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
	title: 'Its title',
	presenter: 'Who presents it',
	noted: 'What was said or concluded',
	private: 'Why it is not public',
	late: 'Why it was added late',
	retitled: 'Why its title was corrected',
	'taken-off': 'Why it was taken off',
	withdrawal: 'Why an interest was withdrawn',
	'short-notice': 'Why it was published late',
	'called-off': 'Why it was called off',
	moved: 'Where it was to be before, and why it was moved',
}
