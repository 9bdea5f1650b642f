import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import type { Twin } from '../beside-entry.server.ts'

export function ChooseVersionFirst({ base }: { base: string }) {
	return (
		<>
			<h1 className="govuk-heading-l">Enter a board decision</h1>
			<EmptyState title="Choose the words first.">
				A board decision is about one version of one document. Open the version the board decided about, and start from
				there. <a href={`${base}/documents`}>See the documents</a>
			</EmptyState>
		</>
	)
}

export function ChooseBody({ address, bodies }: { address: string; bodies: { id: string; name: string }[] }) {
	return (
		<>
			<h2 className="govuk-heading-m">Which body decided?</h2>
			<ul className="govuk-list">
				{bodies.map(({ id, name }) => (
					<li key={id}>
						<a href={`${address}&group=${id}`}>{name}</a>
					</li>
				))}
			</ul>
		</>
	)
}

export function RulesFirst({
	base,
	body,
	versionId,
}: {
	base: string
	body: { id: string; name: string }
	versionId: string
}) {
	return (
		<EmptyState title={`The rules of ${body.name} are not written down yet.`}>
			<p className="govuk-body">
				Its quorum, its casting vote and by which right each member sits there are needed once. They are kept for every
				decision after this one.
			</p>
			<ButtonLink href={`${base}/people/groups/${body.id}/rules?version=${versionId}`}>Write down its rules</ButtonLink>
		</EmptyState>
	)
}

/** Two clerks of one meeting, or one of them twice: nothing is refused, since a board may decide twice in a day. */
export function TwinsEntered({ base, twins }: { base: string; twins: Twin[] }) {
	return (
		<WarningText>
			This body’s decision about these words on that day is entered already:{' '}
			{twins.map(({ id, reference, question }, at) => (
				<span key={id}>
					{at > 0 && ', '}
					<a href={`${base}/decisions/${id}`}>
						{reference}, {question}
					</a>
				</span>
			))}
			. Save this one only if it is another decision.
		</WarningText>
	)
}
