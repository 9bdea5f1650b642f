const mark = 'Alongside recount:'

type Options = Readonly<Record<string, string | number | boolean | undefined>>

/** The line that makes a published file say exactly how it was counted. */
export function recountComment(options: Options, tieOrder: readonly string[] = []): string {
	return `${mark} ${recountWords(options, tieOrder)}`
}

/** The options of `npx alongside recount`. Ids are percent-encoded, so that a comma or a space in one cannot be mistaken. */
export function recountWords(options: Options, tieOrder: readonly string[] = []): string {
	const words = Object.entries(options).flatMap(([option, value]) =>
		value === undefined || value === false ? [] : value === true ? [`--${option}`] : [`--${option}`, `${value}`],
	)
	if (tieOrder.length) words.push('--tie-order', tieOrder.map(encodeURIComponent).join(','))
	return words.join(' ')
}

/** The options in a comment written by `recountComment`, as command-line words; none if there is no such comment. */
export function recountOptions(text: string): string[] {
	const [, after = ''] = text.split(mark)
	const words: string[] = []
	for (const word of after.split('\n')[0]!.trim().split(/\s+/)) {
		const isOption = /^--[a-z0-9-]+$/.test(word)
		const isValue = !/^(--|#)/.test(word) && word !== '' && words.at(-1)?.startsWith('--') === true
		if (!isOption && !isValue) break
		words.push(word)
	}
	return words
}
