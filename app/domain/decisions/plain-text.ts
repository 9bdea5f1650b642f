/**
 * One line as everybody will read it. Signs that turn the direction of all that follows on a page go: with them a ballot
 * could show “£500” where “005£” was sealed. Writing from right to left needs none of them. Control signs become spaces.
 */
export function plainText(typed: string): string {
	return typed
		.replace(turning, '')
		.replace(/\p{Cc}+/gu, ' ')
		.trim()
}

/** Embeddings, overrides and isolates (Unicode Bidirectional Algorithm, UAX #9). */
const turning = /[\u202a-\u202e\u2066-\u2069]/g

/** Whether there is anything to see in it, or to hear: spaces and signs without a shape are nothing. */
export function isVisible(text: string): boolean {
	return /[^\p{Cf}\p{Z}\p{Cc}\u115f\u1160\u3164\uffa0\u2800]/u.test(text)
}

/**
 * What a name looks like: two with the same are boxes on a ballot that nobody can tell apart. Neither spaces, capitals nor
 * signs without a shape make a difference, and neither do letters of another alphabet with the shape of ours (the common
 * ones of Unicode TR39). Accents do.
 */
export function lookOf(name: string): string {
	const plain = name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/\p{Cf}/gu, '')
		.replace(/[\p{Z}\s]+/gu, ' ')
		.trim()
	return [...plain].map((letter) => alike.get(letter) ?? letter).join('')
}

const alike = new Map([...zip('аеорсухіјѕһԁԛԝкмнтв', 'aeopcyxijshdqwkmhtb'), ...zip('αορνικτυχγ', 'aopviktuxy')])

function zip(from: string, to: string): [string, string][] {
	const letters = [...to]
	return [...from].map((letter, at) => [letter, letters[at]!])
}
