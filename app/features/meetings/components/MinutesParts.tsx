import type { MinutePart } from '~/features/decisions/board/minute-text.ts'
import type { MinutesPart } from '../minutes-text.ts'

/** The minutes for reading aloud, printing and signing. */
export function MinutesParts({ parts }: { parts: MinutesPart[] }) {
	return parts.map(({ heading, lines, under }) => (
		<section key={heading}>
			<h2 className="govuk-heading-m as-typed">{heading}</h2>
			<Lines lines={lines} />
			{under.map((part) => (
				<Under key={part.heading} {...part} />
			))}
		</section>
	))
}

function Under({ heading, lines }: MinutePart) {
	return (
		<>
			<h3 className="govuk-heading-s">{heading}</h3>
			<Lines lines={lines} />
		</>
	)
}

function Lines({ lines }: { lines: string[] }) {
	return lines.map((line) => (
		<p key={line} className="govuk-body as-typed">
			{line}
		</p>
	))
}
