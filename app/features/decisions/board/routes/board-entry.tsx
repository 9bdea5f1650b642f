import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { londonDay } from '~/domain/actions/days.ts'
import type { AttendanceDifference } from '~/domain/meetings/same-attendance.ts'
import { redirectSaying } from '~/http/flash.ts'
import { anew, type FormState, readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { type Args, allow, notFound, visitAsMember } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { longDate } from '~/ui/dates.ts'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { nameMembers } from '../../../../../db/queries/board-decisions.ts'
import { differsIn, mendWords } from '../../../meetings/attendance-words.ts'
import { beginEntry } from '../../../meetings/begin-entry.server.ts'
import { type DeclaredMeanwhile, findAttendanceDifferences } from '../../../meetings/under-item.server.ts'
import { kindWords } from '../../decision-words.ts'
import { pageTitle } from '../../page-title.ts'
import { seenBy } from '../../present-decision.server.ts'
import { listTwins, nameSpokenOf, type Twin } from '../beside-entry.server.ts'
import { listBodies } from '../bodies.server.ts'
import type { BodyMember } from '../body-member.ts'
import { checkEntry, withAmendments, withNews, withRestPresent } from '../check-entry.ts'
import { CheckMinute } from '../components/CheckMinute.tsx'
import { ChooseBody, ChooseVersionFirst, RulesFirst, TwinsEntered } from '../components/EntryBegins.tsx'
import { EntryForm } from '../components/EntryForm.tsx'
import { dayIn, entrySchema } from '../entry-form.ts'
import { findBody } from '../find-body.server.ts'
import { findEntry } from '../find-entry.server.ts'
import { quorumRuleWords } from '../minute-words.ts'
import { idsOf, presentMinute, type ShownMinute } from '../present-minute.ts'
import { recordBoardDecision } from '../record-board-decision.server.ts'
import { recordRefusals } from '../refusals.ts'

interface Answer {
	form: FormState
	shown: ShownMinute | null
	/** Who sat there on the day that the form gives. */
	members: BodyMember[]
	/** What this body decided about these words on the same day, and is entered already. */
	twins?: Twin[]
	/** The rules were written down after the meeting. */
	ruledLater?: string | null
	mendAt?: string
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Enter a board decision', data?.about?.title, 'Decisions', data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { here, found } = await findAsked(args)
	const base = `/p/${here.partnership.slug}`
	const page = { base, name: here.partnership.name, id: newId(), me: here.membership.memberId }
	if (!found) return { ...page, about: null, bodies: [], body: null, under: null }
	const { version, document, bodies, group, body, under } = found
	const { memberId, name } = here.membership
	return {
		...page,
		about: {
			versionId: version.id,
			documentId: document.id,
			title: version.title,
			number: version.number,
			seenBy: seenBy(document.visibility, here.partnership, group?.name ?? ''),
		},
		under: under && { ...under, refused: under.refused && recordRefusals[under.refused] },
		bodies: bodies.map(({ id, name }) => ({ id, name })),
		body: group &&
			body && {
				id: group.id,
				name: group.name,
				members: body.seats,
				rules: body.rules,
				/** Who enters it may have taken the minute without a seat there. */
				me: { value: memberId, text: name },
			},
	}
}

export async function action(args: ActionFunctionArgs) {
	const { here, found } = await findAsked(args)
	if (!found?.group || !found.body) throw notFound()
	const { value, form } = await readForm(args.request, entrySchema)
	const { db } = args.context
	const day = dayIn(form.values) ?? londonDay(new Date())
	const { rules, ruledOn, seats } = await findBody(db.read, here.place, found.group.id, day)
	// A day on which nobody sat there is a slip: what was said of those who sit there now must not be lost by it.
	const answer = { form, shown: null, members: seats.length > 0 ? seats : found.body.seats }
	const refuseWith = (refused: keyof typeof recordRefusals) =>
		data<Answer>(
			{
				...answer,
				form: refuse(refused === 'entered-already' ? anew(form) : form, recordRefusals[refused]),
				...(refused === 'entered-already' && { mendAt: `/decisions/${String(form.values.id)}` }),
			},
			{ status: 409 },
		)
	if (!rules) return refuseWith('rules-missing')
	if (value?.step === 'change') return data<Answer>(answer)
	if (value?.step === 'day' || value?.step === 'quorum') return data<Answer>(withNews(answer))
	if (value?.step === 'rest-present') return data<Answer>({ ...answer, form: withRestPresent(form, answer.members) })
	if (value?.step === 'add-amendment' || value?.step === 'drop-amendment')
		return data<Answer>({ ...answer, form: withAmendments(form, value.step) })
	const me = here.membership.memberId
	const checked = checkEntry(
		form,
		{
			seats,
			rules,
			me,
			officerIds: [...seats.map(({ memberId }) => memberId), me],
			isCorrection: false,
			names: await nameSpokenOf(db.read, here.place, form),
		},
		value?.sure,
		new Date(),
	)
	if ('mend' in checked) return data<Answer>({ ...answer, form: checked.mend }, { status: 422 })
	const itemId = new URL(args.request.url).searchParams.get('item')
	const differences = itemId ? await findAttendanceDifferences(db.read, here.place, itemId, checked.minute.seats) : []
	const sayDiffering = (all: readonly AttendanceDifference[], status: number) =>
		data<Answer>(
			{
				...answer,
				form: sayDiffers(form, all, seats),
				...(found.under && { mendAt: `/meetings/${found.under.meeting.id}/room` }),
			},
			{ status },
		)
	if (differences.length > 0) return sayDiffering(differences, 422)
	if (value?.step !== 'save') {
		const names = await nameMembers(db.read, idsOf(checked.minute))
		const about = { documentId: found.document.id, groupId: found.group.id, heldOn: checked.minute.heldOn }
		return data<Answer>({
			...answer,
			shown: presentMinute(checked.minute, names),
			twins: await listTwins(db.read, here.place, about),
			ruledLater: ruledOn && ruledOn > checked.minute.heldOn ? ruledOn : null,
		})
	}
	const recorded = await recordBoardDecision(db, here.membership, {
		id: value.id,
		versionId: found.version.id,
		groupId: found.group.id,
		itemId,
		entry: checked.entry,
	})
	if ('refused' in recorded) {
		if (recorded.refused === 'not-so') throw new Error('checked as it can be, refused as it cannot')
		if (recorded.declared)
			return data<Answer>({ ...answer, form: sayDeclared(form, recorded.declared) }, { status: 409 })
		if (recorded.differences) return sayDiffering(recorded.differences, 409)
		return refuseWith(recorded.refused)
	}
	await args.context.live.recheck()
	return redirectSaying(
		args.context,
		`/p/${here.partnership.slug}/decisions/${recorded.decision.id}`,
		'The board decision is entered. It can be corrected with a reason until the minute is approved.',
	)
}

/** What was declared while the clerk wrote, beside the member who declared it. */
function sayDeclared(form: FormState, declared: readonly DeclaredMeanwhile[]): FormState {
	const refused = refuse(form, recordRefusals['interest-declared'])
	const said = declared.map(({ memberId, interest }) => [
		`seats.${memberId}.interest`,
		[
			interest
				? `They declared at the meeting: “${interest}”`
				: 'They declared an interest in this item at the meeting',
		],
	])
	return { ...refused, errors: { ...refused.errors, ...Object.fromEntries(said) } }
}

/** Who was there for the item does not fit the meeting: beside each member of whom that is so. */
function sayDiffers(
	form: FormState,
	differences: readonly AttendanceDifference[],
	seats: readonly BodyMember[],
): FormState {
	const refused = refuse(form, recordRefusals['attendance-differs'])
	const nameOf = (id: string) => seats.find(({ memberId }) => memberId === id)?.name ?? 'this member'
	const said = differences.map(({ differs, memberId }) => [
		`seats.${memberId}.${differsIn[differs]}`,
		[mendWords[differs](nameOf(memberId))],
	])
	return { ...refused, errors: { ...refused.errors, ...Object.fromEntries(said) } }
}

/** Who runs a body may come here; which version and body is in the address. */
async function findAsked(args: Args) {
	const here = await visitAsMember(args)
	const db = args.context.db.read
	const asked = new URL(args.request.url).searchParams
	const versionId = asked.get('version')
	allow((await listBodies(db, here.membership)).length > 0, here, args.request)
	if (!versionId) return { here, found: null }
	const day = londonDay(new Date())
	const itemId = asked.get('item')
	const found = await findEntry(db, here.membership, { versionId, groupId: asked.get('group'), itemId, day })
	if (!found) throw notFound()
	allow(found.bodies.length > 0, here, args.request)
	if (!itemId) return { here, found: { ...found, under: null } }
	// An item that is not here, or is about other words, is nobody's to enter anything under.
	const { memberId } = here.membership
	const groupId = found.group?.id
	const under = groupId
		? await beginEntry(db, here.membership, { itemId, groupId, versionId, officerId: memberId })
		: null
	if (!under) throw notFound()
	return { here, found: { ...found, under } }
}

export default function BoardEntryPage() {
	const { base, about, bodies, body, id, me, under } = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	if (!about) return <ChooseVersionFirst base={base} />
	const address = `${base}/decisions/board/new?version=${about.versionId}`
	const members = answer?.members ?? body?.members ?? []
	const sitting = members.map(({ memberId, name }) => ({ value: memberId, text: name }))
	const officers = !body || sitting.some(({ value }) => value === me) ? sitting : [...sitting, body.me]
	const chair = members.find(({ office }) => office === 'chair')?.memberId ?? ''
	return (
		<>
			{under ? (
				<BackLink href={`${base}/meetings/${under.meeting.id}/room`}>Back to the meeting</BackLink>
			) : (
				<BackLink href={`${base}/documents/${about.documentId}/versions/${about.number}`}>
					Back to this version
				</BackLink>
			)}
			<ErrorSummary errors={answer?.form.errors} hrefs={answer?.mendAt ? { '': base + answer.mendAt } : {}} />
			<span className="govuk-caption-l">
				Version {about.number} of “{about.title}”{body && `: ${body.name}`}
			</span>
			<h1 className="govuk-heading-l">
				{answer?.shown ? 'Check your answers before you save' : 'Enter a board decision'}
			</h1>
			<p className="govuk-body">{kindWords['board-decision'].means} A show of views or a panel vote here is not one.</p>
			{!body && <ChooseBody address={address} bodies={bodies} />}
			{body && !body.rules && <RulesFirst base={base} body={body} versionId={about.versionId} />}
			{under?.refused && !answer && <p className="govuk-body">{under.refused}</p>}
			{body?.rules && (!under?.refused || answer) && (
				<>
					<VisibleTo>{about.seenBy} Names, votes and interests will be just as visible.</VisibleTo>
					{under?.isPartB && (
						<WarningText>
							This item is in part B of the agenda, and this minute is not: whoever can read the paper can read it.
							Neither the title of the item nor what was declared in it is filled in here. Write only what they may all
							read.
						</WarningText>
					)}
					{under && under.saidElsewhere.length > 0 && !answer && (
						<InsetText>
							<p>
								Before another meeting members declared an interest in the same paper, and not in this item. Ask them
								whether it stands here too.
							</p>
							{under.saidElsewhere.map((words) => (
								<p key={words} className="as-typed">
									{words}
								</p>
							))}
						</InsetText>
					)}
					{under?.isUnsaid && !answer && (
						<InsetText>
							<p>
								Nobody has written down yet who is at this meeting. Do that first: then it is filled in here.{' '}
								<a href={`${base}/meetings/${under.meeting.id}/room`}>Say who is there</a>
							</p>
						</InsetText>
					)}
					{under && under.unclear.length > 0 && !answer && (
						<InsetText>
							<p>
								Who came late to the meeting, was out for a time or left may have been there for this item or not, so
								nothing is filled in for them. Say how it was: {under.unclear.join(', ')}. Who had gone or not come yet
								is “Absent” here, and the minutes say between which items.
							</p>
						</InsetText>
					)}
					{answer?.shown ? (
						<CheckMinute shown={answer.shown} form={answer.form} button="Save this board decision">
							{answer.twins && answer.twins.length > 0 && <TwinsEntered base={base} twins={answer.twins} />}
							{answer.ruledLater && (
								<WarningText>
									This body’s rules were written down here on {longDate(answer.ruledLater)}, after the meeting. If
									others held then, correct them in the minute once it is saved, with the reason.
								</WarningText>
							)}
						</CheckMinute>
					) : (
						<>
							<p className="govuk-body">
								Enough to decide (its quorum) is {quorumRuleWords(body.rules)}.{' '}
								<a href={`${base}/people/groups/${body.id}/rules`}>See this body’s rules</a>
							</p>
							<EntryForm
								id={id}
								members={members}
								officers={officers}
								rules={body.rules}
								first={{ presiderId: chair, officerId: me, ...under?.values }}
								form={answer?.form}
							/>
						</>
					)}
				</>
			)}
		</>
	)
}
