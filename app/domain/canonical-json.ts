/** What may be hashed: JSON without undefined or floats that print differently elsewhere. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * One text for one value, whatever the order its keys were written in: keys sorted by code unit, no spaces, absent for
 * undefined. The form of RFC 8785 for the values we use (strings, booleans, whole numbers).
 */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
	if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
	const members = Object.entries(value)
		.filter(([, member]) => member !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
		.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
	return `{${members.join(',')}}`
}
