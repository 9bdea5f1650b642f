import { WarningText } from '~/ui/WarningText.tsx'

/** Before anything rests on it: a decision and its meeting say things of who was there that cannot both be so. */
export function AttendanceDiffers({ differences }: { differences: readonly string[] }) {
	return (
		<>
			<WarningText>
				Who was there does not fit what a decision says. The minutes say so too, until it is put right: change who was
				there on the page of the meeting, or correct the decision.
			</WarningText>
			<ul className="govuk-list govuk-list--bullet">
				{differences.map((line) => (
					<li key={line} className="as-typed">
						{line}
					</li>
				))}
			</ul>
		</>
	)
}
