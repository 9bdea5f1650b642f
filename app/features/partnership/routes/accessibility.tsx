import type { MetaFunction } from '@remix-run/node'
import { SiteLayout } from '../components/SiteLayout.tsx'

export const meta: MetaFunction = () => [{ title: 'Accessibility – Alongside' }]

export default function AccessibilityPage() {
	return (
		<SiteLayout>
			<h1 className="govuk-heading-xl">Accessibility</h1>
			<p className="govuk-body-l">
				Everybody who belongs should be able to take part. This is what we do about it, and what does not work yet.
			</p>
			<h2 className="govuk-heading-m">What you can do</h2>
			<ul className="govuk-list govuk-list--bullet">
				<li>read, write, vote and report without JavaScript</li>
				<li>use every page with a keyboard alone or a screen reader</li>
				<li>make the words twice as big, or use a screen 320 pixels wide, without losing anything</li>
				<li>write each section of a document on a plain page of its own, instead of in the live editor</li>
				<li>come in with a printed card instead of an e-mail</li>
				<li>print documents, results and cards</li>
			</ul>
			<h2 className="govuk-heading-m">How we check</h2>
			<p className="govuk-body">
				We aim for the Web Content Accessibility Guidelines 2.2 at level AA. Each change is checked in a real browser:
				with an automatic checker (axe), by keyboard, on a narrow screen and with large text.
			</p>
			<h2 className="govuk-heading-m">What does not work well yet</h2>
			<ul className="govuk-list govuk-list--bullet">
				<li>
					The live editor has been checked with a keyboard and an automatic checker, not yet with people who use screen
					readers every day.
				</li>
				<li>There is no Easy Read or Welsh version yet.</li>
			</ul>
			<h2 className="govuk-heading-m">Tell us</h2>
			<p className="govuk-body">
				If something stops you, tell a facilitator of your partnership in the way that suits you. They can also type
				your words for you, read them back, and save them under your name with your card.
			</p>
		</SiteLayout>
	)
}
