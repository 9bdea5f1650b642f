import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '~/ui/BackLink.tsx'
import { longMoment } from '~/ui/dates.ts'
import { Table } from '~/ui/Table.tsx'
import { VoiceMark } from '~/ui/VoiceMark.tsx'
import { listRoll } from '../../../../db/queries/electors.ts'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { kindWords } from '../decision-words.ts'
import { pageTitle } from '../page-title.ts'
import { presentDecision } from '../present-decision.server.ts'
import { visitDecisionAsMember } from '../visit-decision.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Who may vote', data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

/** Names of people, so members alone may see them, whoever may read the decision. */
export async function loader(args: LoaderFunctionArgs) {
	const { decision, partnership, address } = await visitDecisionAsMember(args)
	// Who took part in a meeting stands in its minute.
	if (decision.kind === 'board-decision') throw redirect(`${address}/board-minute`)
	const shown = presentDecision(decision, new Date())
	const isOneGroups = ['group', 'circle'].includes(decision.about.visibility)
	return {
		address,
		name: partnership.name,
		decision: { ...shown, seenBy: isOneGroups ? shown.seenBy : 'Only members of this partnership can read this page.' },
		roll: await listRoll(args.context.db.read, decision.id),
	}
}

export default function ElectorsPage() {
	const { address, decision, roll } = useLoaderData<typeof loader>()
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<DecisionTitle decision={decision}>Who may vote</DecisionTitle>
			<p className="govuk-body">
				Fixed when voting opened at {longMoment(decision.opensAt)}, and part of what is sealed (seal{' '}
				<code>{decision.shortSeal}</code>). This page never shows who has voted.
			</p>
			<Table
				caption={`${roll.length} people`}
				captionSize="m"
				head={[{ text: 'Name' }, { text: 'Voice' }]}
				rows={roll.map(({ memberId, name, voice, shape }) => [
					name,
					<VoiceMark key={memberId} shape={shape} name={voice} />,
				])}
			/>
		</>
	)
}
