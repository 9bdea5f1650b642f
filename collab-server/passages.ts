import * as Y from 'yjs'
import type { Passage } from '../app/domain/documents/live.ts'
import { type Holding, standing, type WriterOf } from './rebuild.ts'

/** Every passage that stands, in the document's own order: runs of one member's words, none longer than its paragraph. */
export function listPassages(doc: Y.Doc, writerOf: WriterOf): Passage[] {
	return [...doc.share].flatMap(([sectionId, root]) => passagesIn(root, sectionId, writerOf))
}

function passagesIn(type: Holding, sectionId: string, writerOf: WriterOf): Passage[] {
	const passages: Passage[] = []
	let before = null as Passage | null
	for (const { content, id } of standing(type)) {
		if (content instanceof Y.ContentType) {
			passages.push(...passagesIn(content.type, sectionId, writerOf))
			before = null
		} else if (content instanceof Y.ContentString) {
			for (let at = 0; at < content.str.length; ) {
				const writer = writerOf(id.client, id.clock + at)
				const until = Math.min(writer ? writer.until - id.clock : at + 1, content.str.length)
				const memberId = writer?.memberId ?? null
				const words = content.str.slice(at, until)
				if (before?.memberId === memberId) before.words += words
				else {
					before = { sectionId, memberId, words }
					passages.push(before)
				}
				at = until
			}
		}
	}
	return passages
}
