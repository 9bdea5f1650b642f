import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refuseGround } from '~/domain/actions/agree.ts'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { anew, readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { agreeAction } from '../agree-action.server.ts'
import { agreementForm, agreeRefusals } from '../agreement-form.ts'
import { AgreementForm } from '../components/AgreementForm.tsx'
import { ChooseGround } from '../components/ChooseGround.tsx'
import { listGround } from '../list-ground.server.ts'
import { listHands } from '../list-hands.server.ts'
import { visitGround } from '../visit-ground.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Agree an action – Actions – ${data?.name}` }]

export async function loader(args: LoaderFunctionArgs) {
	const { membership, partnership, decision } = await visitGround(args)
	const db = args.context.db.read
	const page = { base: `/p/${partnership.slug}`, name: partnership.name }
	if (!decision) {
		const ground = await listGround(db, membership)
		return {
			...page,
			ground: ground.map(({ id, kind, question, reference }) => ({ id, kind, question, reference })),
			chosen: null,
		}
	}
	const { id, kind, reference, question } = decision
	const refused = refuseGround(decision)
	return {
		...page,
		ground: [],
		chosen: {
			id: newId(),
			decision: { id, kind, reference, question },
			refused: refused && agreeRefusals[refused][1],
			...(await listHands(db, membership, decision.about)),
		},
	}
}

export async function action(args: ActionFunctionArgs) {
	const { membership, partnership, decision } = await visitGround(args)
	const { value, form } = await readForm(args.request, agreementForm)
	if (!decision) return data({ form: refuse(form, 'Choose which decision it follows from') }, { status: 422 })
	if (!value) return data({ form }, { status: 422 })
	const { sure, ...said } = value
	const { title, accountableBody, lead, expectedDifference } = said
	const warning = warnOfNhsNumber(form, { title, expectedDifference, accountableBody, lead }, sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const agreed = await agreeAction(args.context.db, membership, { ...said, decisionId: decision.id })
	if (agreed.refused) {
		const [field, words, status] = agreeRefusals[agreed.refused]
		const kept = agreed.refused === 'agreed-already' ? anew(form) : form
		return data({ form: refuse(kept, words, field) }, { status })
	}
	const { id, reference } = agreed.action
	const done = `${reference} is agreed. Everyone who can read the decision can follow it here.`
	return redirectSaying(args.context, `/p/${partnership.slug}/actions/${id}`, done)
}

export default function NewActionPage() {
	const { base, ground, chosen } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<>
			<BackLink href={chosen ? `${base}/decisions/${chosen.decision.id}` : `${base}/actions`}>
				{chosen ? 'Back to the decision' : 'Back to actions'}
			</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-l">Agree an action</h1>
			{chosen ? <AgreementForm {...chosen} form={form} /> : <ChooseGround base={base} ground={ground} />}
		</>
	)
}
