/** Titles, in lower case and without their full stop. */
const titles = new Set('mr mrs miss ms mx dr cllr councillor prof professor sir dame lord lady rev reverend'.split(' '))
const particles = new Set(
	'de da di du del della der den dos van von ter ap ab ferch bin bint ibn ben al el la le'.split(' '),
)

/** Words that turn a motion round, or only join its words: no name holds one of these. */
const neverNames = new Set(
	(
		'not never nor refuse refused refuses agree agreed agrees reject rejected rejects approve approved approves and the ' +
		'that this all any without unless except shall should must cannot against oppose support removed'
	).split(' '),
)
/** These are somebody's surname, but nobody's first name. */
const neverFirst = new Set('no or if but for to is are be do does none neither only'.split(' '))

export const longestName = 100
const shortestName = 2

/** "Mrs.", "MRS" and "mrs" are one; so are straight and curly apostrophes. */
export function plain(word: string): string {
	return word
		.toLowerCase()
		.replace(/\.$/, '')
		.replace(/[‘’ʼ`´]/g, "'")
}

export function nameWords(typed: string): string[] {
	return typed.split(/\s+/).filter((word) => word !== '')
}

export function isTitle(word: string): boolean {
	return titles.has(plain(word))
}

/** Begins with a capital, as "al-Rashid" and "d’Arcy" do where it counts. Scripts without case have none to begin with. */
export function isCapital(word: string): boolean {
	const counted = word.replace(/^(?:al|el)-|^d['’]/u, '')
	return /^[\p{Lu}\p{Lt}]/u.test(counted) || isCaseless(counted)
}

/** Begins with capitals, where it is no title or "de", "van" and the like. */
export function isWrittenAsName(typed: string): boolean {
	const words = nameWords(typed)
	return words.every((word) => isCapital(word) || isTitle(word) || particles.has(word)) && words.some(isCapital)
}

/** Could name somebody: "Ann Brown", "Li". "not", "Refuse" and "Smith moved that" do not, and would change what was said. */
export function isName(typed: string): boolean {
	const words = nameWords(typed)
	return (
		typed.length >= shortestName &&
		typed.length <= longestName &&
		words.every((word) => /^\p{L}[\p{L}\p{M}.'‘’ʼ`´‐‑-]*$/u.test(word)) &&
		isWrittenAsName(typed) &&
		!words.every(isTitle) &&
		!words.some((word) => neverNames.has(plain(word))) &&
		!neverFirst.has(plain(words[0]!))
	)
}

/** Names somebody so fully that it is no word of a motion: "Mrs Brown", "Ann Brown". In scripts without case one word may. */
export function isWholeName(typed: string): boolean {
	const words = nameWords(typed).filter((word) => !particles.has(word))
	return words.every(isCaseless) || (words.length >= 2 && words.some((word) => !isTitle(word)))
}

/** Whether every word of it, but a title, is a word or an initial of this member's name. */
export function isPartOf(typed: string, member: string): boolean {
	const theirs = parts(member)
	const asked = parts(typed).filter((part) => !isTitle(part))
	return (
		asked.length > 0 &&
		asked.every((part) => theirs.some((own) => own === part || (part.length === 1 && own.startsWith(part))))
	)
}

/** The words by which somebody is known, without titles and initials. */
export function tellingWords(typed: string): string[] {
	return nameWords(typed).filter((word) => !isTitle(word) && !particles.has(word) && plain(word).length > 1)
}

function parts(name: string) {
	return name
		.split(/[\s‐‑-]+/)
		.map(plain)
		.filter((part) => part !== '')
}

function isCaseless(word: string) {
	return /^\p{L}/u.test(word) && word.toLowerCase() === word.toUpperCase()
}
