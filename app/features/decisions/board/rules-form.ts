import { z } from 'zod'
import type { BodyRules } from '../../../domain/decisions/board/minute.ts'
import { isoDayOf, typedDay } from '../../actions/day-field.ts'
import type { Values } from './amendment-count.ts'
import type { EntryReader, Errors } from './entry-reader.ts'

/** The shares a body may need, by the value the form posts. */
export const shares = {
	majority: 'majority',
	'two-thirds-voting': { share: { numerator: 2, denominator: 3 }, of: 'voting' },
	'two-thirds-present': { share: { numerator: 2, denominator: 3 }, of: 'present' },
	'two-thirds-entitled': { share: { numerator: 2, denominator: 3 }, of: 'entitled' },
	'three-quarters-voting': { share: { numerator: 3, denominator: 4 }, of: 'voting' },
} as const satisfies Record<string, BodyRules['threshold']>

const shareNames = Object.keys(shares) as [keyof typeof shares, ...(keyof typeof shares)[]]
export const classRows = 4
export const longestRight = 100

export const rulesSchema = z.object({
	least: z.string({ error: 'Enter how many must be there' }).trim(),
	interests: z.enum(['leave', 'count'], { error: 'Choose whether an interest leaves the quorum' }),
	casting: z.enum(['yes', 'no'], { error: 'Choose whether there is a casting vote' }),
	threshold: z.enum(shareNames, { error: 'Choose what a motion needs to be carried' }),
	remote: z.enum(['count', 'listen'], { error: 'Choose what joining remotely means' }),
	late: z.enum(['vote', 'listen'], { error: 'Choose whether somebody who comes late may vote' }),
})

/** In the form of a minute the rules stand under names of their own. */
export const inMinute = 'rules.'

const sinceName = 'since.'

/** The rules as typed: a number or a share for the quorum, and a row for each class of seat that has words in it. */
export function rulesFrom(value: z.output<typeof rulesSchema>, values: Values): BodyRules {
	const classes = Array.from({ length: classRows }, (_, at) => ({
		seat: textIn(values, `classes.${at}.seat`),
		least: whole(textIn(values, `classes.${at}.least`) || '1'),
	}))
	return {
		quorum: {
			least: leastFrom(value.least),
			classes: classes.filter(({ seat }) => seat !== ''),
			countsInterested: value.interests === 'count',
		},
		castingVote: value.casting === 'yes',
		threshold: shares[value.threshold],
		remoteCounts: value.remote === 'count',
		lateVotes: value.late === 'vote',
	}
}

/** By which right each sits there, and since when where that was before the seat was given here. */
export function seatsFrom(values: Values, memberIds: readonly string[]) {
	const errors: Errors = {}
	const rights = Object.fromEntries(memberIds.map((id) => [id, textIn(values, `rights.${id}`)]))
	const since = Object.fromEntries(
		memberIds.map((id) => {
			const typed = typedDay(values, `${sinceName}${id}`)
			const day = isoDayOf(typed)
			if (!day && (typed.day || typed.month || typed.year))
				errors[`${sinceName}${id}`] = ['Enter a real date, like 27 3 2024, or leave it empty']
			return [id, day]
		}),
	)
	return { rights, since, errors }
}

/** The rules in the form of a minute, where it has them; what is wrong is said beside each. */
export function readRules(read: EntryReader, values: Values): BodyRules | null {
	const own = Object.entries(values).filter(([name]) => name.startsWith(inMinute))
	if (own.length === 0) return null
	const typed = Object.fromEntries(own.map(([name, value]) => [name.slice(inMinute.length), value]))
	const parsed = rulesSchema.safeParse(typed)
	if (parsed.success) return rulesFrom(parsed.data, typed)
	for (const { path, message } of parsed.error.issues) read.errors[`${inMinute}${path.join('.')}`] = [message]
	return null
}

export function valuesOfOwnRules(rules: BodyRules): Record<string, string> {
	return Object.fromEntries(Object.entries(valuesOfRules(rules)).map(([name, value]) => [inMinute + name, value]))
}

export function valuesOfSeats(seats: readonly { memberId: string; right: string; since: string | null }[]) {
	const values: Record<string, string> = {}
	for (const { memberId, right, since } of seats) {
		values[`rights.${memberId}`] = right
		if (!since) continue
		const [year, month, day] = since.split('-').map(Number)
		Object.assign(values, {
			[`${sinceName}${memberId}.day`]: String(day),
			[`${sinceName}${memberId}.month`]: String(month),
			[`${sinceName}${memberId}.year`]: String(year),
		})
	}
	return values
}

export function valuesOfRules(rules: BodyRules | null): Record<string, string> {
	if (!rules) return { interests: 'leave', casting: 'yes', threshold: 'majority', remote: 'listen', late: 'listen' }
	const { least, classes = [], countsInterested } = rules.quorum
	const rows = classes.flatMap(({ seat, least }, at) => [
		[`classes.${at}.seat`, seat],
		[`classes.${at}.least`, String(least)],
	])
	const share = shareNames.find(
		(name) => JSON.stringify(sorted(shares[name])) === JSON.stringify(sorted(rules.threshold)),
	)
	return {
		...Object.fromEntries(rows),
		least: typeof least === 'number' ? String(least) : `${least.numerator}/${least.denominator}`,
		interests: countsInterested ? 'count' : 'leave',
		casting: rules.castingVote ? 'yes' : 'no',
		threshold: share ?? 'majority',
		remote: rules.remoteCounts ? 'count' : 'listen',
		late: rules.lateVotes ? 'vote' : 'listen',
	}
}

function sorted(threshold: BodyRules['threshold']) {
	if (threshold === 'majority') return threshold
	return [threshold.share.numerator, threshold.share.denominator, threshold.of]
}

function leastFrom(typed: string): BodyRules['quorum']['least'] {
	const share = /^(\d{1,4})\s*\/\s*(\d{1,4})$/.exec(typed)
	return share ? { numerator: Number(share[1]), denominator: Number(share[2]) } : whole(typed)
}

function textIn(values: Values, name: string): string {
	const typed = values[name]
	return typeof typed === 'string' ? typed.trim().slice(0, longestRight) : ''
}

/** 0 for what is no number, which no rule allows. */
function whole(typed: string): number {
	return /^\d{1,4}$/.test(typed) ? Number(typed) : 0
}
