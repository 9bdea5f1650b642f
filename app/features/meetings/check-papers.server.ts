import type { Connection } from '../../../db/database.ts'
import { findVersion } from '../../../db/queries/versions.ts'
import type { Place } from '../../domain/access/membership.ts'
import type { TemplateId } from '../../domain/documents/templates.ts'
import { checkPaper, type Missing } from '../../domain/meetings/check-paper.ts'

/** What each of some papers does not say, by version id. */
export async function checkPapers(
	db: Connection,
	here: Place,
	papers: readonly { versionId: string; template: TemplateId }[],
): Promise<Map<string, Missing>> {
	const checked = await Promise.all(
		papers.map(async ({ versionId, template }): Promise<[string, Missing][]> => {
			const version = await findVersion(db, here, versionId)
			if (!version) return []
			const { money = '' } = JSON.parse(version.terms) as { money?: string }
			return [[versionId, checkPaper({ template, sections: version.sections, money })]]
		}),
	)
	return new Map(checked.flat())
}
