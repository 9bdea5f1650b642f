import { readFileSync } from 'node:fs'
import { getHeapStatistics } from 'node:v8'
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
		const file = read(files[0]!)
		const { result: counted, notes: ofFile, withdrawn, says } = recount(files[0]!, file.text, given)
		const notes = [...file.notes, ...ofFile]
		const result: Counted = withdrawn.length > 0 ? { ...counted, withdrawn } : counted
		const against = given.get('against')
		if (against !== undefined) {
			const published = read(against)
			const all = [...notes, ...published.notes.map((note) => `${against}: ${note}`)]
			return compareWith({ file: against, text: published.text }, result, says, all, out)
		}
		if (given.has('json')) out(`${JSON.stringify({ ...result, notes }, null, '\t')}\n`)
		else out(isWhole(result) ? inWords(result, notes) : answeredInWords(result, notes))
		return 0
	} catch (problem) {
		if (!(problem instanceof CannotRead)) throw problem
		complain(`Cannot recount: ${problem.message}\n`)
		return 2
	}
}

function read(file: string): { text: string; notes: string[] } {
	const bytes = bytesOf(file)
	refuseTooLarge(file, bytes.length)
	// Text has no such character in it; a picture, a spreadsheet or UTF-16 has.
	if (bytes.includes(0)) throw new CannotRead(`${file} is not text in UTF-8. Save it as that and try again`)
	try {
		return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), notes: [] }
	} catch {
		// Letters with accents were saved in the older way of Western Europe, in which every byte is a letter.
		const text = new TextDecoder('windows-1252').decode(bytes)
		return {
			text,
			notes: ['the file is not in UTF-8; read as Latin-1 (Windows-1252), so look whether its names are right'],
		}
	}
}

/** Each ballot takes far more room while it is counted than in a file. Better to say so than to end with a full heap. */
function refuseTooLarge(file: string, bytes: number) {
	const needed = bytes * (/[.]json$/i.test(file) ? 40 : 80)
	if (bytes < 16_000_000 || needed <= getHeapStatistics().heap_size_limit) return
	const whole = (amount: number, unit: number) => (amount - (amount % unit)) / unit
	const [size, room] = [whole(bytes, 1_000_000), (whole(needed, 1_000_000_000) + 1) * 1000]
	throw new CannotRead(
		`${file} has ${size} MB, and counting it may need ${room / 1000} GB of memory, more than Node takes by itself. Where the computer has that much, give it: NODE_OPTIONS=--max-old-space-size=${room} npx alongside recount …`,
	)
}

function bytesOf(file: string): Uint8Array {
	try {
		return readFileSync(file)
	} catch (problem) {
		const { code } = problem as { code?: string }
		if (code === 'ENOENT') throw new CannotRead(`there is no file ${file} to read`)
		if (code === 'EISDIR') throw new CannotRead(`${file} is a folder, not a file`)
		if (code === 'ERR_STRING_TOO_LONG' || code === 'ERR_FS_FILE_TOO_LARGE')
			throw new CannotRead(`${file} is larger than 2 GB, more than can be counted at once`)
		throw new CannotRead(`${file} cannot be read (${code})`)
	}
}

function isWhole(result: Counted): result is Result {
	return Array.isArray(result.rounds)
}
