import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { stepWords, type WayToDecision } from '../step-words.ts'

/** The one thing to do next on the way to a decision, and who can do it. */
export function NextStep({ way }: { way: WayToDecision }) {
	if (!way.next) return null
	const { next, href, button } = stepWords(way.next, way)
	if (!href && !way.mayWrite) return null
	return (
		<InsetText>
			<h2 className="govuk-heading-s">Next step</h2>
			<p className="govuk-body">{next}</p>
			{href ? (
				<ButtonLink href={href} kind="secondary">
					{button}
				</ButtonLink>
			) : (
				<p className="govuk-body">
					<a href={way.people}>See who they are</a>
				</p>
			)}
			{way.mayWrite && (
				<p className="govuk-body">
					<a href={`${way.address}/proposal`}>All the steps to a decision</a>
				</p>
			)}
		</InsetText>
	)
}
