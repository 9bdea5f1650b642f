import { type Ballot, CannotRead, type Election, mostBallots } from './election.ts'
import { askedFor } from './read-pabulib.ts'

/**
 * BLT (Hill, Wichmann and Woodall 1987): `candidates seats`; withdrawn numbers below 0; a line a ballot: how many, numbers best
 * first, 0; a line 0; the names in order of number; the title. The oldest programs write all of it on one line.
 */
export function readBlt(text: string): Election & { title: string } {
	const notes: string[] = []
	if (text.startsWith('\uFEFF')) notes.push('a byte order mark at the start; passed over')
	if (text.includes('\r\n')) notes.push('Windows line endings; read as plain ones')
	const lines = text.replace(/^\uFEFF/, '').split('\n')
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

	/** What is left of a line stands as the next line. */
	function putBack(rest: string) {
		lines[--at] = rest
	}

	const first = /^[\s,]*(\d+)[\s,]+(\d+)(?![^\s,])[\s,]*/.exec(next())
	if (first === null) throw new CannotRead('the first line is not "candidates seats"')
	const size = Number(first[1])
	const seats = Number(first[2])
	if (size < 1 || seats < 1) throw new CannotRead('there must be a candidate and a seat')
	if (size > 1000) throw new CannotRead('more than 1,000 candidates')
	const restOfFirst = withoutComment(lines[at - 1]!)
		.trim()
		.slice(first[0].length)
	if (restOfFirst !== '') {
		notes.push(`line ${at}: more than "candidates seats"; read as the lines that follow`)
		putBack(restOfFirst)
	}

	const withdrawn: number[] = []
	const papers: { count: number; ranks: number[][] }[] = []
	const readBefore = new Map<string, { paper: { count: number }; count: number }>()
	let lot: number[] = []
	let nicknames: string[] = []
	let spoilt = 0

	/** Notes what is no candidate, and leaves it out. */
	function candidatesIn(words: string[], where: string): number[] {
		const numbers = words.map((word) => ({ word, candidate: number(word) }))
		for (const { word, candidate } of numbers)
			if (!isCandidate(candidate)) notes.push(`line ${at}: ${where} ${word}, who is no candidate; left out`)
		return numbers.map(({ candidate }) => candidate).filter(isCandidate)
	}

	function isCandidate(one: number) {
		return one >= 1 && one <= size
	}

	function number(word: string): number {
		const nickname = nicknames.indexOf(word)
		if (nickname >= 0) return nickname + 1
		return /^\d+$/.test(word) ? Number(word) : Number.NaN
	}

	for (;;) {
		let line = next()
		// Many people hand in the same ballot: a line with nothing to forgive is read once, and counted as often as it is there.
		const same = readBefore.get(line)
		if (same !== undefined) {
			same.paper.count += same.count
			continue
		}
		const sofar = { notes: notes.length, papers: papers.length }
		if (/^[\s,]*0[\s,]*$/.test(line)) break
		const thousands = /^[1-9]\d{0,2}(,\d{3})+(?=\s|$)/.exec(line)
		if (thousands)
			throw new CannotRead(
				`line ${at}: "${thousands[0]}" may be thousands of ballots, or a number and a candidate; write it without the comma`,
			)
		if (line.startsWith('"')) {
			notes.push(`line ${at}: no 0 after the last ballot`)
			at--
			break
		}
		if (line.includes(',')) notes.push(`line ${at}: commas read as spaces`)
		if (line.startsWith('[')) {
			const [option = '', ...rest] = wordsOf(line.replace(/[[\]]/g, ' '))
			readBefore.clear()
			if (option === 'nick') nicknames = rest
			else if (option === 'tie') lot = candidatesIn(rest, 'a lot with')
			else if (option === 'withdrawn') withdrawn.push(...candidatesIn(rest, 'withdrawn'))
			else notes.push(`line ${at}: option ${option} passed over`)
			continue
		}
		const negative = /^[\s,]*(-\d+(?![^\s,])[\s,]*)+/.exec(line)?.[0] ?? ''
		if (negative !== '' && (negative === line || papers.length + spoilt === 0)) {
			const numbers = wordsOf(negative).map((word) => word.slice(1))
			withdrawn.push(...candidatesIn(numbers, 'withdrawn'))
			if (negative === line) continue
			notes.push(`line ${at}: ballots on the line of the withdrawn`)
			line = line.slice(negative.length)
		}
		const names = ballotsOn(line)
		if (names !== null) {
			putBack(names)
			break
		}
		const paper = papers.at(-1)
		if (paper && papers.length === sofar.papers + 1 && notes.length === sofar.notes)
			readBefore.set(line, { paper, count: paper.count })
	}

	/** Reads each ballot of a line. If the names begin on this line too, what is left of it. */
	function ballotsOn(line: string): string | null {
		let rest = line
		let howMany = 0
		while (wordsOf(rest).length > 0) {
			if (howMany > 0 && /^[\s,]*0[\s,]+"/.test(rest)) return rest.replace(/^[\s,]*0[\s,]+/, '')
			const ballot = /^[\s,]*[^\s,]+(?:[\s,]+(?!0(?![^\s,]))[^\s,]+)*(?:[\s,]+0(?![^\s,]))?/.exec(rest)![0]
			rest = rest.slice(ballot.length)
			if (howMany > 0 && wordsOf(ballot).join() === '0') notes.push(`line ${at}: a 0 that ends nothing; passed over`)
			else onePaper(ballot)
			howMany++
		}
		if (howMany > 1) notes.push(`line ${at}: several ballots on one line`)
		return null
	}

	function onePaper(text: string) {
		const words = wordsOf(text.replace(/^[\s,]*\([^)]*\)/, '1 '))
		const count = words.shift()!
		if (!/^\d+$/.test(count) || Number(count) > mostBallots) {
			notes.push(`line ${at}: does not begin with a number of ballots; counted as spoilt`)
			spoilt++
			return
		}
		if (Number(count) === 0) notes.push(`line ${at}: handed in by nobody`)
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
		const lastNamed = ranks.findLastIndex((rank) => rank.length > 0)
		if (ranks.slice(0, lastNamed + 1).some((rank, place) => rank.length === 0 && /^-+$/.test(words[place]!)))
			notes.push(`line ${at}: a place left out; closed up`)
		papers.push({ count: Number(count), ranks })
	}

	const { names, written, title } = namesIn(lines.slice(at), size, notes)
	if (papers.reduce((sum, { count }) => sum + count, 0) > mostBallots) throw new CannotRead('too many ballots to count')
	const nameOf = (candidate: number) => names[candidate - 1]!
	// One list for all ballots with one name at a place: a large file has millions of them.
	const alone = names.map((name) => [name])
	const placeOf = (rank: number[]) => (rank.length === 1 ? alone[rank[0]! - 1]! : rank.map(nameOf))
	return {
		title,
		choices: names.map((id) => ({ id, cost: 0n })),
		withdrawn: [...new Set(withdrawn)].map(nameOf),
		budget: 0n,
		decimals: 0,
		seats,
		threshold: 0,
		ballots: papers.map(
			({ count, ranks }): Ballot => ({
				count,
				ranks: ranks.map(placeOf),
				points: new Map(),
				voice: '',
				choice: '',
			}),
		),
		spoilt,
		tieOrder: lot.map(nameOf),
		asks: askedFor(lines.find((line) => /^\s*#.*Alongside recount:/.test(line)) ?? ''),
		notes,
		says: {
			parts: {},
			...(title !== '' && { heading: title }),
			choices: written.map((name, at) => ({
				...(name !== '' && { name }),
				withdrawn: withdrawn.includes(at + 1),
			})),
		},
	}
}

/** The names, also as they are written (empty where none is), and the title. If there are too few lines, look for more in ALTERNATIVE NAME comments, or on one line. */
function namesIn(lines: string[], size: number, notes: string[]) {
	const isAlternative = (line: string) => /^#\s*ALTERNATIVE NAME\s+\d+\s*:/i.test(line)
	const isComment = (line: string) => line.startsWith('#') || line.startsWith('//')
	const rest = lines.map((line) => line.trim()).filter((line) => line !== '')
	let written = rest.filter((line) => !isComment(line))
	const withAlternatives = rest.filter((line) => !isComment(line) || isAlternative(line))
	if (written.length < size && withAlternatives.length > written.length) {
		notes.push('names are taken from ALTERNATIVE NAME comments')
		written = withAlternatives.map((line) => line.replace(/^#\s*ALTERNATIVE NAME\s+\d+\s*:\s*/i, ''))
	}
	const apart = written.flatMap((line) =>
		/^"[^"]*"([\s,]+"[^"]*")+[\s,]*$/.test(line) ? line.match(/"[^"]*"/g)! : [line],
	)
	if (written.length < size && apart.length > written.length) {
		notes.push('several names on one line')
		written = apart
	}
	if (written.length < size) notes.push('fewer names than candidates; the others are called Candidate and their number')
	else if (written.length === size) notes.push('no title')
	else if (written.length > size + 1) notes.push('more lines after the title; passed over')
	const inside = written.slice(0, size + 1).map((line) => nameIn(line, notes))
	const names: string[] = []
	for (let candidate = 1; candidate <= size; candidate++) {
		let name = inside[candidate - 1] || `Candidate ${candidate}`
		while (names.includes(name)) {
			notes.push(`two candidates are called "${name}"; the later one is called "${name} (${candidate})"`)
			name = `${name} (${candidate})`
		}
		names.push(name)
	}
	return { names, written: names.map((_, at) => inside[at] ?? ''), title: inside[size] ?? '' }
}

function wordsOf(text: string): string[] {
	return text.split(/[\s,]+/).filter((word) => word !== '')
}

/** `#` and `//` begin a comment, except inside quotation marks. */
function withoutComment(line: string): string {
	const quote = line.search(/(^|[\s,])"/)
	const comment = line.search(/#|\/\//)
	const from = quote >= 0 && quote < comment ? line.lastIndexOf('"') + 1 : 0
	return line.slice(0, from) + line.slice(from).split(/#|\/\//)[0]
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
