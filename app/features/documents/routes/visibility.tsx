import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { NamedVote } from '~/domain/decisions/named-votes.ts'
import { NamedVotes, NamesRead } from '~/features/decisions/components/NamedVotes.tsx'
import { NamingItems } from '~/features/meetings/components/NamingItems.tsx'
import type { NamingItems as NamingItemsOf } from '~/features/meetings/list-naming-items.server.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { changeVisibility } from '../change-visibility.server.ts'
import { DocumentTitle } from '../components/DocumentTitle.tsx'
import { PowerAndMoneyInShort } from '../components/PowerAndMoney.tsx'
import { pageTitle } from '../page-title.ts'
import { refusals } from '../refusals.ts'
import { visibilityChoices } from '../visibility-words.ts'
import { visitAsRunner } from '../visit-document.server.ts'

interface Answer {
	form: FormState
	/** Votes with names that more people would see. */
	named: NamedVote[]
	/** Meetings of which more people would read the items about this document. */
	meetings: NamingItemsOf[]
}

export async function loader(args: LoaderFunctionArgs) {
	const { partnership, document, address, seenBy } = await visitAsRunner(args)
	return { place: partnership.name, document, address, seenBy }
}

const schema = z.object({
	visibility: z.enum(['public', 'partnership', 'group', 'circle'], { error: 'Choose who can read it' }),
	readOfNames: z.literal('yes').optional().catch(undefined),
})

export async function action(args: ActionFunctionArgs) {
	const { document, membership, address } = await visitAsRunner(args)
	const { value, form } = await readForm(args.request, schema)
	if (!value) return data<Answer>({ form, named: [], meetings: [] }, { status: 422 })
	const readOfNames = value.readOfNames === 'yes'
	const changing = await changeVisibility(args.context.db, membership, document.id, value.visibility, { readOfNames })
	if (changing.refused) {
		const { named = [], meetings = [] } = changing.refused === 'opens-names' ? changing : {}
		const field = changing.refused === 'opens-names' ? 'readOfNames' : 'visibility'
		return data<Answer>({ form: refuse(form, refusals[changing.refused], field), named, meetings }, { status: 409 })
	}
	await args.context.live.recheck()
	return await redirectSaying(
		args.context,
		address,
		'You have said who can read this document. The record shows the change.',
	)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(data && `Who can read – ${data.document.title}`, data?.place)

export default function WhoCanRead() {
	const { document, address, seenBy } = useLoaderData<typeof loader>()
	const { form, named = [], meetings = [] } = useActionData<typeof action>() ?? {}
	return (
		<>
			<BackLink href={address}>Back to the document</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DocumentTitle document={document} seenBy={seenBy}>
				Who can read this document
			</DocumentTitle>
			<PowerAndMoneyInShort terms={document.terms} />
			{document.visibility === 'circle' ? (
				<p className="govuk-body">
					A private circle wrote this, so only the circle can ever read it. To share some of it, start a new document
					and write there what you want others to read.
				</p>
			) : (
				<form method="post">
					<Radios
						name="visibility"
						legend="Who can read it?"
						hint="The change takes effect at once, also for people who have it open. It covers every version."
						errors={form?.errors.visibility}
						defaultValue={(form?.values.visibility as string | undefined) ?? document.visibility}
						items={visibilityChoices.filter(({ value }) => value !== 'group' || document.groupId)}
					/>
					{named.length > 0 && <NamedVotes named={named} about="about this document" />}
					{meetings.length > 0 && <NamingItems meetings={meetings} />}
					{named.length + meetings.length > 0 && <NamesRead errors={form?.errors.readOfNames} />}
					<Button>Save who can read it</Button>
				</form>
			)}
		</>
	)
}
