import * as Y from 'yjs'
import { defaultLimits } from '../../collab-server/limits.ts'
import { build } from '../../collab-server/opening.ts'
import { openDatabase } from '../../db/database.ts'
import { compactLiveDocument, loadLiveDocument } from '../../db/queries/live-documents.ts'

/**
 * Folds a document's log as the server does and is killed in the middle: after the state was written, before the log is
 * trimmed. Its arguments: the data folder, the document.
 */
const [dataDir = '', documentId = ''] = process.argv.slice(2)
const db = await openDatabase({ dataDir })
const { state, updates, lastSeq } = await loadLiveDocument(db.read, documentId, 1)
const { doc } = build(state, updates, defaultLimits)

await db.write(async (tx) => {
	const dying = new Proxy(tx, {
		get(target, name) {
			if (name === 'delete') process.kill(process.pid, 'SIGKILL')
			return Reflect.get(target, name, target)
		},
	})
	const folded = { documentId, generation: 1, upTo: lastSeq, state: Y.encodeStateAsUpdate(doc), savedAt: new Date() }
	await compactLiveDocument(dying, folded)
})
