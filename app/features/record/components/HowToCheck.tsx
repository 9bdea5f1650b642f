/** So that nobody has to believe our page: what to keep, and how to make the codes again. */
export function HowToCheck({ base, head }: { base: string; head: string | null }) {
	return (
		<>
			<h2 className="govuk-heading-m">Check it yourself</h2>
			{head && (
				<p className="govuk-body">
					The last entry ends with the code <code className="hash">{head}</code>. Write it down. If it is still
					somewhere in the record next year, nothing before it has been changed or cut off.
				</p>
			)}
			<p className="govuk-body">
				<a href={`${base}/record/entries.json`}>Download every entry with its code (JSON)</a>. It holds ids and numbers,
				and neither names nor words. In the file a code is called a hash.
			</p>
			<ol className="govuk-list govuk-list--number">
				<li>Take the entries in order of number. The first one’s previousHash is 64 zeros.</li>
				<li>Each entry’s previousHash is the hash, the code, of the entry before it.</li>
				<li>
					Each hash is made in the way that computers call SHA-256, from the entry without its hash, as JSON in UTF-8,
					with its keys in alphabetical order at every level and no spaces.
				</li>
				<li>
					An entry marked as withheld belongs to a circle, is a vote cast or changed in a secret vote, or an interest in
					an item that is not open to you. You can check its place in the chain. Only that circle can check what its own
					say, and nobody what the others do: not even those who voted.
				</li>
			</ol>
		</>
	)
}
