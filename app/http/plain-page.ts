/** A refusal said before the app's own pages can: all of these sentences are ours, so nothing in them needs escaping. */
export function plainPage(title: string, words: string): string {
	return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><body><main><h1>${title}</h1><p>${words}</p></main></body></html>`
}
