import { type Ballot, CannotRead, type Election } from './election.ts'
import { askedFor } from './read-pabulib.ts'

/**
 * BLT: `candidates seats`; withdrawn numbers below 0; a line a ballot: how many, numbers best first, 0; a line 0; the names in
 * order of number; the title.
 */
export function readBlt(text: string): Election & { title: string } {
	const notes: string[] = []
	const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
	if (lines.at(-1) === '') lines.pop()
	else notes.push('no line end after the last line')
	let at = 0

	/** The next line with something on it, comments cut off. */
	function next(): string {
		while (at < lines.length) {
			const line = withoutComment(lines[at++]!).trim()
			if (line !== '') return line
		}
		throw new CannotRead('the file ends too early')
	}

	const first = next().replaceAll(',', ' ').trim().split(/\s+/)
	if (first.length !== 2 || !first.every((one) => /^[1-9]\d*$/.test(one)))
		throw new CannotRead('the first line is not "candidates seats"')
	const size = Number(first[0])
	const seats = Number(first[1])
	if (size > 10_000) throw new CannotRead('more than 10,000 candidates')

	const withdrawn: number[] = []
	const papers: { count: number; ranks: number[][] }[] = []
	let lot: number[] = []
	let nicknames: string[] = []
	let spoilt = 0
	for (;;) {
		const line = next()
		if (/^0[\s,]*$/.test(line)) break
		if (line.startsWith('"')) {
			notes.push(`line ${at}: no 0 after the last ballot`)
			at--
			break
		}
		const words = line
			.replace(/[[\],]/g, ' ')
			.trim()
			.split(/\s+/)
		if (line.startsWith('[')) {
			if (words[0] === 'nick') nicknames = words.slice(1)
			else if (words[0] === 'tie') lot = words.slice(1).map(number).filter(isCandidate)
			else notes.push(`line ${at}: option ${words[0]} passed over`)
			continue
		}
		if (words.every((word) => /^-\d+$/.test(word))) {
			withdrawn.push(...words.map((word) => Number(word.slice(1))).filter(isCandidate))
			continue
		}
		const paper = onePaper(line)
		if (paper === null) spoilt++
		else papers.push(paper)
	}

	function isCandidate(one: number) {
		return one >= 1 && one <= size
	}

	function number(word: string): number {
		const nickname = nicknames.indexOf(word)
		if (nickname >= 0) return nickname + 1
		return /^\d+$/.test(word) ? Number(word) : Number.NaN
	}

	function onePaper(line: string): { count: number; ranks: number[][] } | null {
		if (line.includes(',')) notes.push(`line ${at}: commas read as spaces`)
		const words = line
			.replace(/^\([^)]*\)/, '1 ')
			.replaceAll(',', ' ')
			.trim()
			.split(/\s+/)
		const count = words.shift()!
		if (!/^\d+$/.test(count)) {
			notes.push(`line ${at}: does not begin with a number; counted as spoilt`)
			return null
		}
		if (words.at(-1) === '0') words.pop()
		else notes.push(`line ${at}: no 0 at the end of the ballot`)
		const seen: number[] = []
		const ranks = words.map((word) => {
			const rank: number[] = []
			if (/^-+$/.test(word)) return rank
			for (const part of word.split('=')) {
				const candidate = number(part)
				if (!isCandidate(candidate)) notes.push(`line ${at}: "${part}" is no candidate; left out`)
				else if (seen.includes(candidate)) notes.push(`line ${at}: candidate ${part} named twice; the first counts`)
				else {
					seen.push(candidate)
					rank.push(candidate)
				}
			}
			return rank
		})
		if (words.length > 0 && seen.length === 0) notes.push(`line ${at}: nothing but dashes; a blank ballot`)
		return { count: Number(count), ranks }
	}

	// Then the names and the title. If there are too few lines, ALTERNATIVE NAME comments are names too.
	const rest = lines.slice(at).map((line) => line.trim())
	const isAlternative = (line: string) => /^#\s*ALTERNATIVE NAME\s+\d+\s*:/i.test(line)
	const isComment = (line: string) => line.startsWith('#') || line.startsWith('//')
	const plain = rest.filter((line) => line !== '' && !isComment(line))
	const withAlternatives = rest.filter((line) => line !== '' && (!isComment(line) || isAlternative(line)))
	const takesAlternatives = plain.length < size && withAlternatives.length > plain.length
	if (takesAlternatives) notes.push('names are taken from ALTERNATIVE NAME comments')
	const written = (takesAlternatives ? withAlternatives : plain).map((line) =>
		nameIn(line.replace(/^#\s*ALTERNATIVE NAME\s+\d+\s*:\s*/i, ''), notes),
	)
	if (written.length < size) notes.push('fewer names than candidates; the others are called Candidate and their number')
	const names: string[] = []
	for (let candidate = 1; candidate <= size; candidate++) {
		let name = written[candidate - 1] || `Candidate ${candidate}`
		while (names.includes(name)) {
			notes.push(`two candidates are called "${name}"; the later one is called "${name} (${candidate})"`)
			name = `${name} (${candidate})`
		}
		names.push(name)
	}

	const nameOf = (candidate: number) => names[candidate - 1]!
	return {
		title: written[size] ?? '',
		choices: names.map((id) => ({ id, cost: 0n })),
		withdrawn: withdrawn.map(nameOf),
		budget: 0n,
		decimals: 0,
		seats,
		threshold: 0,
		ballots: papers.map(
			({ count, ranks }): Ballot => ({
				count,
				ranks: ranks.map((rank) => rank.map(nameOf)),
				points: new Map(ranks.flat().map((candidate) => [nameOf(candidate), 1])),
				voice: '',
				choice: '',
			}),
		),
		spoilt,
		tieOrder: lot.map(nameOf),
		asks: askedFor(text),
		notes,
	}
}

/** `#` and `//` begin a comment, except inside quotation marks. */
function withoutComment(line: string): string {
	const from = line.trim().startsWith('"') ? line.lastIndexOf('"') + 1 : 0
	return line.slice(0, from) + line.slice(from).replace(/(#|\/\/).*$/, '')
}

/** In quotation marks; those inside may be doubled, as in CSV, or not. */
function nameIn(line: string, notes: string[]): string {
	const inside = /^"(.*)"[\s,]*$/.exec(withoutComment(line))
	if (inside === null) {
		notes.push(`a name without quotation marks: ${line}`)
		return line.replace(/^"|"$/g, '')
	}
	const name = inside[1]!
	if (!name.replaceAll('""', '').includes('"')) return name.replaceAll('""', '"')
	notes.push(`quotation marks inside a name: ${line}`)
	return name
}
