import { z } from 'zod'
import type { BodyRules } from '../../../domain/decisions/board/minute.ts'
import type { Values } from './amendment-count.ts'
import type { BodysOwn } from './set-body-rules.server.ts'

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
})

/** The rules as typed: a number or a share for the quorum, and a row for each class of seat that has words in it. */
export function rulesFrom(
	value: z.output<typeof rulesSchema>,
	values: Values,
	memberIds: readonly string[],
): Pick<BodysOwn, 'rules' | 'rights'> {
	const text = (name: string) => {
		const typed = values[name]
		return typeof typed === 'string' ? typed.trim().slice(0, longestRight) : ''
	}
	const classes = Array.from({ length: classRows }, (_, at) => ({
		seat: text(`classes.${at}.seat`),
		least: whole(text(`classes.${at}.least`) || '1'),
	}))
	return {
		rules: {
			quorum: {
				least: leastFrom(value.least),
				classes: classes.filter(({ seat }) => seat !== ''),
				countsInterested: value.interests === 'count',
			},
			castingVote: value.casting === 'yes',
			threshold: shares[value.threshold],
		},
		rights: Object.fromEntries(memberIds.map((id) => [id, text(`rights.${id}`)])),
	}
}

export function valuesOfRules(rules: BodyRules | null, rights: Record<string, string>): Record<string, string> {
	const typed = Object.fromEntries(Object.entries(rights).map(([id, right]) => [`rights.${id}`, right]))
	if (!rules) return { ...typed, interests: 'leave', casting: 'yes', threshold: 'majority' }
	const { least, classes = [], countsInterested } = rules.quorum
	const rows = classes.flatMap(({ seat, least }, at) => [
		[`classes.${at}.seat`, seat],
		[`classes.${at}.least`, String(least)],
	])
	const share = shareNames.find(
		(name) => JSON.stringify(sorted(shares[name])) === JSON.stringify(sorted(rules.threshold)),
	)
	return {
		...typed,
		...Object.fromEntries(rows),
		least: typeof least === 'number' ? String(least) : `${least.numerator}/${least.denominator}`,
		interests: countsInterested ? 'count' : 'leave',
		casting: rules.castingVote ? 'yes' : 'no',
		threshold: share ?? 'majority',
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

/** 0 for what is no number, which no rule allows. */
function whole(typed: string): number {
	return /^\d{1,4}$/.test(typed) ? Number(typed) : 0
}
