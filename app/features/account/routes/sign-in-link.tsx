import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { SiteLayout } from '~/features/partnership/components/SiteLayout.tsx'
import { readForm } from '~/http/forms.ts'
import { safeNext } from '~/http/session.ts'
import { param } from '~/http/visit.ts'
import { Button } from '~/ui/Button.tsx'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { ticked } from '../account-form.ts'
import { comeIn } from '../come-in.server.ts'
import { SharedDevice } from '../components/SharedDevice.tsx'
import { signInRefusals } from '../refusals.ts'
import { checkSignInLink, signInByLink } from '../sign-in-by-mail.server.ts'

export const meta: MetaFunction = () => [{ title: 'Sign in – Alongside' }]

const schema = z.object({ shared: ticked })

/** Looking uses nothing up: mail scanners open every link. The button does. */
export async function loader(args: LoaderFunctionArgs) {
	const judged = await checkSignInLink(args.context, param(args, 'token'))
	return { refused: judged === 'ok' ? null : signInRefusals[judged] }
}

export async function action(args: ActionFunctionArgs) {
	const { request, context } = args
	const { value } = await readForm(request, schema)
	const signedIn = await signInByLink(context, param(args, 'token'))
	if ('refused' in signedIn) return data({ refused: signInRefusals[signedIn.refused] }, { status: 409 })
	const next = safeNext(new URL(request.url).searchParams.get('next'))
	return comeIn(request, context, { personId: signedIn.personId, sharedDevice: value?.shared ?? false, next })
}

export default function SignInLinkPage() {
	const { refused } = useLoaderData<typeof loader>()
	const words = useActionData<typeof action>()?.refused ?? refused
	if (words) return <DeadLink words={words} />
	return (
		<SiteLayout>
			<h1 className="govuk-heading-xl">Sign in</h1>
			<form method="post">
				<SharedDevice />
				<Button>Sign in</Button>
			</form>
		</SiteLayout>
	)
}

function DeadLink({ words }: { words: string }) {
	return (
		<SiteLayout>
			<h1 className="govuk-heading-xl">This link no longer works</h1>
			<p className="govuk-body">{words}</p>
			<ButtonLink href="/sign-in">Ask for a new e-mail</ButtonLink>
		</SiteLayout>
	)
}
