import type { PaperReading } from '../../domain/decisions/paper.ts'
import type { FormState } from '../../http/forms.ts'
import { idPattern } from '../../http/new-id.ts'
import { type BallotAsked, longestReason } from './ballot-fields.ts'
import { readBallot } from './ballot-form.ts'
import { paperRefusals } from './refusals.ts'
import { thePaper } from './whose-words.ts'

type Read =
	| { step: 'mend'; form: FormState }
	| { step: 'look'; form: FormState }
	| { step: 'read'; reading: Omit<PaperReading, 'enteredBy'>; sure: string | undefined; form: FormState }

const ofPaper = ['number', 'voice', 'member', 'spoilt'] as const

/** Reads a posted reading of a paper: a ballot like any other, and which paper it is. */
export function readPaperForm(
	asked: BallotAsked,
	posted: Iterable<readonly [string, unknown]>,
	{ asksVoice }: { asksVoice: boolean },
): Read {
	const all = [...posted]
	const own = Object.fromEntries(
		ofPaper.map((name) => [name, String(all.find(([field]) => field === name)?.[1] ?? '').slice(0, 40)]),
	) as Record<(typeof ofPaper)[number], string>
	const rest = all.filter(([name]) => !(ofPaper as readonly string[]).includes(name))
	const isNumber = /^\d{1,6}$/.test(own.number.trim())
	const asksName = asked.rules.secrecy === 'named'
	const ownErrors: FormState['errors'] = {
		...(!isNumber && { number: ['Enter the number that is written on the paper'] }),
		...(asksName && !idPattern.test(own.member) && { member: [paperRefusals['not-returned']] }),
		...(asksVoice && !asksName && !idPattern.test(own.voice) && { voice: [paperRefusals['voice-missing']] }),
	}
	const isOwnRight = Object.keys(ownErrors).length === 0
	const paper = {
		number: Number(own.number),
		voiceId: idPattern.test(own.voice) ? own.voice : '',
		memberId: idPattern.test(own.member) ? own.member : null,
	}
	const read = readBallot(asked, rest, thePaper)
	const form = { errors: {}, values: { ...read.form.values, ...own } }
	if (own.spoilt === 'yes' && read.step !== 'look') {
		const reason = String(rest.find(([name]) => name === 'reason')?.[1] ?? '').slice(0, longestReason)
		if (!isOwnRight) return { step: 'mend', form: { ...form, errors: ownErrors } }
		return { step: 'read', reading: { ...paper, answer: null, reason }, sure: undefined, form }
	}
	const errors = { ...ownErrors, ...read.form.errors }
	if (read.step === 'look') return { step: 'look', form: { ...form, errors: read.form.errors } }
	if (read.step === 'mend' || !isOwnRight) return { step: 'mend', form: { ...form, errors } }
	return {
		step: 'read',
		reading: { ...paper, answer: read.vote.answer, reason: read.vote.reason },
		sure: read.sure,
		form,
	}
}
