import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { Answer } from '~/domain/decisions/decision.ts'
import { isWholeReceipt } from '~/domain/decisions/receipt.ts'
import { type FormState, readForm } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { longMoment } from '~/ui/dates.ts'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { Panel } from '~/ui/Panel.tsx'
import { SummaryList } from '~/ui/SummaryList.tsx'
import { findElector } from '../../../../db/queries/electors.ts'
import { findMember } from '../../../../db/queries/members.ts'
import { findStanding } from '../../../../db/queries/supporters.ts'
import { answerWords, reasonWords } from '../answer-words.ts'
import { gapWords } from '../ballot-so-far.ts'
import { checkReceipt, type ReceiptCheck } from '../check-receipt.server.ts'
import { DecisionSeal } from '../components/DecisionSeal.tsx'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { ReceiptCheckForm } from '../components/ReceiptCheckForm.tsx'
import { Withdrawn } from '../components/Withdrawn.tsx'
import { kindWords } from '../decision-words.ts'
import { pageTitle } from '../page-title.ts'
import { presentDecision, presentOwn } from '../present-decision.server.ts'
import { findOwnBallot } from '../read-own.server.ts'
import { takeReceipt } from '../receipt-cookie.ts'
import { visitVote } from '../visit-decision.server.ts'
import { whoseBallot } from '../whose-words.ts'
import { namedAsCast } from '../withdrawn-words.ts'

const wholeReceipt = 'Enter all 12 letters and numbers of your receipt, like K7QM-2XPD-9RTA'

const schema = z.object({
	code: z
		.string({ error: 'Enter the code on your receipt' })
		.trim()
		.min(1, 'Enter the code on your receipt')
		.max(40, wholeReceipt)
		.refine((code) => code === '' || code.length > 40 || isWholeReceipt(code), wholeReceipt),
})

type CheckedReceipt = { form: FormState; check: ReceiptCheck | null }

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Your receipt', data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { decision, place, membership, partnership, base, address } = await visitVote(args)
	const asked = new URL(args.request.url).searchParams
	const of = membership && (await findStanding(args.context.db.read, membership, asked.get('of') ?? '', new Date()))
	const helped = of && (await findMember(args.context.db.read, place, of.memberId))
	const { receipt, clear } = await takeReceipt(args.request, args.context, address)
	const whose = helped?.id ?? membership?.memberId
	const elector = receipt && whose ? await findElector(args.context.db.read, decision.id, whose) : null
	const leftOut = /^\d{1,3}(-\d{1,3}){0,199}$/.exec(asked.get('left-out') ?? '')?.[0]
	const webAddress = `${args.context.origin}${address}/receipt`
	const shown = {
		base,
		address,
		webAddress,
		name: partnership.name,
		receipt,
		/** Of a named vote, what is stored; of a secret one nothing is ever read out. */
		recorded: await findOwnBallot(args.context.db.read, decision, elector),
		helped: helped?.name ?? null,
		ballotAt: helped ? `${address}/ballot/${helped.id}` : `${address}/ballot`,
		gaps: leftOut?.split('-').map(Number) ?? [],
		decision: (receipt ? presentOwn : presentDecision)(decision, new Date()),
	}
	return data(shown, receipt ? { headers: { 'set-cookie': clear } } : {})
}

export async function action(args: ActionFunctionArgs) {
	const { decision } = await visitVote(args)
	const { value, form } = await readForm(args.request, schema)
	if (!value) return data({ form, check: null }, { status: 422 })
	return data({ form, check: await checkReceipt(args.context, decision, value.code) })
}

export default function ReceiptPage() {
	const { base, address, webAddress, decision, receipt, recorded, helped, gaps } = useLoaderData<typeof loader>()
	const answer = useActionData<CheckedReceipt>()
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<ErrorSummary errors={answer?.form.errors} />
			<DecisionTitle decision={decision}>
				{receipt ? `${helped ? `${helped}’s` : 'Your'} vote is in` : 'Your receipt'}
			</DecisionTitle>
			{receipt && !answer && (
				<>
					<Panel title={receipt}>
						{helped ? (
							<p>
								This receipt is {helped}’s. It is shown once, here. Print this page for {helped}, or write it down for
								them.
							</p>
						) : (
							<p>This is your receipt. It is shown once, here. Write it down or print this page.</p>
						)}
					</Panel>
					<p className="govuk-body">
						{helped
							? `With it ${helped} can check at any time that their vote is in the count. `
							: 'With it you can check at any time that your vote is in the count. '}
						{decision.rules.secrecy === 'secret' ? 'It shows nobody what was chosen. ' : ''}
						The vote can be changed until {longMoment(decision.closesAt)}. A changed vote gets a new receipt, and this
						one stops counting.
					</p>
					{recorded && <Recorded {...recorded} />}
					{gaps.length > 0 && <p className="govuk-body">{gapWords(gaps)}</p>}
					<p className="govuk-body print-only">Check it here: {webAddress}</p>
					<DecisionSeal decision={decision} base={base} helping={helped === null ? null : { name: helped }} />
				</>
			)}
			{answer?.check && <WhatWasFound />}
			<Withdrawn decision={decision} />
			{!receipt && !answer && <ShownOnce />}
			{!receipt && <ReceiptCheckForm address={address} form={answer?.form} />}
		</>
	)
}

/** A page that is loaded again has nothing to show any more. */
function ShownOnce() {
	const { ballotAt, decision, helped } = useLoaderData<typeof loader>()
	const { your } = whoseBallot(helped === null ? null : { name: helped })
	return (
		<>
			<p className="govuk-body">
				A receipt is shown once, right after the vote is sent. We do not keep it, so that nobody else can look it up. So
				no page can show it again.
			</p>
			{decision.state === 'open' ? (
				<p className="govuk-body">
					If it is lost, {your} vote still counts. To get a new receipt, <a href={ballotAt}>send {your} vote again</a>{' '}
					before {longMoment(decision.closesAt)}. Then the old receipt stops counting.
				</p>
			) : (
				<p className="govuk-body">
					If it is lost, you need do nothing. Voting is over, so nobody can get a new receipt. What was sent stays as it
					was.
				</p>
			)}
		</>
	)
}

/** A named vote is no secret from its owner: they see that what stands is what they meant. */
function Recorded({ answer, reason }: { answer: Answer; reason: string }) {
	const { decision } = useLoaderData<typeof loader>()
	const words = reasonWords(answer, reason)
	return (
		<SummaryList
			rows={[
				{ key: 'What was recorded', value: answerWords(answer, decision.options) },
				...(words ? [{ key: 'The reason', value: <span className="as-typed">{words}</span> }] : []),
			]}
		/>
	)
}

function WhatWasFound() {
	const { decision } = useLoaderData<typeof loader>()
	const check = useActionData<CheckedReceipt>()?.check
	if (!check) return null
	if (decision.state === 'stopped')
		return <InsetText>This vote was stopped, so no votes were counted. The reason is on its page.</InsetText>
	if (!check.counted) {
		return (
			<InsetText>
				No vote in this count has that receipt. Check each letter and number. If you changed your vote later, only the
				newest receipt counts. If neither is so, tell a facilitator: something is wrong, and it must be put right.
			</InsetText>
		)
	}
	return (
		<InsetText>
			Your vote is in the count. {check.answer && `It was: ${answerWords(check.answer, namedAsCast(decision))}.`}
			{decision.rules.secrecy === 'secret' && 'No page shows how you voted.'}
		</InsetText>
	)
}
