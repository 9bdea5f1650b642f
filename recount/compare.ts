import { differ } from './differ.ts'
import { CannotRead, type Counted, type Facts } from './election.ts'
import { compareFacts } from './facts.ts'

/** Says "the same", or each place where a published result is not what we counted; then what it leaves unsaid. */
export function compareWith(
	{ file, text }: { file: string; text: string },
	result: Counted,
	says: Facts,
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
	const facts = compareFacts(published, counted, says)
	differences.push(...facts.differences)
	compared.push(...facts.compared)
	unsaid.push(...facts.unsaid)
	refuseTooLittle(file, counted, compared)
	if (differences.length === 0) out(`The same: what the published result says of ${compared.join(', ')}.\n`)
	else {
		out('Not the same:\n')
		for (const one of differences.slice(0, 50)) out(`  ${one}\n`)
		if (differences.length > 50) out(`  and ${differences.length - 50} more\n`)
	}
	if (unsaid.length > 0) out(`  Note: the published result does not say its ${unsaid.join(', ')}\n`)
	const left = [...leftIn(published, [...compared, 'withdrawn']), ...facts.notInForm]
	if (left.length > 0) out(`  Note: not compared, since ballots do not say it: ${left.join(', ')}\n`)
	if (hasSeal(published)) out(`  Note: ${aboutSeal}\n`)
	for (const note of notes) out(`  Note: ${note}\n`)
	return differences.length === 0 ? 0 : 1
}

/** Of a result that does not say how it was counted or what came out, "the same" would be taken for more than it is. */
function refuseTooLittle(file: string, counted: Record<string, unknown>, compared: string[]) {
	// Without the voices, the total or the votes for each are all that can be counted.
	const whatCameOut = ['winners', 'outcome', 'outcomeOfTotal', 'votes'].find((key) => Object.hasOwn(counted, key))
	const missing = ['method', whatCameOut!].filter((key) => !compared.includes(key))
	if (missing.length === 0) return
	throw new CannotRead(
		`${file} does not say its ${missing.join(' and ')}, so it cannot be told whether this is the same result. Take the whole result of this vote (result.json, on its page) and compare with that`,
	)
}

/** The names of what a published result says and nobody compared; of its `decision` each part by itself. */
function leftIn(published: Record<string, unknown>, compared: string[]): string[] {
	const names = Object.keys(published).flatMap((key) =>
		key === 'decision' && !compared.includes('decision')
			? Object.keys(Object(published.decision)).map((part) => `decision.${part}`)
			: [key],
	)
	return names.filter((name) => !compared.includes(name))
}

const aboutSeal = `the seal cannot be made again from published files. It is also of who could vote, person by person, of the rules in the form in which they were set, and of the moments of opening and closing, and these are in no file. Compare it with the one on the page of the vote; whoever runs the place makes it again with "npx alongside record verify"`

function hasSeal({ decision }: Record<string, unknown>): boolean {
	return typeof Object(decision).seal === 'string'
}
