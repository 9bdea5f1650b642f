import { CannotRead, type Counted } from './election.ts'

/** Says "the same", or each place where a published result is not what we counted; then what it leaves unsaid. */
export function compareWith(
	{ file, text }: { file: string; text: string },
	result: Counted,
	notes: string[],
	out: (text: string) => void,
): number {
	let published: Record<string, unknown>
	try {
		published = JSON.parse(text)
	} catch {
		throw new CannotRead(`${file} is not JSON`)
	}
	if (!Array.isArray(published?.winners) && typeof published?.outcome !== 'string')
		throw new CannotRead(`${file} is not a result: it has no winners and no outcome`)
	const counted = JSON.parse(JSON.stringify(result)) as Record<string, unknown>
	const differences: string[] = []
	const compared = Object.keys(counted).filter((key) => Object.hasOwn(published, key))
	const unsaid = Object.keys(counted).filter((key) => !compared.includes(key))
	for (const key of compared) differ(key, published[key], counted[key], differences)
	// Ballots that say nothing of it say that nothing was withdrawn.
	if (published.withdrawn !== undefined && counted.withdrawn === undefined)
		differ('withdrawn', published.withdrawn, [], differences)
	if (differences.length === 0) out(`The same: what the published result says of ${compared.join(', ')}.\n`)
	else {
		out('Not the same:\n')
		for (const one of differences.slice(0, 50)) out(`  ${one}\n`)
		if (differences.length > 50) out(`  and ${differences.length - 50} more\n`)
	}
	if (unsaid.length > 0) out(`  Note: the published result does not say its ${unsaid.join(', ')}\n`)
	const unknown = Object.keys(published).filter((key) => !Object.hasOwn(counted, key) && key !== 'withdrawn')
	if (unknown.length > 0) out(`  Note: not compared, since ballots do not say it: ${unknown.join(', ')}\n`)
	for (const note of notes) out(`  Note: ${note}\n`)
	return differences.length === 0 ? 0 : 1
}

function differ(path: string, published: unknown, counted: unknown, differences: string[]) {
	const bothObjects =
		typeof published === 'object' && typeof counted === 'object' && published !== null && counted !== null
	if (!bothObjects || Array.isArray(published) !== Array.isArray(counted)) {
		if (published !== counted)
			differences.push(
				`${path}: published ${JSON.stringify(published) ?? 'nothing'}, counted ${JSON.stringify(counted) ?? 'nothing'}`,
			)
		return
	}
	for (const key of new Set([...Object.keys(published), ...Object.keys(counted)]))
		differ(
			`${path}.${key}`,
			(published as Record<string, unknown>)[key],
			(counted as Record<string, unknown>)[key],
			differences,
		)
}
