import { TextArea } from './TextArea.tsx'

/** What somebody wrote in a form that is not taken, to be copied elsewhere. Their words are not ours to drop. */
export function TypedWords({ typed }: { typed: readonly { label: string; words: string }[] }) {
	if (typed.length === 0) return null
	return (
		<>
			<p className="govuk-body">This is what you wrote. Copy it before you leave this page.</p>
			{typed.map(({ label, words }, number) => (
				<TextArea key={label} name={`typed-${number}`} label={label} defaultValue={words} rows={6} />
			))}
		</>
	)
}
