const mark = 'Alongside recount:'

/**
 * The line that makes a published file say exactly how it was counted: the options of `npx alongside recount`. Ids are
 * percent-encoded, so that a comma or a space in one cannot be mistaken.
 */
export function recountComment(
	options: Readonly<Record<string, string | number | boolean | undefined>>,
	tieOrder: readonly string[] = [],
): string {
	const words = Object.entries(options).flatMap(([option, value]) =>
		value === undefined || value === false ? [] : value === true ? [`--${option}`] : [`--${option}`, `${value}`],
	)
	if (tieOrder.length) words.push('--tie-order', tieOrder.map(encodeURIComponent).join(','))
	return `${mark} ${words.join(' ')}`
}

/** The options in a comment written by `recountComment`, as command-line words; none if there is no such comment. */
export function recountOptions(text: string): string[] {
	const [, after] = text.split(mark)
	if (!after) return []
	const ours = /^(\s+--[a-z0-9-]+(\s+[^\s#-][^\s]*)?)+/.exec(after.split('\n')[0]!)
	return ours ? ours[0].trim().split(/\s+/) : []
}
