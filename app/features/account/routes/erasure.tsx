import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listPublishedMinutes } from '~/../db/queries/board-decisions.ts'
import { listPublishedMeetings } from '~/../db/queries/meetings.ts'
import { findPartnership } from '~/../db/queries/partnerships.ts'
import { listMembershipsOf } from '~/../db/queries/persons.ts'
import { SiteLayout } from '~/features/partnership/components/SiteLayout.tsx'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { clearSessionCookie, requireVisitor } from '~/http/session.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { longDate } from '~/ui/dates.ts'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { erasePerson, forgetErased } from '../erase-person.server.ts'
import { forgetting } from '../forgetting.ts'
import { lastFacilitator } from '../refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Erase me – Alongside' }]

const schema = z.object({ sure: z.literal('yes', { error: 'Tick the box if you want to be erased' }) })

export async function loader({ request, context }: LoaderFunctionArgs) {
	const { personName, personId } = await requireVisitor(request, context)
	const memberIds = (await listMembershipsOf(context.db.read, personId)).map(({ id }) => id)
	return {
		name: personName,
		minutes: await listPublishedMinutes(context.db.read, memberIds),
		meetings: await listPublishedMeetings(context.db.read, memberIds),
	}
}

export async function action({ request, context }: ActionFunctionArgs) {
	const { personId } = await requireVisitor(request, context)
	const { value, form } = await readForm(request, schema)
	if (!value) return data({ form }, { status: 422 })
	const erased = await erasePerson(context.db, personId)
	if (erased.refused === 'last-facilitator') {
		const partnership = await findPartnership(context.db.read, erased.partnershipId)
		return data({ form: refuse(form, lastFacilitator(partnership!.name)) }, { status: 409 })
	}
	await context.live.recheck()
	// What cannot be rewritten just now, because a backup reads it, the clock comes back to.
	await forgetErased(context.db).catch(() => undefined)
	const said = 'You are erased. What you wrote is now by “a participant”.'
	return forgetting(await redirectSaying(context, '/', said, [await clearSessionCookie(context)]))
}

export default function ErasurePage() {
	const { name, minutes, meetings } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<SiteLayout>
			<BackLink href="/account">My account</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-l">Erase me</h1>
			<p className="govuk-body">We forget these at once, in every partnership. Nobody can bring them back.</p>
			<ul className="govuk-list govuk-list--bullet">
				<li>your name, {name}: it becomes “A participant”</li>
				<li>your e-mail address and how to reach you</li>
				<li>what helps you take part</li>
				<li>your seats, your cards, and everywhere you are signed in</li>
			</ul>
			<p className="govuk-body">
				Words that others have built on stay, by “a participant”. The record stays whole, because it holds no names. If
				you wrote your own name inside a document, take it out first, or{' '}
				<a className="govuk-link" href="/account/words">
					ask for your words to be removed
				</a>
				.
			</p>
			{minutes.length + meetings.length > 0 && (
				<>
					<h2 className="govuk-heading-m">Where your name stays</h2>
					<p className="govuk-body">
						You sat in a board that is public, or took its minutes. They are a public record of who was there and how
						they voted, so your name stays in them:
					</p>
					<ul className="govuk-list govuk-list--bullet">
						{minutes.map(({ decisionId, slug, reference, question, heldOn }) => (
							<li key={decisionId}>
								<a className="govuk-link" href={`/p/${slug}/decisions/${decisionId}`}>
									Board decision {reference}, {question}
								</a>
								, {longDate(heldOn)}
							</li>
						))}
						{meetings.map(({ meetingId, slug, reference, body, startsAt }) => (
							<li key={meetingId}>
								<a className="govuk-link" href={`/p/${slug}/meetings/${meetingId}/minutes`}>
									Minutes of {body}, {reference}
								</a>
								, {longDate(startsAt)}
							</li>
						))}
					</ul>
				</>
			)}
			<p className="govuk-body">
				If somebody typed your name into a board’s minute, because you spoke there or came instead of a member, ask the
				board’s clerk before you go. They can take it out, also after the minute was approved.
			</p>
			<p className="govuk-body">
				You may want to{' '}
				<a className="govuk-link" href="/account/data.json">
					download what is held about you
				</a>{' '}
				before.
			</p>
			<form method="post" noValidate>
				<Checkboxes
					name="sure"
					legend="Are you sure?"
					legendSize="m"
					errors={form?.errors.sure}
					items={[{ value: 'yes', text: 'Yes, erase me. I know that it cannot be undone.' }]}
				/>
				<Button kind="warning">Erase me</Button>
			</form>
		</SiteLayout>
	)
}
