import type { AppLoadContext } from '@remix-run/node'
import { listPartnershipsOf } from '../../../db/queries/members.ts'
import { endSession } from '../../../db/queries/sessions.ts'
import { redirectSaying } from '../../http/flash.ts'
import { findVisitor, safeNext, startSession } from '../../http/session.ts'

interface ComingIn {
	personId: string
	sharedDevice: boolean
	next?: string | null | undefined
	/** The partnership whose card or invitation it was: its page is where they go. */
	partnershipId?: string
	/** Said at the top of the next page. */
	said?: string
}

/**
 * Signs somebody in here and sends them on: back to where they were going, to their one partnership, or to the list.
 * Whoever was signed in on this device before is signed out, so that nobody acts under another's name.
 */
export async function comeIn(
	request: Request,
	context: AppLoadContext,
	{ personId, sharedDevice, next, partnershipId, said }: ComingIn,
) {
	const before = await findVisitor(request, context)
	const cookie = await startSession(request, context, { personId, sharedDevice })
	if (before) {
		await context.db.write((tx) => endSession(tx, before.personId, before.id, new Date()))
		await context.live.recheck()
	}
	const mine = await listPartnershipsOf(context.db.read, personId)
	const only = mine.find(({ id }) => id === partnershipId) ?? (mine.length === 1 ? mine[0] : undefined)
	const home = only ? `/p/${only.slug}` : '/'
	return redirectSaying(context, safeNext(next) ?? home, said ?? welcome(sharedDevice), [cookie])
}

function welcome(sharedDevice: boolean) {
	return sharedDevice ? 'You are in. After 15 minutes without use, this device signs you out.' : 'You are in.'
}
