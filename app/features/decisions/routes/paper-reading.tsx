import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ballotForm } from '~/domain/decisions/answer.ts'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readPosted, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { listPaperReadings } from '../../../../db/queries/paper-ballots.ts'
import { fieldsOf } from '../ballot-fields.ts'
import { wordsIn } from '../ballot-form.ts'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { PaperReadingForm } from '../components/PaperReadingForm.tsx'
import { kindWords } from '../decision-words.ts'
import { enterPaper } from '../enter-paper.server.ts'
import { pageTitle } from '../page-title.ts'
import { readPaperForm } from '../paper-form.ts'
import { presentDecision } from '../present-decision.server.ts'
import { readPapers } from '../read-papers.server.ts'
import { castRefusals, paperRefusals } from '../refusals.ts'
import { visitVoteAsRunner } from '../visit-decision.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Read a paper', data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { decision, membership, partnership, address } = await visitVoteAsRunner(args)
	const { returned, voices, roll, next } = await readPapers(args.context.db.read, decision, membership.memberId)
	const asked = Number(new URL(args.request.url).searchParams.get('number'))
	const number = Number.isSafeInteger(asked) && asked >= 1 && asked <= returned ? asked : next
	if (!number) throw redirect(`${address}/paper`)
	const own = (await listPaperReadings(args.context.db.read, decision.id)).find(
		(reading) => reading.number === number && reading.enteredBy === membership.memberId,
	)
	return {
		address,
		name: partnership.name,
		decision: presentDecision(decision, new Date()),
		number,
		voices,
		people: roll.filter(({ cameBy }) => cameBy === 'paper').map(({ memberId, name }) => ({ memberId, name })),
		own: own && {
			...(own.answer
				? fieldsOf(decision, { answer: own.answer, reason: own.reason })
				: { spoilt: 'yes', reason: own.reason }),
			voice: own.voiceId,
			member: own.memberId ?? '',
		},
		id: newId(),
	}
}

export async function action(args: ActionFunctionArgs) {
	const { decision, membership, address } = await visitVoteAsRunner(args)
	const { voices } = await readPapers(args.context.db.read, decision, membership.memberId)
	const asksVoice = voices.length > 1
	const read = readPaperForm({ ...decision, withdrawn: [] }, await readPosted(args.request), { asksVoice })
	if (read.step === 'mend') return data({ form: read.form }, { status: 422 })
	if (read.step === 'look') return data({ form: read.form })
	const { reading, form, sure } = read
	const warning = warnOfNhsNumber(form, reading.answer ? wordsIn({ ...reading, answer: reading.answer }) : {}, sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const entering = await enterPaper(args.context.db, membership, decision.id, reading)
	if ('refused' in entering) {
		const field = fieldsAbout[entering.refused]
		const words = { ...castRefusals, ...paperRefusals }[entering.refused]
		return data({ form: refuse(form, words, field) }, { status: 409 })
	}
	return redirectSaying(args.context, `${address}/paper`, `Paper ${reading.number} is read.`)
}

const fieldsAbout: Record<string, string> = {
	'no-such-paper': 'number',
	'read-by-two': 'number',
	'voice-missing': 'voice',
	'not-returned': 'member',
}

export default function PaperReadingPage() {
	const { address, decision, number, voices, people, own, id } = useLoaderData<typeof loader>()
	const form = useActionData<{ form: FormState }>()?.form
	return (
		<>
			<BackLink href={`${address}/paper`}>Back to paper votes</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DecisionTitle decision={decision}>{`Read paper ${number}`}</DecisionTitle>
			<PaperReadingForm
				decision={decision}
				number={number}
				voices={voices}
				people={people}
				id={id}
				values={form?.values ?? own ?? {}}
				errors={form?.errors ?? {}}
				form={form}
				chooses={!['motion', 'consent'].includes(ballotForm(decision))}
			/>
		</>
	)
}
