/** The address of a row of the rights table, with a real thing in place of `:document` and the like. */
export function addressOf(path: string, thing: string | null, ids: ReadonlyMap<string, string>): string {
	return path
		.replace(':partnership', thing === 'northfield' ? 'northfield' : 'harbourside')
		.replace(/:(document|decision|action|meeting|group|member)\b/, thing ? (ids.get(thing) ?? thing) : '')
		.replace(':section', 'good-life')
		.replace(':number', '1')
		.replace(':file', 'ballots.json')
		.replace(/:(code|token)/, 'WRONG-WRONG')
		.replace(/:[a-z]+/gi, 'none')
		.replace('/*', '/no-such-page')
}
