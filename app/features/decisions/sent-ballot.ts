import { choices, consentChoices } from '../../domain/decisions/decision.ts'
import { answerWords, choiceWords, consentWords } from './answer-words.ts'
import { type BallotAsked, markField } from './ballot-fields.ts'
import type { ReadBallot } from './ballot-form.ts'
import { chosenOf } from './ballot-so-far.ts'

/** A ballot that came to a page which has no form for it any more, in words: nothing of it is lost. */
export interface SentBallot {
	chosen: string | null
	reason: string
	change: string
}

export function sentBallot(asked: BallotAsked, read: ReadBallot): SentBallot {
	const { reason, change } = read.form.values
	return { chosen: chosenWords(asked, read), reason: text(reason), change: text(change) }
}

/** As it would be read or, where something must be put right first, as it stands in the fields. */
function chosenWords({ options }: BallotAsked, read: ReadBallot): string | null {
	if (read.step === 'cast') return answerWords(read.vote.answer, options)
	const { values } = read.form
	const choice = choices.find((one) => one === values.choice)
	const consent = consentChoices.find((one) => one === values.consent)
	const ticked = new Set(chosenOf(values))
	const chosen = [
		...(choice ? [choiceWords[choice]] : []),
		...(consent ? [consentWords[consent]] : []),
		...options.flatMap(({ id, name }) => {
			const mark = text(values[markField(id)])
			return ticked.has(id) ? [name] : mark ? [`${name}: ${mark}`] : []
		}),
	]
	return chosen.join(', ') || null
}

function text(value: string | string[] | undefined): string {
	return typeof value === 'string' ? value.trim() : ''
}
