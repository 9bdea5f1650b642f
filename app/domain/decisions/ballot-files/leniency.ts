/**
 * Something a file was not strict about, and what we made of it. Nothing is put right silently: whoever imports or recounts a
 * file is shown all of these. `line` counts from 1.
 */
export interface Leniency {
	line: number
	/** What was found, in words. */
	found: string
	/** How it was read. */
	readAs: string
}

/** A file that cannot be read without guessing. `lines` are the ones to look at. */
export interface Unreadable {
	refused: 'unreadable'
	says: string
	lines: number[]
}

/** The same thing found many times is said once, with how often and where first. */
export function summarise(leniencies: readonly Leniency[]): { found: string; readAs: string; lines: number[] }[] {
	const kinds = new Map<string, { found: string; readAs: string; lines: number[] }>()
	for (const { line, found, readAs } of leniencies) {
		const key = `${found}\n${readAs}`
		const kind = kinds.get(key) ?? { found, readAs, lines: [] }
		kind.lines.push(line)
		kinds.set(key, kind)
	}
	return [...kinds.values()]
}

export function unreadable(says: string, lines: number[]): Unreadable {
	return { refused: 'unreadable', says, lines }
}
