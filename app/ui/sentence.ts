/** Ends with one full stop, whatever somebody typed; what is quoted may bring its own. */
export function sentence(typed: string): string {
	const words = typed.trimEnd()
	return /[.!?…][”’"')\]]*$/.test(words) ? words : `${words}.`
}
