import type { Step } from '../../domain/documents/steps.ts'
import { goodLife } from '../../domain/documents/templates.ts'

export interface WayToDecision {
	steps: Step[]
	/** The first that is not done; null when people have been asked. */
	next: Step | null
	mayWrite: boolean
	/** Where to put the latest version to people, for those who may. */
	ask: string | null
	/** Where people were asked already. */
	decision: string | null
	people: string
	/** `/p/harbourside/documents/…` */
	address: string
}

export interface StepWords {
	title: string
	/** How it stands. */
	status: string
	/** What to do, in a sentence, when it is the next thing. */
	next: string
	/** The very page where it is done; null for a person who cannot do it. */
	href: string | null
	button: string
	hint?: string
}

/** Names the page a form was opened from, so that saving leads back there. */
export const fromSteps = '?from=steps'

export function stepWords(step: Step, { ask, decision, mayWrite, address }: WayToDecision): StepWords {
	const page = (path: string) => (mayWrite ? address + path : null)
	switch (step.step) {
		case 'good-life':
			return {
				title: goodLife.title,
				status: step.done ? 'Written' : 'Not written yet',
				next: `Write the first section: “${goodLife.title}”`,
				href: page(`/sections/${goodLife.id}${fromSteps}`),
				button: 'Write the first section',
			}
		case 'terms':
			return {
				title: 'Statement of power and money',
				status: step.done ? 'Complete' : `${step.missing} of 6 answers missing`,
				next: `Fill in the statement of power and money. ${step.missing} of 6 answers ${step.missing === 1 ? 'is' : 'are'} missing.`,
				href: page(`/terms${fromSteps}`),
				button: 'Fill in the statement',
			}
		case 'propose':
			return {
				title: 'Propose these words',
				status: step.done ? 'Proposed' : 'Not proposed yet',
				next: 'Say that enough is written for people to decide. Everything for it is filled in.',
				href: page('/proposal'),
				button: 'Propose these words',
			}
		case 'freeze':
			return {
				title: 'Freeze a version',
				status: step.version && !step.early ? `Version ${step.version}` : 'Not yet',
				next: step.early
					? `Freeze a new version. Version ${step.version} was frozen before everything was filled in.`
					: 'Freeze a version: a numbered copy that never changes, for people to decide on.',
				href: page('/versions'),
				button: 'Freeze a version',
				...(step.done && step.changed
					? {
							hint: `The words have changed since version ${step.version}. Freeze them again if people should decide on the new words.`,
						}
					: {}),
			}
		case 'ask':
			return {
				title: 'Put the version to people',
				status: step.done ? 'Asked' : 'Not asked yet',
				next: ask
					? 'Put the version to people, so that they can decide on it.'
					: 'Ask a facilitator, or the chair or clerk of a group, to put the version to people.',
				href: step.done ? decision : ask,
				button: 'Put it to people',
			}
	}
}
