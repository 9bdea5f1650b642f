import type { MetaFunction } from '@remix-run/node'
import { SiteLayout } from '../components/SiteLayout.tsx'

export const meta: MetaFunction = () => [{ title: 'Privacy – Alongside' }]

export default function PrivacyPage() {
	return (
		<SiteLayout>
			<h1 className="govuk-heading-xl">Privacy</h1>
			<p className="govuk-body-l">We keep little. This page says what, who can see it, and what we cannot promise.</p>
			<h2 className="govuk-heading-m">What is kept about you</h2>
			<ul className="govuk-list govuk-list--bullet">
				<li>the name you want to be called</li>
				<li>
					an e-mail address or another way to reach you, only if you give one; we write to that address when you sign in
					or are invited, and when something is withdrawn from a vote that you may answer
				</li>
				<li>the voice you speak from and the groups you sit in</li>
				<li>what would help you take part, only if you say so; only you and the facilitators can read it</li>
				<li>
					the words you write, and when; the name you chose stands beside what you start, freeze, note or vote by name,
					for everyone who can read it
				</li>
				<li>where you are signed in: the kind of device and the last time, never your network address</li>
			</ul>
			<p className="govuk-body">
				We never ask for your birth date, address, NHS number or diagnosis. Do not write them here. There are no
				trackers, and no page asks any other company for anything.
			</p>
			<h2 className="govuk-heading-m">Secret votes</h2>
			<p className="govuk-body">
				No page shows how you voted in a secret vote. While the vote is open, one link is kept so that you can change
				your mind. When it closes, the link is destroyed, and nobody can join your answer to you from what is stored.
			</p>
			<p className="govuk-body">
				What this does not protect against: somebody looking over your shoulder, and somebody who runs the server and
				reads its files while the vote is still open.
			</p>
			<h2 className="govuk-heading-m">Taking your data away, or having it erased</h2>
			<p className="govuk-body">
				On{' '}
				<a className="govuk-link" href="/account">
					your account page
				</a>{' '}
				you can download what is held about you, leave a partnership, or have yourself erased. Words that others have
				built on stay, written by “a participant”. The public record holds no names, so it stays whole.
			</p>
			<h2 className="govuk-heading-m">Who answers for this</h2>
			<p className="govuk-body">
				The bodies named at the foot of each partnership’s pages. Ask a facilitator for their data protection contact.
			</p>
		</SiteLayout>
	)
}
