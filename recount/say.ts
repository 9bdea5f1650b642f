import type { Counted, Result } from './election.ts'

/** The result for reading aloud: outcome first, then how, then what the file was not strict about. */
export function inWords(result: Result, notes: string[]): string {
	const { method, winners, totalCost, ballots, ties, rounds } = result
	const isLevel = ties.some(({ picked }) => picked === null)
	const lines = [
		`Counted by: ${method} ${JSON.stringify(result.options)}`,
		`Ballots: ${ballots.counted} counted, ${ballots.blank} blank, ${ballots.spoilt} spoilt`,
		winners.length > 0
			? `${isLevel ? 'Level at the top, no one of them chosen' : 'Winners, in order of winning'}: ${winners.join(', ')}`
			: `No winner: ${result.reason ?? 'none'}`,
	]
	if (Array.isArray(result.withdrawn))
		lines.push(`Withdrawn while people voted, not counted: ${result.withdrawn.join(', ')}`)
	if (totalCost !== undefined) lines.push(`Total cost: ${totalCost}`)
	if (result.quota !== undefined) lines.push(`Quota: ${result.quota}`)
	if (result.endowment) lines.push(`Endowment: ${JSON.stringify(result.endowment)}`)
	if (result.comparison) lines.push(`Comparison with greedy: ${JSON.stringify(result.comparison)}`)
	if (result.condorcetWinner !== undefined)
		lines.push(`Beats all others in pairs: ${result.condorcetWinner ?? 'nobody'}`)
	if (result.pairwiseCheck) lines.push(`In pairs, for information only: ${JSON.stringify(result.pairwiseCheck)}`)
	lines.push('', 'Rounds:')
	for (const [at, round] of rounds.entries()) lines.push(`  ${at + 1}. ${JSON.stringify(round)}`)
	lines.push('', ties.length > 0 ? 'Ties and how they fell:' : 'No ties.')
	for (const tie of ties)
		lines.push(
			`  round ${tie.round}: ${tie.among.join(', ')} level (${tie.kind}); ${tie.picked === null ? 'nobody picked' : `${tie.picked} picked by ${tie.decidedBy}`}`,
		)
	lines.push('', `Ballots hash: ${result.ballotsHash}`)
	return withNotes(lines, notes)
}

/** A motion or consent round, or the part of a count that a file without voices allows. */
export function answeredInWords(
	{ method, outcome, outcomeOfTotal, ballotsHash, ...rest }: Counted,
	notes: string[],
): string {
	const lines = [`Counted by: ${method}`]
	if (outcome !== undefined) lines.push(`Outcome: ${outcome}`)
	else if (outcomeOfTotal !== undefined) lines.push(`Outcome of the total: ${outcomeOfTotal}`)
	for (const [name, value] of Object.entries(rest)) lines.push(`${name}: ${JSON.stringify(value)}`)
	lines.push('', `Ballots hash: ${ballotsHash}`)
	return withNotes(lines, notes)
}

function withNotes(lines: string[], notes: string[]): string {
	const all = notes.length > 0 ? [...lines, '', 'What to know about the file:', ...shortened(notes)] : lines
	return `${all.join('\n')}\n`
}

function shortened(notes: string[]): string[] {
	const shown = notes.slice(0, 40).map((note) => `  ${note}`)
	return notes.length > 40 ? [...shown, `  and ${notes.length - 40} more; --json lists all`] : shown
}
