import { longDate } from '~/ui/dates.ts'
import { judgeMinute, type MinuteProblem } from '../../../domain/decisions/board/judge-minute.ts'
import { judgeRules } from '../../../domain/decisions/board/judge-rules.ts'
import type { BodyRules, Minute } from '../../../domain/decisions/board/minute.ts'
import { type FormState, inPageOrder } from '../../../http/forms.ts'
import { warnOfNhsNumber } from '../../documents/nhs-warning.ts'
import { amendmentCount, mostAmendments } from './amendment-count.ts'
import { type BodyMember, namesOf, plainSeat } from './body-member.ts'
import { entryFrom } from './entry-form.ts'
import { problemWords } from './problem-words.ts'
import { correctRefusals, rulesProblems } from './refusals.ts'
import { inMinute } from './rules-form.ts'
import { partField, voteField } from './seat-form.ts'
import { type Entry, withMendedParts, withParts } from './with-parts.ts'

export interface Meeting {
	seats: readonly BodyMember[]
	rules: BodyRules
	/** Whoever may have taken the minute. */
	officerIds: readonly string[]
	/** The member who fills the form in. */
	me: string
	/** A correction may mend rights and rules too. */
	isCorrection: boolean
	/** What stood in the minute before: nobody is asked again about words that were taken. */
	before?: FormState['values']
	/** What people are called whom the form spoke of and who held no seat on the day it gives. */
	names: ReadonlyMap<string, string>
}

/** What was typed as a minute, or the form again with everything there is to mend beside its field. */
export function checkEntry(
	form: FormState,
	{ seats, rules, officerIds, me, isCorrection, before = {}, names }: Meeting,
	sure: string | undefined,
	now: Date,
): { mend: FormState } | { entry: Entry; minute: Minute } {
	const { entry, errors } = entryFrom(form.values, seats, officerIds)
	const nameOf = (id?: string) => (id === me ? null : (seats.find(({ memberId }) => memberId === id)?.name ?? ''))
	const minute = (isCorrection ? withMendedParts : withParts)(seats.map(plainSeat), rules, entry)
	const unsaid = seats.filter(({ memberId }) => errors[partField(memberId)])
	const all = { ...form.errors, ...errors }
	for (const { memberId, name } of unsaid) all[partField(memberId)] = [`Choose how ${name} took part`]
	// Somebody of whom it is not said yet whether they were there may have presided, moved or seconded.
	const isUnsaid = (at: string) => unsaid.some(({ memberId }) => memberId === form.values[at])
	const unseated = isDay(entry.heldOn)
		? spokenOf(form).filter((id) => !seats.some(({ memberId }) => memberId === id))
		: []
	if (isDay(entry.heldOn) && seats.length === 0) all.heldOn ??= [nobodySat(entry.heldOn)]
	else if (unseated.length > 0)
		all.heldOn ??= [
			noSeatThen(
				entry.heldOn,
				unseated.map((id) => names.get(id) ?? 'somebody'),
			),
		]
	for (const { problem, at, memberId } of judgeMinute(minute, now, namesOf([...seats]))) {
		if (tookPart.has(problem) && isUnsaid(at)) continue
		const isVote = memberId !== undefined && at === partField(memberId) && ofVotes.has(problem)
		all[isVote ? voteField(memberId) : at] ??= [problemWords[problem](nameOf(memberId))]
	}
	if (entry.rules)
		for (const { problem, at, memberId } of judgeRules(entry.rules, minute.seats))
			all[at.startsWith('rights.') ? `seats.${memberId}.right` : inMinute + at] ??= [
				rulesProblems[problem](nameOf(memberId) ?? 'you'),
			]
	if (isCorrection && String(form.values.reason ?? '').trim() === '') all.reason ??= [correctRefusals['reason-missing']]
	const newWords = Object.fromEntries(Object.entries(wordsOf(form)).filter(([name, words]) => words !== before[name]))
	const judged = { ...form, errors: all }
	const mend = warnOfNhsNumber(judged, newWords, sure) ?? judged
	return Object.keys(mend.errors).length > 0 ? { mend: inPageOrder(mend, fieldOrder(form, seats)) } : { entry, minute }
}

/** What is wrong with how somebody voted, not with whether they were there. */
const ofVotes = new Set<MinuteProblem>(['remote-cannot-vote', 'late-cannot-vote', 'against-under-assent'])

const tookPart = new Set<MinuteProblem>(['presider-not-there', 'mover-took-no-part', 'seconder-took-no-part'])

/** Everybody whose part the posted form says. */
export function spokenOf({ values }: FormState): string[] {
	return Object.keys(values).flatMap((name) => /^seats\.([^.]+)\.part$/.exec(name)?.[1] ?? [])
}

function isDay(heldOn: string) {
	return heldOn !== ''
}

function nobodySat(day: string) {
	return `Nobody held a seat in this body here on ${longDate(day)}. If people sat there before their seats were given here, write down since when in the body’s rules`
}

function noSeatThen(day: string, names: readonly string[]) {
	return `On ${longDate(day)} ${names.join(', ')} held no seat in this body. The members below are those of that day. Check them, then check your answers again`
}

/** The same answer, with nothing said about what is still to be filled in. */
export function withNews<Answer extends { form: FormState }>(answer: Answer): Answer {
	return { ...answer, form: { ...answer.form, errors: {} } }
}

/**
 * Everybody of whom nothing is said was there, at one press. Not whoever may have held no seat at the hour of the meeting:
 * that is for the clerk to say.
 */
export function withRestPresent(form: FormState, members: readonly BodyMember[]): FormState {
	const rest = members
		.filter(({ handover }) => !handover)
		.map(({ memberId }) => partField(memberId))
		.filter((name) => !form.values[name])
	return { errors: {}, values: { ...form.values, ...Object.fromEntries(rest.map((name) => [name, 'present'])) } }
}

/** The same form with room for one more amendment, or with the last one taken out. */
export function withAmendments(form: FormState, step: 'add-amendment' | 'drop-amendment'): FormState {
	const count = amendmentCount(form.values)
	const next = step === 'add-amendment' ? Math.min(count + 1, mostAmendments) : Math.max(count - 1, 0)
	const kept = Object.entries(form.values).filter(([name]) => !name.startsWith(`amendments.${next}.`) || next > count)
	return { errors: {}, values: { ...Object.fromEntries(kept), amendmentCount: String(next) } }
}

const ofMotion = ['moverId', 'seconderId']
const ofVote = ['how', 'for', 'against', 'abstain']
const ofCasting = ['castingChoice', 'castingReason']
const ofAmendment = ['change', ...ofMotion, ...ofVote, 'parts', ...ofCasting, 'wording']

/** As the questions stand on the page. */
function fieldOrder({ values }: FormState, seats: readonly BodyMember[]): string[] {
	const amendments = Array.from({ length: amendmentCount(values) }, (_, at) =>
		ofAmendment.map((field) => `amendments.${at}.${field}`),
	)
	return [
		...['heldOn', 'place', 'presiderId', 'officerId'],
		...seats.map(({ memberId }) => `seats.${memberId}`),
		...['question', 'motion', ...ofMotion],
		...amendments.flat(),
		...ofVote,
		...seats.map(({ memberId }) => voteField(memberId)),
		...ofCasting,
		...['reasons', 'rules', 'reason'],
	]
}

function wordsOf({ values }: FormState): Record<string, string> {
	return Object.fromEntries(
		Object.entries(values).filter((field): field is [string, string] => {
			const [name, value] = field
			return typeof value === 'string' && !name.endsWith('Id') && name !== 'id'
		}),
	)
}
