import { readFileSync } from 'node:fs'
import { compareWith } from './compare.ts'
import { recount } from './count.ts'
import { CannotRead, type Counted, type Result } from './election.ts'
import { optionsIn, usage } from './options.ts'
import { answeredInWords, inWords } from './say.ts'

/** Counts a file and says the result with `out`, or with `complain` why not. 0: done (and the same); 1: differs; 2: cannot. */
export function recountFile(args: string[], out: (text: string) => void, complain = out): number {
	try {
		const { files, given } = optionsIn(args)
		if (given.has('help')) {
			out(usage)
			return 0
		}
		if (files.length !== 1) throw new CannotRead(`name one file\n\n${usage}`)
		const { result: counted, notes, withdrawn, says } = recount(files[0]!, read(files[0]!), given)
		const result: Counted = withdrawn.length > 0 ? { ...counted, withdrawn } : counted
		const against = given.get('against')
		if (against !== undefined) return compareWith({ file: against, text: read(against) }, result, says, notes, out)
		if (given.has('json')) out(`${JSON.stringify({ ...result, notes }, null, '\t')}\n`)
		else out(isWhole(result) ? inWords(result, notes) : answeredInWords(result, notes))
		return 0
	} catch (problem) {
		if (!(problem instanceof CannotRead)) throw problem
		complain(`Cannot recount: ${problem.message}\n`)
		return 2
	}
}

function read(file: string): string {
	const text = textOf(file)
	// Text has no such character in it; a picture, a spreadsheet or UTF-16 has.
	if (text.includes('\u0000')) throw new CannotRead(`${file} is not text in UTF-8. Save it as that and try again`)
	return text
}

function textOf(file: string): string {
	try {
		return readFileSync(file, 'utf8')
	} catch (problem) {
		const { code } = problem as { code?: string }
		if (code === 'ENOENT') throw new CannotRead(`there is no file ${file} to read`)
		if (code === 'EISDIR') throw new CannotRead(`${file} is a folder, not a file`)
		if (code === 'ERR_STRING_TOO_LONG' || code === 'ERR_FS_FILE_TOO_LARGE')
			throw new CannotRead(`${file} is larger than 512 MB, more than can be counted at once`)
		throw new CannotRead(`${file} cannot be read (${code})`)
	}
}

function isWhole(result: Counted): result is Result {
	return Array.isArray(result.rounds)
}
