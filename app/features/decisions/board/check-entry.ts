import { judgeMinute } from '../../../domain/decisions/board/judge-minute.ts'
import type { BodyRules, BodySeat, Minute } from '../../../domain/decisions/board/minute.ts'
import type { FormState } from '../../../http/forms.ts'
import { warnOfNhsNumber } from '../../documents/nhs-warning.ts'
import { amendmentCount, mostAmendments } from './amendment-count.ts'
import { entryFrom } from './entry-form.ts'
import { problemWords } from './minute-words.ts'
import { type Entry, withParts } from './with-parts.ts'

export interface Body {
	seats: readonly (BodySeat & { name: string })[]
	rules: BodyRules
}

/** What was typed as a minute, or the form again with everything there is to mend beside its field. */
export function checkEntry(
	form: FormState,
	{ seats, rules }: Body,
	sure: string | undefined,
	now: Date,
): { mend: FormState } | { entry: Entry; minute: Minute } {
	const { entry, errors } = entryFrom(
		form.values,
		seats.map(({ memberId }) => memberId),
	)
	const plain = seats.map(({ memberId, voiceId, right, votes, office }) => ({
		memberId,
		voiceId,
		right,
		votes,
		office,
	}))
	const minute = withParts(plain, rules, entry)
	const all = { ...form.errors, ...errors }
	for (const { problem, at, memberId } of judgeMinute(minute, now))
		all[at] ??= [problemWords[problem](seats.find((seat) => seat.memberId === memberId)?.name ?? '')]
	if (Object.keys(all).length > 0) return { mend: { ...form, errors: inOrder(all) } }
	const warning = warnOfNhsNumber(form, wordsOf(form), sure)
	return warning ? { mend: warning } : { entry, minute }
}

/** The same form with room for one more amendment, or with the last one taken out. */
export function withAmendments(form: FormState, step: 'add-amendment' | 'drop-amendment'): FormState {
	const count = amendmentCount(form.values)
	const next = step === 'add-amendment' ? Math.min(count + 1, mostAmendments) : Math.max(count - 1, 0)
	const kept = Object.entries(form.values).filter(([name]) => !name.startsWith(`amendments.${next}.`) || next > count)
	return { errors: {}, values: { ...Object.fromEntries(kept), amendmentCount: String(next) } }
}

const questions = [
	'heldOn',
	'place',
	'presiderId',
	'officerId',
	'question',
	'motion',
	'moverId',
	'seconderId',
	'how',
	'for',
	'against',
	'abstain',
	'seats',
	'castingChoice',
	'castingReason',
	'reasons',
	'amendments',
	'reason',
]

/** As the questions stand on the page, so that the summary leads through them from the top. */
function inOrder(errors: FormState['errors']): FormState['errors'] {
	const place = (name: string) => questions.indexOf(name.split('.')[0] ?? '')
	return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => place(a) - place(b)))
}

function wordsOf({ values }: FormState): Record<string, string> {
	return Object.fromEntries(
		Object.entries(values).filter((field): field is [string, string] => {
			const [name, value] = field
			return typeof value === 'string' && !name.endsWith('Id') && name !== 'id'
		}),
	)
}
