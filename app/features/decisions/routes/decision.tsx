import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ThreadOf } from '~/features/thread/components/ThreadOf.tsx'
import { BoardDecided } from '../board/components/BoardDecided.tsx'
import { Counting } from '../components/Counting.tsx'
import { Decided } from '../components/Decided.tsx'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { Stopped } from '../components/Stopped.tsx'
import { Voting } from '../components/Voting.tsx'
import { kindWords } from '../decision-words.ts'
import { pageTitle } from '../page-title.ts'
import { readDecision } from '../read-decision.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle([data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	return await readDecision(args)
}

const parts = { open: Voting, closing: Counting, closed: Decided, stopped: Stopped }

export default function DecisionPage() {
	const facts = useLoaderData<typeof loader>()
	const Part = parts[facts.decision.state]
	// What a phone shows first is what people came for: the ballot, or the outcome. The thread comes after it.
	const thread = <ThreadOf thread={facts.thread} here="decision" base={facts.base} />
	const isSaid = facts.decision.state === 'closed'
	return (
		<>
			<DecisionTitle decision={facts.decision} isKindSaid={isSaid} />
			{facts.board ? (
				<BoardDecided {...facts} board={facts.board}>
					{thread}
				</BoardDecided>
			) : (
				<Part {...facts}>{thread}</Part>
			)}
		</>
	)
}
