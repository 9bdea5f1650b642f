import type { ReactNode } from 'react'
import type { ListedDecision } from '~/features/decisions/list-shown.server.ts'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { longMoment } from '~/ui/dates.ts'
import { InsetText } from '~/ui/InsetText.tsx'
import { stepWords, type WayToDecision } from '../step-words.ts'

type Vote = Pick<ListedDecision, 'id' | 'question' | 'state' | 'mine' | 'closesAt'> & { about: { number: number } }

interface NextStepProps {
	/** On the way to a decision; null for whoever cannot take the words further. */
	way: WayToDecision | null
	/** Every vote on these words. */
	votes: readonly Vote[]
	/** `/p/harbourside` */
	base: string
}

/** The one thing to do next, and who can do it. While people vote on the words that is the vote, for everybody. */
export function NextStep({ way, votes, base }: NextStepProps) {
	const open = votes.filter(isOpen)
	const vote = open.find(({ mine }) => mine === 'waiting') ?? open[0]
	if (vote) return <ToTheVote vote={vote} way={way} base={base} />
	if (!way?.next) return null
	const { next, href, button } = stepWords(way.next, way)
	if (!href && !way.mayWrite) return null
	return (
		<Next way={way} words={next}>
			{href ? (
				<ButtonLink href={href} kind="secondary">
					{button}
				</ButtonLink>
			) : (
				<p className="govuk-body">
					<a href={way.people}>See who they are</a>
				</p>
			)}
		</Next>
	)
}

/** Not over and counted yet. */
export function isOpen({ state }: Pick<Vote, 'state'>): boolean {
	return state === 'open' || state === 'closing'
}

function ToTheVote({ vote, way, base }: { vote: Vote; way: WayToDecision | null; base: string }) {
	const { id, question, mine, about } = vote
	const words =
		vote.state === 'closing'
			? `Voting on version ${about.number} of these words is over, and the votes are being counted.`
			: `People are voting on version ${about.number} of these words until ${longMoment(vote.closesAt)}. ${yours(mine)}`
	return (
		<Next way={way} words={words}>
			<ButtonLink href={`${base}/decisions/${id}`}>
				{vote.state === 'open' && mine === 'waiting' ? 'Go to your vote' : 'See the vote'}
				<span className="govuk-visually-hidden"> on {question}</span>
			</ButtonLink>
		</Next>
	)
}

function yours(mine: Vote['mine']): string {
	if (mine === 'waiting') return 'You are asked, and have not voted yet.'
	return mine === 'voted' ? 'You have voted, and can change your mind until then.' : ''
}

function Next({ way, words, children }: { way: WayToDecision | null; words: string; children: ReactNode }) {
	return (
		<InsetText>
			<h2 className="govuk-heading-s">Next step</h2>
			<p className="govuk-body">{words}</p>
			{children}
			{way?.mayWrite && (
				<p className="govuk-body">
					<a href={`${way.address}/proposal`}>All the steps to a decision</a>
				</p>
			)}
		</InsetText>
	)
}
