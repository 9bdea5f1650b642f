import type { RankedElection } from '../methods/ranked.ts'
import { type Leniency, type Unreadable, unreadable } from './leniency.ts'
import { recountOptions } from './recount-comment.ts'

export interface BltFile {
	title: string
	election: RankedElection
	/** A lot given in the file (`[tie 3 1 2]`), favoured first; empty if none. */
	tieOrder: string[]
	/** Options of our own export, as command-line words. */
	options: string[]
	leniencies: Leniency[]
}

/**
 * Reads a BLT file: `candidates seats`, withdrawn numbers below zero, a line a ballot (weight, numbers best first, `0`), `0`,
 * names in quotes, title. Also `=` for equal ranks, `-` for a skipped one, `(id)`, `[tie …]`, `[nick …]`, `[withdrawn …]`,
 * comments, and several of these on one line. Lenient about what real files do, and says so each time.
 */
export function readBlt(text: string): BltFile | Unreadable {
	const leniencies: Leniency[] = []
	const reader = new Reader(text, leniencies)
	const header = reader.header()
	if ('refused' in header) return header
	const { size, seats } = header
	const ballots = reader.ballots(size)
	if ('refused' in ballots) return ballots
	const names = reader.names(size)
	const name = (number: number) => names.list[number - 1]!
	return {
		title: names.title,
		election: {
			candidates: names.list,
			withdrawn: [...new Set(ballots.withdrawn)].map(name),
			seats,
			ballots: ballots.papers.map(({ weight, ranks }) => ({ weight, ranks: ranks.map((rank) => rank.map(name)) })),
			...(ballots.spoilt && { spoilt: ballots.spoilt }),
		},
		tieOrder: ballots.tie.map(name),
		options: recountOptions(text.split('\n').find((line) => /^\s*#.*Alongside recount:/.test(line)) ?? ''),
		leniencies,
	}
}

/** A line that a slip of the hand made long must not be taken for a list to be made. */
const mostCandidates = 1000
/** Sums of weights up to this many are exact. */
const mostBallots = 1_000_000_000

interface Paper {
	weight: number
	ranks: number[][]
}

class Reader {
	readonly #lines: string[]
	readonly #leniencies: Leniency[]
	#at = 0
	#nicknames = new Map<string, number>()

	constructor(text: string, leniencies: Leniency[]) {
		this.#leniencies = leniencies
		if (text.startsWith('\uFEFF')) this.#say(1, 'a byte order mark', 'nothing')
		const lines = text.replace(/^\uFEFF/, '').split('\n')
		if (text.includes('\r\n')) this.#say(1, 'Windows line endings', 'plain line endings')
		if (lines.at(-1) === '') lines.pop()
		else this.#say(lines.length, 'no line end after the last line', 'a whole line')
		this.#lines = lines.map((line) => line.replace(/\r$/, ''))
	}

	#say(line: number, found: string, readAs: string) {
		this.#leniencies.push({ line, found, readAs })
	}

	/** The next line that says something, without its comment; null at the end of the file. */
	#next(): string | null {
		while (this.#at < this.#lines.length) {
			const line = withoutComment(this.#lines[this.#at++]!).trim()
			if (line !== '') return line
		}
		return null
	}

	/** What is left of the line that was read last is read next, as if it stood by itself. */
	#putBack(rest: string) {
		this.#at--
		this.#lines[this.#at] = rest
	}

	header(): { size: number; seats: number } | Unreadable {
		const line = this.#next() ?? ''
		const [sizeText, seatsText, third] = wordsIn(line)
		if (!isNumber(sizeText?.text) || !isNumber(seatsText?.text))
			return unreadable('The first line is not "candidates seats"', [Math.max(1, this.#at)])
		const [size, seats] = [Number(sizeText!.text), Number(seatsText!.text)]
		if (size < 1 || seats < 1) return unreadable('There must be at least one candidate and one seat', [this.#at])
		if (size > mostCandidates) return unreadable(`More than ${mostCandidates} candidates`, [this.#at])
		if (third) {
			this.#say(this.#at, 'more on the first line than candidates and seats', 'the lines that follow')
			this.#putBack(line.slice(third.from))
		}
		return { size, seats }
	}

	ballots(size: number) {
		const withdrawn: number[] = []
		const papers: Paper[] = []
		let tie: number[] = []
		let spoilt = 0
		for (;;) {
			const line = this.#next()
			if (line === null) return unreadable('The file ends before the names', [this.#lines.length])
			const words = wordsIn(line)
			if (words.length === 1 && words[0]!.text === '0') break
			// "1,000 3 2 0" may be a thousand ballots, or one whose first name is no candidate.
			const thousands = /^[1-9]\d{0,2}(,\d{3})+(?=\s|$)/.exec(line)
			if (thousands)
				return unreadable(`"${thousands[0]}" may be thousands of ballots; write it without the comma`, [this.#at])
			if (line.startsWith('"')) {
				this.#say(this.#at, 'no 0 after the last ballot', 'the end of the ballots')
				this.#at--
				break
			}
			if (line.includes(',')) this.#say(this.#at, 'commas between numbers', 'spaces')
			if (line.startsWith('[')) {
				const option = this.#option(line, size)
				if (option.tie) tie = option.tie
				withdrawn.push(...(option.withdrawn ?? []))
				continue
			}
			const firstOther = words.findIndex(({ text }) => !/^-\d+$/.test(text))
			const names = (firstOther < 0 ? words : words.slice(0, firstOther)).map(({ text }) => text.slice(1))
			if (firstOther < 0) {
				withdrawn.push(...this.#candidates(names, size, 'a withdrawn'))
				continue
			}
			let rest = words
			if (firstOther > 0 && papers.length + spoilt === 0) {
				withdrawn.push(...this.#candidates(names, size, 'a withdrawn'))
				this.#say(this.#at, 'ballots on the line of the withdrawn', 'lines of their own')
				rest = words.slice(firstOther)
			}
			const found = this.#papers(line, rest, size)
			papers.push(...found.papers)
			spoilt += found.spoilt
			if (found.names !== null) {
				this.#putBack(found.names)
				break
			}
		}
		if (papers.reduce((sum, { weight }) => sum + weight, 0) > mostBallots)
			return unreadable('Too many ballots to count', [1])
		return { withdrawn, papers, tie, spoilt }
	}

	#candidates(words: readonly string[], size: number, what: string): number[] {
		const numbers = words.map((word) => this.#number(word))
		for (const [at, number] of numbers.entries())
			if (!(number >= 1 && number <= size))
				this.#say(this.#at, `${what} "${words[at]}", which is no candidate`, 'nothing')
		return numbers.filter((number) => number >= 1 && number <= size)
	}

	#option(line: string, size: number): { tie?: number[]; withdrawn?: number[] } {
		const [word = '', ...rest] = wordsIn(line.replace(/[[\]]/g, ' ')).map(({ text }) => text)
		if (word === 'nick') {
			this.#nicknames.clear()
			for (const [at, nick] of rest.entries()) if (!this.#nicknames.has(nick)) this.#nicknames.set(nick, at + 1)
		} else if (word === 'tie') return { tie: this.#candidates(rest, size, 'a lot with') }
		else if (word === 'withdrawn') return { withdrawn: this.#candidates(rest, size, 'a withdrawn') }
		else this.#say(this.#at, `an option [${word}]`, 'nothing')
		return {}
	}

	#number(token: string): number {
		return this.#nicknames.get(token) ?? (isNumber(token) ? Number(token) : Number.NaN)
	}

	/** The ballots of one line, each to its 0; and the text of the names, if they begin on this line. */
	#papers(line: string, words: readonly Word[], size: number) {
		const papers: Paper[] = []
		let spoilt = 0
		let read = 0
		for (let at = 0; at < words.length; read++) {
			const isLoneZero = read > 0 && words[at]!.text === '0'
			if (isLoneZero && words[at + 1]?.text.startsWith('"'))
				return { papers, spoilt, names: line.slice(words[at + 1]!.from) }
			const zero = words.findIndex(({ text }, place) => place > at && text === '0')
			const end = zero < 0 ? words.length : zero + 1
			if (isLoneZero && end === words.length && zero < 0 && at === words.length - 1)
				this.#say(this.#at, 'a 0 that ends nothing', 'nothing')
			else {
				const text = line.slice(words[at]!.from, words[end - 1]!.to)
				const paper = this.#paper(text, size)
				if (paper === 'spoilt') spoilt++
				else papers.push(paper)
			}
			at = end
		}
		if (read > 1) this.#say(this.#at, 'several ballots on one line', 'each to its 0')
		return { papers, spoilt, names: null }
	}

	#paper(line: string, size: number): Paper | 'spoilt' {
		const at = this.#at
		const tokens = wordsIn(line.replace(/^\([^)]*\)/, ' ')).map(({ text }) => text)
		// A ballot id stands in the place of the weight (Droop).
		const weightText = /^\([^)]*\)/.test(line) ? '1' : (tokens.shift() ?? '')
		if (!isNumber(weightText) || Number(weightText) > mostBallots) {
			this.#say(at, `a ballot that begins with "${weightText}"`, 'a spoilt ballot')
			return 'spoilt'
		}
		if (Number(weightText) === 0) this.#say(at, 'a ballot handed in by nobody', 'no ballot')
		if (tokens.at(-1) === '0') tokens.pop()
		else this.#say(at, 'a ballot without the closing 0', 'a whole ballot')

		const ranks: number[][] = []
		const seen = new Set<number>()
		for (const token of tokens) {
			const rank: number[] = []
			for (const part of /^-+$/.test(token) ? [] : token.split('=')) {
				const number = this.#number(part)
				if (!(number >= 1 && number <= size)) this.#say(at, `"${part}" on a ballot, which is no candidate`, 'nothing')
				else if (seen.has(number)) this.#say(at, 'a candidate named twice on a ballot', 'the first time only')
				else {
					seen.add(number)
					rank.push(number)
				}
			}
			if (rank.length > 0 || /^-+$/.test(token)) ranks.push(rank)
		}
		const lastNamed = ranks.findLastIndex((rank) => rank.length > 0)
		if (lastNamed < 0 && tokens.length > 0) this.#say(at, 'a ballot without one candidate on it', 'a blank ballot')
		else if (ranks.slice(0, Math.max(0, lastNamed)).some((rank) => rank.length === 0))
			this.#say(at, 'a skipped rank', 'closed up')
		return { weight: Number(weightText), ranks: ranks.slice(0, lastNamed + 1) }
	}

	/**
	 * Names, then the title. A name may hold a `#`, so only whole-line comments are dropped; but where there are too few lines
	 * otherwise, comments that say ALTERNATIVE NAME stand for names (Glasgow 2007), and so do several names on one line.
	 */
	names(size: number): { list: string[]; title: string } {
		const lines: { line: number; text: string; fromComment: boolean }[] = []
		for (; this.#at < this.#lines.length; this.#at++) {
			const text = this.#lines[this.#at]!.trim()
			const alternative = /^#\s*ALTERNATIVE NAME\s+\d+\s*:\s*(.*)$/i.exec(text)
			if (text === '' || (!alternative && (text.startsWith('#') || text.startsWith('//')))) continue
			lines.push({ line: this.#at + 1, text: alternative?.[1] ?? text, fromComment: alternative !== null })
		}
		const plain = lines.filter(({ fromComment }) => !fromComment)
		let found = plain.length >= size ? plain : lines
		if (found.length > plain.length) this.#say(this.#lines.length, 'names in comments, ALTERNATIVE NAME', 'the names')
		const apart = found.flatMap(({ line, text }) => namesApart(text).map((name) => ({ line, text: name })))
		if (found.length < size && apart.length > found.length) {
			this.#say(this.#lines.length, 'several names on one line', 'each a name')
			found = apart.map((name) => ({ ...name, fromComment: false }))
		}
		if (found.length < size) this.#say(this.#lines.length, 'fewer names than candidates', 'Candidate and its number')
		else if (found.length === size) this.#say(this.#lines.length, 'no title', 'an empty title')
		else if (found.length > size + 1) this.#say(this.#lines.length, 'more lines after the title', 'nothing')
		const names = found.slice(0, size + 1).map(({ line, text }) => this.#unquoted(line, text))
		const list = Array.from({ length: size }, (_, at) => names[at] || `Candidate ${at + 1}`)
		return { list: distinct(list, this.#leniencies), title: names[size] ?? '' }
	}

	/** Quotes inside may be doubled, as in CSV, or left as they are. */
	#unquoted(line: number, text: string): string {
		const inside = /^"(.*)"[\s,]*$/.exec(withoutComment(text))?.[1]
		if (inside === undefined) {
			this.#say(line, 'a name without quotes', 'the whole line')
			return text.replace(/^"|"$/g, '')
		}
		if (!inside.includes('"')) return inside
		const isDoubled = !inside.replaceAll('""', '').includes('"')
		if (isDoubled) return inside.replaceAll('""', '"')
		this.#say(line, 'quotes inside a name', 'part of the name')
		return inside
	}
}

interface Word {
	text: string
	from: number
	to: number
}

/** What stands between spaces or commas, and where. */
function wordsIn(line: string): Word[] {
	return [...line.matchAll(/[^\s,]+/g)].map(({ 0: text, index }) => ({ text, from: index, to: index + text.length }))
}

function isNumber(text: string | undefined): boolean {
	return text !== undefined && /^\d+$/.test(text)
}

/** `"A" "B"` as two names. Quotes inside one name have no space before them and are left alone. */
function namesApart(text: string): string[] {
	return /^"[^"]*"([\s,]+"[^"]*")+[\s,]*$/.test(text) ? [...text.matchAll(/"[^"]*"/g)].map(([name]) => name) : [text]
}

/** A `#` or `//` inside quotes is part of the text. */
function withoutComment(line: string): string {
	const comment = line.search(/#|\/\//)
	const quote = line.search(/(^|[\s,])"/)
	if (comment < 0) return line
	if (quote < 0 || comment < quote) return line.slice(0, comment)
	const after = line.lastIndexOf('"') + 1
	const later = line.slice(after).search(/#|\/\//)
	return later < 0 ? line : line.slice(0, after + later)
}

function distinct(names: readonly string[], leniencies: Leniency[]): string[] {
	const seen = new Set<string>()
	return names.map((name, at) => {
		let unlike = name
		while (seen.has(unlike)) unlike = `${unlike} (${at + 1})`
		if (unlike !== name)
			leniencies.push({ line: 1, found: `two candidates called "${name}"`, readAs: `"${unlike}" for the later one` })
		seen.add(unlike)
		return unlike
	})
}

/** The strict core form, with `=` for equal ranks; one line for each different ballot, in a fixed order. */
export function writeBlt(
	{ candidates, withdrawn = [], seats, ballots }: RankedElection,
	title: string,
	comments: readonly string[] = [],
): string {
	const number = new Map(candidates.map((name, at) => [name, at + 1]))
	const together = new Map<string, number>()
	for (const { weight, ranks } of ballots) {
		const line = ranks
			.filter((rank) => rank.length > 0)
			.map((rank) =>
				rank
					.map((name) => number.get(name)!)
					.sort((a, b) => a - b)
					.join('='),
			)
			.join(' ')
		together.set(line, (together.get(line) ?? 0) + weight)
	}
	const papers = [...together].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
	const lines = [
		...comments.map((comment) => `# ${comment.replaceAll('\n', ' ')}`),
		`${candidates.length} ${seats}`,
		...(withdrawn.length ? [withdrawn.map((name) => `-${number.get(name)!}`).join(' ')] : []),
		...papers.map(([line, weight]) => `${weight} ${line === '' ? '' : `${line} `}0`),
		'0',
		...[...candidates, title].map((name) => `"${name.replaceAll('\n', ' ').replaceAll('"', '""')}"`),
	]
	return `${lines.join('\n')}\n`
}
