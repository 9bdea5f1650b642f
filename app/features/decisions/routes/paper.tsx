import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { Membership } from '~/domain/access/membership.ts'
import { readersNeeded } from '~/domain/decisions/paper.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { idPattern } from '~/http/new-id.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import type { Database } from '../../../../db/database.ts'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { PapersBack } from '../components/PapersBack.tsx'
import { PapersRead } from '../components/PapersRead.tsx'
import { countReaders } from '../count-readers.server.ts'
import { kindWords } from '../decision-words.ts'
import { readAgain, takeBackReadings } from '../enter-paper.server.ts'
import { pageTitle } from '../page-title.ts'
import { presentDecision } from '../present-decision.server.ts'
import { readPapers } from '../read-papers.server.ts'
import { paperRefusals } from '../refusals.ts'
import { giveBackPaper, takeInPaper } from '../take-in-paper.server.ts'
import { visitVoteAsRunner } from '../visit-decision.server.ts'

const schema = z.union([
	z.object({ does: z.enum(['came', 'back']), member: z.string().regex(idPattern) }),
	z.object({ does: z.literal('take-back') }),
	z.object({ does: z.literal('again'), number: z.coerce.number().int().min(1).max(100_000) }),
])

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Paper votes', data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { decision, group, place, membership, partnership, base, address } = await visitVoteAsRunner(args)
	return {
		address,
		groupSeats: `${base}/people/groups/${group.id}/seats`,
		isReadByTwo: (await countReaders(args.context.db.read, place, group)) >= readersNeeded,
		name: partnership.name,
		decision: presentDecision(decision, new Date()),
		papers: await readPapers(args.context.db.read, decision, membership.memberId),
	}
}

export async function action(args: ActionFunctionArgs) {
	const { decision, membership, address } = await visitVoteAsRunner(args)
	const { db } = args.context
	const { value, form } = await readForm(args.request, schema)
	if (!value)
		return data(
			{ form: refuse({ ...form, errors: {} }, 'Load the page again and press the button once more') },
			{ status: 422 },
		)
	const doing = await doAsAsked(db, membership, decision.id, value)
	if ('refused' in doing) {
		const refused = doing.refused as keyof typeof paperRefusals
		return data({ form: refuse(form, paperRefusals[refused]) }, { status: 409 })
	}
	return redirectSaying(args.context, `${address}/paper`, said[value.does])
}

function doAsAsked(db: Database, who: Membership, decisionId: string, value: z.infer<typeof schema>) {
	if (value.does === 'again') return readAgain(db, who, decisionId, value.number)
	if (value.does === 'take-back') return takeBackReadings(db, who, decisionId)
	const of = { decisionId, memberId: value.member }
	return value.does === 'came' ? takeInPaper(db, who, of) : giveBackPaper(db, who, of)
}

const said = {
	came: 'Taken in. This person has voted now, and no screen takes another vote from them.',
	back: 'Taken off again. This person has not voted.',
	'take-back': 'What you read is taken back. These papers are read again, by two people each.',
	again: 'Both readings are gone. Two people read this paper again.',
}

export default function PaperPage() {
	const { address, groupSeats, isReadByTwo, decision, papers } = useLoaderData<typeof loader>()
	const form = useActionData<{ form: FormState }>()?.form
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DecisionTitle decision={decision}>Paper votes</DecisionTitle>
			{!isReadByTwo && <OnlyOne groupSeats={groupSeats} />}
			<h2 className="govuk-heading-m">1. Hand out</h2>
			<p className="govuk-body">
				<a href={`${address}/paper/print`}>Print the ballot paper</a>. Everyone on the list may have one. Whichever way
				they vote first is the one that counts.
			</p>
			<PapersBack decision={decision} papers={papers} takesIn={isReadByTwo} />
			<PapersRead decision={decision} papers={papers} address={address} />
		</>
	)
}

/** Said before anybody hands a paper out, not when the votes should be counted. */
function OnlyOne({ groupSeats }: { groupSeats: string }) {
	return (
		<InsetText>
			Two people read every paper, and only you run this group. So no paper can be taken in yet. Choose somebody you all
			trust and <a href={groupSeats}>give them the office of clerk</a>. They need not have a vote.
		</InsetText>
	)
}
