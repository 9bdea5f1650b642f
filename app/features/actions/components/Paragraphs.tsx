/** Plain words with the line breaks their writer gave them. */
export function Paragraphs({ words }: { words: string }) {
	return words.split(/\n\s*\n/).map((paragraph, index) => (
		<p key={index} className="govuk-body">
			{paragraph.split('\n').flatMap((line, number) => (number === 0 ? [line] : [<br key={number} />, line]))}
		</p>
	))
}
