import type { OpenBallot } from './ballots-json.ts'

/**
 * One row a ballot, one column a choice. A cell holds what the choice was given (1 for an approval) or, for ranked ballots, its
 * place (1 is best; equal places are level); an empty one means nothing was said.
 */
export function writeBallotsCsv(
	choices: readonly string[],
	ballots: readonly OpenBallot[],
	withVoices = false,
): string {
	const header = ['ballot', ...(withVoices ? ['voice'] : []), ...choices]
	const rows = ballots.flatMap((ballot) => {
		const cells = choices.map((choice) => cell(ballot, choice))
		return Array.from({ length: ballot.count ?? 1 }, () => [...(withVoices ? [ballot.voice ?? ''] : []), ...cells])
	})
	return [header, ...rows.map((row, at) => [`${at + 1}`, ...row])]
		.map((row) => `${row.map(quote).join(',')}\r\n`)
		.join('')
}

function cell({ points, ranks }: OpenBallot, choice: string): string {
	if (points) return Object.hasOwn(points, choice) ? `${points[choice]}` : ''
	const place = (ranks ?? []).findIndex((rank) => rank.includes(choice))
	return place < 0 ? '' : `${place + 1}`
}

/** RFC 4180. A leading =, +, - or @ would be run as a formula by a spreadsheet, so it gets an apostrophe in front. */
function quote(text: string) {
	const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvDictionary: readonly (readonly [column: string, meaning: string])[] = [
	['ballot', 'A number given when the file was written; it says nothing about who voted or when'],
	['voice', 'Constituency of the voter; the column is left out where a group is small'],
	[
		'any other column',
		'A choice. Approval: 1 if approved. Score or points: what it was given. Ranked: its place, 1 best',
	],
	['an empty cell', 'Nothing was said about this choice'],
]
