import { isEmpty, type Section } from './content.ts'
import type { Document, Terms } from './document.ts'
import { isFrozenAs } from './finish.ts'
import { missingTerms } from './propose.ts'
import { goodLife, templates } from './templates.ts'
import type { Version } from './version.ts'

/** One step on the way from first words to a decision. */
export type Step =
	| { step: 'good-life' | 'propose'; done: boolean }
	| { step: 'terms'; done: boolean; missing: number }
	/** `early`: the latest version was frozen before everything was filled in. `changed`: others are the words since. */
	| { step: 'freeze'; done: boolean; version: number | null; early: boolean; changed: boolean }
	| { step: 'ask'; done: boolean }

export interface Standing {
	sections: readonly Section[]
	latest: Pick<Version, 'number' | 'sections' | 'terms' | 'fingerprint'> | null
	/** Some version of it has been put to people. */
	asked: boolean
}

/** Every step in order; the statement of power and money only where it is needed. What is not done yet is not in the way of writing. */
export function stepsToDecision(document: Document, { sections, latest, asked }: Standing): Step[] {
	const missing = missingTerms(document).length
	const early = latest !== null && !isFit(document, latest)
	return [
		{ step: 'good-life', done: isWritten(sections) },
		...(templates[document.template].needsTerms ? [{ step: 'terms' as const, done: missing === 0, missing }] : []),
		{ step: 'propose', done: document.phase !== 'draft' },
		{
			step: 'freeze',
			done: latest !== null && !early,
			version: latest?.number ?? null,
			early,
			changed: latest !== null && !isFrozenAs(latest, document, sections),
		},
		{ step: 'ask', done: asked },
	]
}

/** The first that is not done; null when people have been asked. */
export function nextStep(steps: readonly Step[]): Step | null {
	return steps.find(({ done }) => !done) ?? null
}

function isWritten(sections: readonly Section[]) {
	const opening = sections.find(({ id }) => id === goodLife.id)
	return opening !== undefined && !isEmpty(opening.content)
}

/** What a panel vote asks of a version (`decisions/open`), as it was frozen. */
function isFit({ template }: Document, { sections, terms }: Pick<Version, 'sections' | 'terms'>) {
	const { need, needSource, ...stated } = JSON.parse(terms) as Terms & { need: string; needSource: string }
	return isWritten(sections) && missingTerms({ template, terms: stated }).length === 0
}
