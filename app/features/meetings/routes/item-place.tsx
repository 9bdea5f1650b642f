import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { redirectSaying } from '~/http/flash.ts'
import { readForm } from '~/http/forms.ts'
import { notFound, param } from '~/http/visit.ts'
import { moveItem } from '../move-item.server.ts'
import { agendaRefusals } from '../refusals.ts'
import { visitMeetingAsClerk } from '../visit-meeting.server.ts'

const wayForm = z.object({ way: z.enum(['up', 'down']) })

/** There is nothing to see here: whoever comes by a link is led to the agenda they work on. */
export async function loader(args: LoaderFunctionArgs) {
	const { address } = await visitMeetingAsClerk(args)
	return redirect(`${address}/items`)
}

export async function action(args: ActionFunctionArgs) {
	const { membership, meeting, address } = await visitMeetingAsClerk(args)
	const itemId = param(args, 'item')
	const { value } = await readForm(args.request, wayForm)
	const way = value?.way ?? 'up'
	const moved = await moveItem(args.context.db, membership, { meetingId: meeting.id, itemId, way })
	if (moved.refused === 'not-found') throw notFound()
	if (moved.refused) return redirectSaying(args.context, `${address}/items`, agendaRefusals[moved.refused][0])
	return redirect(`${address}/items#item-${itemId}`, { status: 303 })
}
