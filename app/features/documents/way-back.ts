import { fromSteps } from './step-words.ts'

/** Where a form leads once it is saved: back to the steps for those who came from there, else to its place in the document. */
export function wayBack(request: Request, address: string, anchor: string): string {
	return cameFromSteps(request) ? `${address}/proposal` : `${address}#${anchor}`
}

export function cameFromSteps(request: Request): boolean {
	return new URL(request.url).search === fromSteps
}
