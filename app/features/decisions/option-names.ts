import type { Option } from '../../domain/decisions/decision.ts'

/** More than these are counted in a sentence and listed elsewhere. */
export const mostNamed = 4

export function nameOf(options: readonly Option[], id: string): string {
	return options.find((option) => option.id === id)?.name ?? id
}

/** As it stands in a sentence: “Weekend breaks” */
export function quoted(options: readonly Option[], id: string): string {
	return `“${nameOf(options, id)}”`
}

/** “Weekend breaks” and “Night sitting” */
export function namesOf(options: readonly Option[], ids: readonly string[]): string {
	return listWords(ids.map((id) => quoted(options, id)))
}

export function listWords(words: readonly string[]): string {
	return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1)
}
