import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Membership } from '~/domain/access/membership.ts'
import { isBudget } from '~/domain/decisions/askable.ts'
import { closingCautions } from '~/domain/decisions/closing-cautions.ts'
import type { Rules } from '~/domain/decisions/decision.ts'
import { fixQuorum } from '~/domain/decisions/methods/motion.ts'
import { type OpeningProblem, open, openingProblems } from '~/domain/decisions/open.ts'
import { rollHash } from '~/domain/decisions/seal.ts'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { anew, type FormState, inPageOrder, readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { type Args, allow, notFound, visitAsMember } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import type { AskableGroup, OnlineKind } from '../askable-group.ts'
import { cautionWords } from '../caution-words.ts'
import { CheckAnswers, type CheckedQuestion } from '../components/CheckAnswers.tsx'
import { SetUpForm } from '../components/SetUpForm.tsx'
import { StartForm } from '../components/StartForm.tsx'
import { kindWords } from '../decision-words.ts'
import { findSetUp, mayAskSomeone } from '../find-set-up.server.ts'
import { mendAt } from '../mend-at.ts'
import type { RuleNames } from '../motion-words.ts'
import { openDecision } from '../open-decision.server.ts'
import { rowPlace, withMoreRows } from '../option-rows.ts'
import { pageTitle } from '../page-title.ts'
import { seenBy } from '../present-decision.server.ts'
import { previewDecision } from '../preview-decision.server.ts'
import { openRefusalAt, openRefusals } from '../refusals.ts'
import { type ReadSoFar, readStart, setUpOrder, setUpSchemaWith, typedTexts } from '../set-up-form.ts'
import { isWant, wants } from '../wants.ts'
import { exceptWithdrawing } from '../withdrawn-words.ts'

/** `start` asks what they want to know, `questions` what that needs, `check` shows everything once more. */
type Answer = {
	page: 'start' | 'questions' | 'check'
	form: FormState
	checked?: CheckedQuestion
	mendAt?: string | null
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Put a version to people', data?.about?.title, 'Decisions', data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const here = await visitAsMember(args)
	const base = `/p/${here.partnership.slug}`
	allow(await mayAskSomeone(args.context.db.read, here.membership), here, args.request)
	const asked = await askedFor(args, here.membership)
	if (!asked) return { base, name: here.partnership.name, about: null, groups: [], id: newId(), start: null }
	allow(asked.groups.length > 0, here, args.request)
	const { version, document, groups } = asked
	return {
		base,
		name: here.partnership.name,
		id: newId(),
		about: {
			documentId: document.id,
			versionId: version.id,
			title: version.title,
			number: version.number,
			seenBy: seenBy(document.visibility, here.partnership, groups[0]!.group.name),
		},
		groups: groups.map(({ group, asked }): AskableGroup => ({ id: group.id, name: group.name, asked })),
		start: readStart(new URL(args.request.url).searchParams, groups),
	}
}

export async function action(args: ActionFunctionArgs) {
	const here = await visitAsMember(args)
	allow(await mayAskSomeone(args.context.db.read, here.membership), here, args.request)
	const asked = await askedFor(args, here.membership)
	if (!asked) throw notFound()
	allow(asked.groups.length > 0, here, args.request)

	const now = new Date()
	const settingOf = ({ group, seated, asked: askedOf }: (typeof asked.groups)[number], kind: string) => {
		const { document, version, latestVersionId } = asked
		return { document, version, latestVersionId, group, seated, castingVoter: askedOf[kind as OnlineKind].castingVoter }
	}
	let problems: OpeningProblem[] = []
	const { value, form: sent } = await readForm(
		args.request,
		setUpSchemaWith(({ groupId, question, rows }: ReadSoFar) => {
			const chosen = asked.groups.find(({ group }) => group.id === groupId)
			if (!chosen) return []
			const { electors, voices } = chosen.asked[question.kind as OnlineKind]
			const fixed = { ...question, rules: fixQuorum(question.rules, electors) } as typeof question
			// The rows themselves say that there are too few, or that one left off lacks something.
			problems = [...openingProblems(fixed, settingOf(chosen, question.kind), now)].filter(
				({ refused }) => refused !== 'too-few-options' && refused !== 'shortlist-unclear',
			)
			return problems.map((problem) => openRefusalAt(problem, { options: question.options, rows, voices }))
		}),
	)
	const form = inPageOrder(sent, setUpOrder)
	const mendAtOf = (found: readonly { refused: string }[]) =>
		found.map(({ refused }) => mendAt(refused, here.membership, asked.document)).find(Boolean) ?? null
	const step = form.values.step
	if (step === 'start') return data<Answer>({ page: 'start', form: { ...form, errors: {} } })
	const start = readStart(form.values, asked.groups)
	if (!start.complete) return data<Answer>({ page: 'start', form: start.form }, { status: 422 })
	if (step === 'more') return data<Answer>({ page: 'questions', form: withMoreRows(form) })
	if (step === 'change' || step === 'questions')
		return data<Answer>({ page: 'questions', form: { ...form, errors: {} } })
	if (!value) return data<Answer>({ ...whereToMend(form), mendAt: mendAtOf(problems) }, { status: 422 })

	const chosen = asked.groups.find(({ group: { id } }) => id === value.groupId)!
	const { group, asked: askedOf } = chosen
	const { twice, clock, closesSure, sure, want, rows, roll, ...typed } = value
	const { electors, voices, castingVoter } = askedOf[typed.kind as OnlineKind]
	const question = { ...typed, rules: fixQuorum(typed.rules, electors) } as typeof typed
	type Refused = Parameters<typeof openRefusalAt>[0]
	const refuseToOpen = (refused: readonly Refused[], said: FormState = form) => {
		const isOpen = refused.some((one) => one.refused === 'opened-already')
		const told = refused.map((one) => openRefusalAt(one, { options: question.options, rows, voices }))
		const mended = told.reduce((state, { field, message }) => refuse(state, message, field), isOpen ? anew(said) : said)
		return data<Answer>(
			{
				...whereToMend(inPageOrder(mended, setUpOrder)),
				mendAt: isOpen ? `/decisions/${question.id}` : mendAtOf(refused),
			},
			{ status: 409 },
		)
	}
	const setting = settingOf(chosen, typed.kind)
	const { document, version } = setting
	const warning = warnOfNhsNumber(form, typedTexts(value), sure)
	const against = [...openingProblems(question, setting, now)]
	if (against.length > 0) return refuseToOpen(against, warning ?? form)
	if (warning) return data<Answer>({ page: 'questions', form: warning }, { status: 422 })
	const checking = open(question, setting, now)
	if ('refused' in checking) return refuseToOpen([checking])
	const names = namesFor(question.rules, voices, castingVoter)
	const closing = { kind: question.kind, closesAt: question.closesAt, clock }
	const cautions = closingCautions(closing, now).map((caution) => cautionWords(caution, closing, now))
	const checked: CheckedQuestion = {
		...question,
		...names,
		want,
		twice,
		cautions,
		groupName: group.name,
		about: { title: version.title, number: version.number, fingerprint: version.fingerprint },
		electorate: checking.electorate,
		roll: rollHash(checking.electorate),
		lock: lockOf(question.rules).map(({ voiceId, quorum }) => ({
			...voices.find(({ id }) => id === voiceId)!,
			quorum,
		})),
		preview: previewDecision(
			{
				id: question.id,
				question,
				document,
				version,
				group,
				open: here.partnership.open,
				electors: checking.electorate.length,
				openedBy: here.membership.memberId,
				names,
			},
			now,
		),
	}
	if (step !== 'open') return data<Answer>({ page: 'check', form, checked })
	if (cautions.length > 0 && !closesSure)
		return data<Answer>({ page: 'check', form: refuse(form, closesUnsure, 'closesSure'), checked }, { status: 422 })

	const opening = await openDecision(
		args.context.db,
		here.membership,
		{ ...question, roll, versionId: version.id },
		now,
	)
	if ('refused' in opening && opening.refused === 'roll-changed')
		return data<Answer>({ page: 'check', form: refuse(form, openRefusals['roll-changed']), checked }, { status: 409 })
	if ('refused' in opening) return refuseToOpen([opening])
	await args.context.live.recheck()
	return redirectSaying(
		args.context,
		`/p/${here.partnership.slug}/decisions/${opening.decision.id}`,
		`Voting is open. Nothing of it can be changed now${exceptWithdrawing(question)}.`,
	)
}

/** Another group is chosen on the page before; what there is to mend after it waits until that is done. */
function whereToMend(form: FormState): Pick<Answer, 'page' | 'form'> {
	const { group } = form.errors
	return group ? { page: 'start', form: { ...form, errors: { group } } } : { page: 'questions', form }
}

const closesUnsure = 'Tick the box if this closing time is right, or change the answers'

function lockOf(rules: Rules) {
	return 'voiceLock' in rules ? (rules.voiceLock ?? []) : []
}

function namesFor(rules: Rules, voices: AskableVoices, castingVoter: { name: string } | null): RuleNames {
	const hasCasting = 'castingVote' in rules && rules.castingVote !== undefined
	return {
		voiceNames: Object.fromEntries(voices.map(({ id, name }) => [id, name])),
		...(hasCasting && castingVoter && { castingVoter: castingVoter.name }),
	}
}

type AskableVoices = AskableGroup['asked'][OnlineKind]['voices']

async function askedFor({ request, context }: Args, who: Membership) {
	const versionId = new URL(request.url).searchParams.get('version')
	if (!versionId) return null
	const asked = await findSetUp(context.db.read, who, versionId)
	if (!asked) throw notFound()
	return asked
}

export default function SetUpPage() {
	const { base, name, about, groups, id, start } = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	if (!about) return <ChooseVersionFirst base={base} />
	const form = answer?.form ?? start.form
	const page = answer?.page ?? (start.complete ? 'questions' : 'start')
	const { want, kind } = form.values
	const group = groups.find(({ id }) => id === form.values.group)
	const words = `version ${about.number} of “${about.title}”`
	const back = `${base}/documents/${about.documentId}/versions/${about.number}`
	const top = (
		<>
			<BackLink href={back}>Back to this version</BackLink>
			<ErrorSummary
				errors={form.errors}
				hrefs={answer?.mendAt ? { '': base + answer.mendAt } : {}}
				placeOf={(field) => rowPlace(field, isWant(want) && isBudget(wants[want].method))}
			/>
		</>
	)
	const visible = <VisibleTo>{about.seenBy} The vote will be just as visible.</VisibleTo>
	if (page === 'start' || !isWant(want) || !group || !isOnline(kind))
		return (
			<>
				{top}
				<span className="govuk-caption-l">Version {words.slice('version '.length)}</span>
				<h1 className="govuk-heading-l">Put this version to people</h1>
				{visible}
				<StartForm versionId={about.versionId} groups={groups} form={form} cameBack={answer !== undefined} />
			</>
		)
	return (
		<>
			{top}
			<span className="govuk-caption-l">
				{kindWords[kind].name}, {group.name}, {words}
			</span>
			<h1 className="govuk-heading-l">
				{answer?.checked ? 'Check your answers before voting opens' : wants[want].title}
			</h1>
			<p className="govuk-body">{kindWords[kind].means}</p>
			{visible}
			{answer?.checked ? (
				<CheckAnswers checked={answer.checked} form={form} partnership={name} />
			) : (
				<SetUpForm id={id} want={want} kind={kind} group={group} form={form} />
			)}
		</>
	)
}

function isOnline(kind: unknown): kind is OnlineKind {
	return kind === 'show-of-views' || kind === 'panel-vote'
}

function ChooseVersionFirst({ base }: { base: string }) {
	return (
		<>
			<h1 className="govuk-heading-l">Put a version to people</h1>
			<EmptyState title="Choose the words first.">
				A vote is about one version of one document. Open the version you want people to vote on, and start from there.{' '}
				<a href={`${base}/documents`}>See the documents</a>
			</EmptyState>
		</>
	)
}
