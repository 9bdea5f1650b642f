import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fewestByVoice } from '~/domain/decisions/askable.ts'
import { fewestNaming, fewestShown } from '~/domain/decisions/small-numbers.ts'
import { visit } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { pageTitle } from '../page-title.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(['What secrecy protects', data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { partnership } = await visit(args)
	return { base: `/p/${partnership.slug}`, name: partnership.name }
}

/** What a secret vote promises, and, as plainly, what it does not. */
export default function SecrecyPage() {
	const { base } = useLoaderData<typeof loader>()
	return (
		<>
			<BackLink href={`${base}/decisions`}>Back to decisions</BackLink>
			<h1 className="govuk-heading-xl">What secrecy protects, and what it does not</h1>
			<h2 className="govuk-heading-m">What we do in a secret vote</h2>
			<ul className="govuk-list govuk-list--bullet">
				<li>No page ever shows how you voted: not to facilitators, and not to you on a shared screen.</li>
				<li>
					That you have voted is not shown either, only how many have, and after the vote how many of each voice. Where
					all of a voice or none of it took part, that tells of each of them whether they did.
				</li>
				<li>
					The record says only on which day a vote was cast or changed, in the same words for both. Its file to download
					leaves those entries out and keeps their codes.
				</li>
				<li>
					When voting closes, the one link between you and your ballot is destroyed. The ballots get new random numbers
					and are put in a new order. Receipts are shuffled apart from them, so not even a receipt leads to a vote.
				</li>
				<li>
					If fewer than {fewestShown} people vote, only how it came out is shown: no numbers, no ballots to take away,
					not even whether all were of one mind.
				</li>
				<li>
					A voice with fewer than {fewestShown} answers is not shown by itself, unless nobody in it voted. Nor is one
					whose answers could be worked out by taking away, also from an earlier vote about the same document. Where a
					ballot may choose several things, or put them in order, a voice is shown from {fewestNaming} ballots on: with
					fewer, its numbers beside the published ballots could tell which of them are its own.
				</li>
				<li>
					Ballots are published without names, times or voices. Only where the rule itself counts by voice, and every
					voice is large enough, do they say their voice. Money shared by voice needs at least {fewestByVoice} people in
					each.
				</li>
			</ul>
			<h2 className="govuk-heading-m">What this does not protect you from</h2>
			<h3 className="govuk-heading-s">Whoever runs the computer, while voting is open</h3>
			<p className="govuk-body">
				Until voting closes, your ballot can be joined to you, so that you can change your mind. No page does that. But
				somebody who runs the server and reads its files could.
			</p>
			<h3 className="govuk-heading-s">Old copies of the computer</h3>
			<p className="govuk-body">
				A back-up made while voting was open still holds the link. Ask whoever runs it how long such copies are kept.
			</p>
			<h3 className="govuk-heading-s">Somebody who reads the record closely</h3>
			<p className="govuk-body">
				The entries before and after yours have times, and everybody can see how many have voted. So somebody may work
				out about when a vote came, and whether it was a changed one. The codes of the record could also be tried out by
				computer until the minute fits. None of that shows whose vote it was, or what it said.
			</p>
			<h3 className="govuk-heading-s">Somebody looking over your shoulder</h3>
			<p className="govuk-body">
				Nothing here can see who is beside you. You can vote from another place, and change your vote until closing.
				Only the last one counts.
			</p>
			<h3 className="govuk-heading-s">Small groups, and votes all of one mind</h3>
			<p className="govuk-body">
				Where {fewestShown} or more voted, totals are always published. If they all vote alike, the result shows how
				everybody voted. Where fewer voted, how it came out may still let people guess. An unusual order of many options
				can be known by somebody you told it to.
			</p>
			<h3 className="govuk-heading-s">When the same people are asked again</h3>
			<p className="govuk-body">
				The totals of both votes are published. Where a few people joined, left, or answered only once, and all others
				answered as before, the difference shows how those few voted. Somebody who knows who they are can work it out.
				We then hide the voices, but we cannot hide the totals: everybody must be able to see why a vote came out as it
				did. We compare votes about the same document, and no others.
			</p>
			<h3 className="govuk-heading-s">Voices that are asked by themselves</h3>
			<p className="govuk-body">
				A secret vote asks a voice by itself, or for a least number of it, only if {fewestShown} or more people of that
				voice can vote. If {fewestShown} or more people voted in all, the result says whether the voice agreed. If only
				one person of it voted, that is how they voted. If fewer than {fewestShown} people voted, the result does not
				say which voice agreed. It says only how the whole vote came out. The ballot says all this before you cast it.
			</p>
			<h3 className="govuk-heading-s">Those who read paper votes</h3>
			<p className="govuk-body">
				A paper says your voice, and two people read it. If few papers come, they may guess whose it is. Vote on a
				screen if you would rather not be read by anybody.
			</p>
			<h3 className="govuk-heading-s">Your own reason, and your receipt</h3>
			<p className="govuk-body">
				A reason is shown with the result, so leave out what shows who you are. A receipt shows that your vote is in the
				count, not how you voted. Keep it to yourself all the same: somebody may press you for it.
			</p>
			<h2 className="govuk-heading-m">Named votes</h2>
			<p className="govuk-body">
				Some votes are named. Then everyone who can see the result sees who voted how. Each ballot says which it is
				before you cast it.
			</p>
			<p className="govuk-body">
				<a href="/privacy">What else is kept about you</a>
			</p>
		</>
	)
}
