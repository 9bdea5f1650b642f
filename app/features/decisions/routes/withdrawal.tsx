import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { redirectSaying } from '~/http/flash.ts'
import { allow, notFound, param } from '~/http/visit.ts'
import { visitDecision, visitDecisionAsMember } from '../visit-decision.server.ts'
import { withdrawNote } from '../withdraw-note.server.ts'

/** Only ever posted to; somebody who comes by its address is shown the notes. */
export async function loader(args: LoaderFunctionArgs) {
	const { address } = await visitDecision(args)
	return redirect(`${address}/notes`)
}

export async function action(args: ActionFunctionArgs) {
	const here = await visitDecisionAsMember(args)
	const withdrawing = await withdrawNote(args.context.db, here.membership, here.decision.id, param(args, 'note'))
	if ('refused' in withdrawing) {
		allow(withdrawing.refused !== 'not-yours-to-take-back', here, args.request)
		throw notFound()
	}
	return redirectSaying(args.context, here.address, 'You took your note back. That there was one stays in the record.')
}
