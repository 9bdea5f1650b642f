/** What a fingerprint and a seal are, wherever one is first met: the end of a sentence that has just shown the code. */
export const codeOfWords = 'a short code made from the words: if one letter changed, the code would be another.'

export const codeOfAll = 'a short code made from all of it: if anything changed, the code would be another.'

export const codeOfBallots =
	'a code made from all that is counted of the ballots: if any of it were changed, added or lost, the code would be another.'

/** `equal-shares/2` in a person's words; files keep the machine's. */
export function countedBy(engine: string): string {
	const version = /\/(\d+)$/.exec(engine)?.[1]
	return version ? `Alongside’s own program for this rule, version ${version}` : 'Alongside’s own program for this rule'
}
