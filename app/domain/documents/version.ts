import { fingerprint } from '../fingerprint.ts'
import type { Section } from './content.ts'
import type { Document } from './document.ts'

/** A numbered, frozen copy of a document. */
export interface Version {
	id: string
	documentId: string
	number: number
	title: string
	sections: Section[]
	/** What was frozen beside the words: canonical JSON of `frozenTerms`. */
	terms: string
	/** SHA-256 hex of `versionContent`. */
	fingerprint: string
	writers: number
	frozenBy: string
	frozenAt: Date
}

/** Exactly what a version's fingerprint covers. Anyone can hash it again from the page's download. */
export function versionContent(version: Pick<Version, 'title' | 'sections' | 'terms'>) {
	return { title: version.title, sections: version.sections, terms: version.terms }
}

export function fingerprintOf(version: Pick<Version, 'title' | 'sections' | 'terms'>): string {
	return fingerprint(versionContent(version))
}

/** The need and the statement of power and money, as a version freezes them. */
export function frozenTerms({ need, needSource, terms }: Pick<Document, 'need' | 'needSource' | 'terms'>) {
	return { need, needSource, ...terms }
}
