import type { Connection } from '../../../db/database.ts'
import { findPartnershipBySlug } from '../../../db/queries/partnerships.ts'

/** Who was sent here from the people of a partnership that anyone may visit is told why, with the way back to it. */
export async function whySignIn(db: Connection, next: string | null): Promise<{ name: string; href: string } | null> {
	const slug = /^\/p\/([^/?]+)\/people(?:[/?]|$)/.exec(next ?? '')?.[1]
	const partnership = slug ? await findPartnershipBySlug(db, slug) : null
	return partnership?.open ? { name: partnership.name, href: `/p/${partnership.slug}` } : null
}
