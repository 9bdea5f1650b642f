import { canonicalJson } from '../../app/domain/canonical-json.ts'
import type { Count } from '../../app/domain/decisions/methods/count.ts'
import { recount } from '../../recount/count.ts'
import type { Result } from '../../recount/election.ts'

/** The recounting program's result of a file's text, with options as on the command line. */
export function recounted(file: string, text: string, options: Record<string, string>): Result {
	return recount(file, text, new Map(Object.entries(options))).result as Result
}

/** One text for a result, whichever program made it. */
export function resultText(result: Count | Result): string {
	return canonicalJson(JSON.parse(JSON.stringify(result)))
}
