import { isTitle, isWrittenAsName, nameWords, plain, tellingWords } from './typed-name.ts'

/** Somewhere in a text, with the words around it. */
export interface Spot {
	before: string
	words: string
	after: string
}

/** How much is shown on each side. */
const around = 60
/** The end of one word and the beginning of another: "Brown" ends in "Brown’s", and goes on in "Brown-Smith" and "O’Brown". */
const begins = "(?<![\\p{L}\\p{N}\\p{M}])(?<![\\p{L}\\p{N}\\p{M}][‐‑-])(?<!\\p{L}['‘’ʼ`´])"
const ends = "(?![\\p{L}\\p{N}\\p{M}])(?![‐‑-][\\p{L}\\p{N}])(?!['‘’ʼ`´]\\p{L}{2})"

/**
 * Finds names however their titles, initials, apostrophes, spaces and capitals are written. In words that were voted on, and
 * where the name is one word, only what begins with capitals: "Will" is somebody and "will" is not.
 */
export class NameSearch {
	readonly #exact: RegExp
	readonly #near: RegExp
	readonly #told: RegExp

	constructor(names: readonly string[]) {
		// The longest first: a shorter one inside it would leave its ends standing.
		const sorted = [...names].sort((a, b) => b.length - a.length)
		const all = sorted.map((name) => patternOf(name)).join('|')
		const telling = sorted.flatMap((name) => tellingWords(name).slice(-1)).map((word) => patternOf(word))
		this.#exact = new RegExp(`${begins}(?:${all})${ends}`, 'giu')
		this.#near = new RegExp([all, ...telling].join('|'), 'giu')
		const spaceless = sorted.map((name) => patternOf(name, '\\.?\\s*')).join('|')
		const known = sorted.flatMap(tellingWords).map((word) => patternOf(word))
		this.#told = new RegExp(
			`(?<![\\p{L}\\p{N}])(?:${[`(?<whole>${spaceless})`, ...known].join('|')})(?![\\p{L}\\p{N}])`,
			'giu',
		)
	}

	/** Puts something else for every one of these names of which `goes` says so; it is told where each stood. */
	replace(text: string, by: string, { isVoted }: { isVoted: boolean }, goes: (spot: Spot) => boolean): string {
		return text.replace(this.#exact, (words, ...rest) => {
			const found = rest.find((one): one is number => typeof one === 'number')!
			if (!isWrittenAsName(words) && (isVoted || nameWords(words).length < 2)) return words
			return goes(spotOf(text, found, words)) ? by : words
		})
	}

	/** What still looks like one of them: within a longer name, or a family name alone. */
	near(text: string): Spot[] {
		return [...text.matchAll(this.#near)]
			.filter(({ 0: words }) => isWrittenAsName(words) || nameWords(words).length > 1)
			.map(({ 0: words, index }) => spotOf(text, index, words))
	}

	/** Whether a text says one of these names, or a word of it with its capital. */
	isTold(text: string): boolean {
		return [...text.matchAll(this.#told)].some(
			({ 0: words, groups }) => groups?.whole !== undefined || isWrittenAsName(words),
		)
	}
}

function patternOf(name: string, gap = '\\s+'): string {
	const words = nameWords(name)
	return words
		.map((word, at) => {
			const isShort = isTitle(word) || plain(word).length === 1
			const letters = lettersOf(isShort ? word.replace(/\.$/, '') : word)
			if (at === words.length - 1) return isShort ? `${letters}\\.?` : letters
			return `${letters}${isShort && gap === '\\s+' ? '(?:\\.\\s*|\\s+)' : gap}`
		})
		.join('')
}

function lettersOf(word: string) {
	return word
		.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
		.replace(/['‘’ʼ`´]/g, "['‘’ʼ`´]")
		.replace(/[‐‑-]/g, '[‐‑-]')
}

function spotOf(text: string, at: number, words: string): Spot {
	const end = at + words.length
	const [before, after] = [text.slice(0, at), text.slice(end)]
	return {
		before: before.length > around ? `…${before.slice(-around).replace(/^\S*\s/, '')}` : before,
		words,
		after: after.length > around ? `${after.slice(0, around).replace(/\s\S*$/, '')}…` : after,
	}
}
