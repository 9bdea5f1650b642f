import { createHash } from 'node:crypto'

/** SHA-256 of the different ballots, one line `[how many,ballot]` each, lines in order of their characters. */
export function hashOfBallots(ballots: { count: number; ballot: unknown }[]): string {
	const howMany = new Map<string, number>()
	for (const { count, ballot } of ballots) {
		const text = JSON.stringify(ballot)
		howMany.set(text, (howMany.get(text) ?? 0) + count)
	}
	const lines: string[] = []
	for (const [text, count] of howMany) lines.push(`[${count},${text}]`)
	lines.sort(inOrderOfCharacters)
	return createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex')
}

/** Not localeCompare: the order must be the same in every country. */
export function inOrderOfCharacters(a: string, b: string): number {
	if (a < b) return -1
	if (a > b) return 1
	return 0
}

/** The published lot: by SHA-256 of the seed, a line feed and the id. */
export function tieOrderFromSeed(seed: string, ids: string[]): string[] {
	const lot = (id: string) => createHash('sha256').update(`${seed}\n${id}`, 'utf8').digest('hex')
	return [...ids].sort((a, b) => inOrderOfCharacters(lot(a), lot(b)) || inOrderOfCharacters(a, b))
}
