import { idPattern } from './new-id.ts'

const notWords = /^[0-9a-f]{64}$|^\d{4}-\d{2}-\d{2}$/
const longestShown = 100_000

/**
 * What somebody wrote in a form that is being refused before it was read: handed back to them, because a session may end,
 * or a right be taken away, while they write. Ids, choices and hashes are left out.
 */
export async function typedWords(request: Request): Promise<string[]> {
	if (request.method === 'GET' || request.method === 'HEAD') return []
	const posted = await request.formData().catch(() => null)
	const values = [...(posted?.values() ?? [])].filter((value): value is string => typeof value === 'string')
	return values
		.map((value) => value.trim().slice(0, longestShown))
		.filter((value) => /\s/.test(value) && !idPattern.test(value) && !notWords.test(value))
}
