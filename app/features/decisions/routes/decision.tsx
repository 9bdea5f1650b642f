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
	// While people vote, the ballot comes before everything that is not needed to vote.
	const isOpen = facts.decision.state === 'open'
	const thread = <ThreadOf thread={facts.thread} here="decision" base={facts.base} />
	return (
		<>
			<DecisionTitle decision={facts.decision} />
			{!isOpen && thread}
			{facts.board ? <BoardDecided {...facts} board={facts.board} /> : <Part {...facts} />}
			{isOpen && thread}
		</>
	)
}
