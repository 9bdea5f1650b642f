export type Values = Record<string, string | string[]>

export const mostAmendments = 10

/** How many amendments a form has room for now. */
export function amendmentCount(values: Values): number {
	const said = Number(values.amendmentCount ?? 0)
	return Number.isSafeInteger(said) ? Math.min(Math.max(said, 0), mostAmendments) : 0
}
