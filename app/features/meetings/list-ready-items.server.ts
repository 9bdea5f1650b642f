import type { Connection } from '../../../db/database.ts'
import { findDocument } from '../../../db/queries/documents.ts'
import { type ItemPaper, listReadyPapers } from '../../../db/queries/meetings.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument } from '../../domain/access/policies.ts'
import type { Missing } from '../../domain/meetings/check-paper.ts'
import type { MeetingBody } from '../../domain/meetings/meeting.ts'
import { mayDecideAbout } from '../decisions/board/bodies.server.ts'
import { checkPapers } from './check-papers.server.ts'
import { listOnAgenda, type OnAgenda } from './list-on-agenda.server.ts'

export interface ReadyItem {
	paper: ItemPaper
	missing: Missing
	/** Where any version of it stands on an agenda already. */
	onAgendas: OnAgenda[]
}

/** What a body may decide about and has not: versions of documents that were put to people. */
export async function listReadyItems(db: Connection, who: Membership, body: MeetingBody): Promise<ReadyItem[]> {
	const papers = await listReadyPapers(db, who, body.id)
	const open = await Promise.all(
		papers.map(async (paper) => {
			const document = await findDocument(db, who, paper.documentId)
			return document && mayReadDocument(who, document) && mayDecideAbout(body, document) ? [paper] : []
		}),
	)
	const offered = open.flat()
	const checked = await checkPapers(db, who, offered)
	return await Promise.all(
		offered.map(async (paper) => ({
			paper,
			missing: checked.get(paper.versionId) ?? [],
			onAgendas: await listOnAgenda(db, who, who, paper.documentId),
		})),
	)
}
