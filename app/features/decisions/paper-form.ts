import type { PaperReading } from '../../domain/decisions/paper.ts'
import type { FormState } from '../../http/forms.ts'
import { idPattern } from '../../http/new-id.ts'
import { type BallotAsked, longestReason } from './ballot-fields.ts'
import { readBallot } from './ballot-form.ts'

type Read =
	| { step: 'mend'; form: FormState }
	| { step: 'look'; form: FormState }
	| { step: 'read'; reading: Omit<PaperReading, 'enteredBy'>; sure: string | undefined; form: FormState }

const ofPaper = ['number', 'voice', 'member', 'spoilt'] as const

/** Reads a posted reading of a paper: a ballot like any other, and which paper it is. */
export function readPaperForm(asked: BallotAsked, posted: Iterable<readonly [string, unknown]>): Read {
	const all = [...posted]
	const own = Object.fromEntries(
		ofPaper.map((name) => [name, String(all.find(([field]) => field === name)?.[1] ?? '').slice(0, 40)]),
	) as Record<(typeof ofPaper)[number], string>
	const rest = all.filter(([name]) => !(ofPaper as readonly string[]).includes(name))
	const numberErrors: FormState['errors'] = /^\d{1,6}$/.test(own.number.trim())
		? {}
		: { number: ['Enter the number that is written on the paper'] }
	const paper = {
		number: Number(own.number),
		voiceId: idPattern.test(own.voice) ? own.voice : '',
		memberId: idPattern.test(own.member) ? own.member : null,
	}
	const read = readBallot(asked, rest)
	const form = { errors: {}, values: { ...read.form.values, ...own } }
	if (own.spoilt === 'yes' && read.step !== 'look') {
		const reason = String(rest.find(([name]) => name === 'reason')?.[1] ?? '').slice(0, longestReason)
		if (numberErrors.number) return { step: 'mend', form: { ...form, errors: numberErrors } }
		return { step: 'read', reading: { ...paper, answer: null, reason }, sure: undefined, form }
	}
	const errors = { ...numberErrors, ...read.form.errors }
	if (read.step === 'look') return { step: 'look', form: { ...form, errors: read.form.errors } }
	if (read.step === 'mend' || numberErrors.number) return { step: 'mend', form: { ...form, errors } }
	return {
		step: 'read',
		reading: { ...paper, answer: read.vote.answer, reason: read.vote.reason },
		sure: read.sure,
		form,
	}
}
