import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '~/ui/BackLink.tsx'
import { listRoll } from '../../../../db/queries/electors.ts'
import { BallotPaper } from '../components/BallotPaper.tsx'
import { kindWords } from '../decision-words.ts'
import { pageTitle } from '../page-title.ts'
import { presentDecision } from '../present-decision.server.ts'
import { visitVoteAsRunner } from '../visit-decision.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Ballot paper', data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { decision, partnership, address } = await visitVoteAsRunner(args)
	const roll = await listRoll(args.context.db.read, decision.id)
	const voices = [...new Set(roll.map(({ voice }) => voice))]
	return {
		address,
		name: partnership.name,
		decision: presentDecision(decision, new Date()),
		/** A secret paper says whose side it speaks from and nothing else, where there is more than one. */
		voices: decision.rules.secrecy === 'secret' && voices.length > 1 ? voices : [],
	}
}

export default function PaperPrintPage() {
	const { address, name, decision, voices } = useLoaderData<typeof loader>()
	return (
		<>
			<BackLink href={`${address}/paper`}>Back to paper votes</BackLink>
			<h1 className="govuk-heading-l screen-only">
				{voices.length > 0 ? `Ballot papers, one for each voice` : 'Ballot paper'}
			</h1>
			<p className="govuk-body screen-only">
				Print as many as you need with your browser’s own print command.
				{voices.length > 0 && ' Give each person the paper of their own voice.'}
			</p>
			{voices.length > 0 ? (
				voices.map((voice) => <BallotPaper key={voice} decision={decision} partnership={name} voice={voice} />)
			) : (
				<BallotPaper decision={decision} partnership={name} />
			)}
		</>
	)
}
