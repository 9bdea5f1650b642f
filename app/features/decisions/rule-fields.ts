import { z } from 'zod'
import { mostMoney } from '../../domain/decisions/askable.ts'
import type {
	ChoosingMethod,
	ChoosingRules,
	CommonRules,
	ConsentRules,
	MotionRules,
	VoiceQuorum,
} from '../../domain/decisions/decision.ts'
import { idPattern } from '../../http/new-id.ts'
import { mendPounds, readPounds } from './money-words.ts'
import { type ThresholdName, thresholds } from './motion-words.ts'

type Own<R extends CommonRules> = Omit<R, keyof CommonRules>

const text = z.string().trim().default('')
const ticked = z
	.string()
	.optional()
	.transform((value) => value === 'yes')

/** A number from 1 on; `usual` when the form does not ask for it. */
const count = (message: string, usual?: string) =>
	z
		.string({ error: message })
		.trim()
		.regex(/^0*[1-9]\d{0,5}$/, message)
		.transform(Number)
		.prefault(usual ?? '')

const maybeCount = (message: string) =>
	text.pipe(z.string().regex(/^(0*[1-9]\d{0,5})?$/, message)).transform((typed) => (typed ? Number(typed) : undefined))

const capWords = 'Enter the most points for one as a whole number, or leave it empty'
const seats = count('Enter how many can be chosen, as a whole number like 1', '1')
const most = maybeCount('Enter the most one person may choose as a whole number, or leave it empty')
const budgetWords = 'Enter how much money there is to share, in pounds, like 20000'
const budget = text.transform((typed, { addIssue }) => {
	const pence = readPounds(typed)
	if (pence && pence <= mostMoney) return pence
	addIssue({ code: 'custom', message: mendPounds(budgetWords, pence === null ? typed : '') })
	return z.NEVER
})

const lockQuorumWords = 'Enter how many must take part as a whole number, or 0'

/** Voices to be asked separately: `lock` names them, `lockQuorum.<voice>` says how many of each must take part. */
const voiceLock = {
	lock: z
		.union([z.string(), z.array(z.string())])
		.default([])
		.transform((asked) => [asked].flat())
		.pipe(z.array(z.string().regex(idPattern, 'Choose voices from the list')).max(100)),
	lockQuorum: z.record(z.string(), z.string()).default({}),
}

type TypedLock = { lock: string[]; lockQuorum: Record<string, string> }

function readLock({ lock, lockQuorum }: TypedLock, { addIssue }: z.RefinementCtx): { voiceLock?: VoiceQuorum[] } {
	if (lock.length === 0) return {}
	return {
		voiceLock: lock.map((voiceId) => {
			const typed = (lockQuorum[voiceId] ?? '').trim()
			if (!/^\d{1,5}$/.test(typed))
				addIssue({ code: 'custom', path: ['lockQuorum', voiceId], message: lockQuorumWords })
			return { voiceId, quorum: Number(typed) }
		}),
	}
}

/** `voiceQuorum.<voice>`: at least how many of it must take part; nothing, or 0, where that is not asked. */
function readVoiceQuorum(
	typed: Record<string, string>,
	{ addIssue }: z.RefinementCtx,
): Pick<MotionRules, 'voiceQuorum'> {
	const voiceQuorum = Object.entries(typed).flatMap(([voiceId, least]) => {
		if (least === '' || /^0{1,5}$/.test(least)) return []
		if (!/^\d{1,5}$/.test(least))
			addIssue({
				code: 'custom',
				path: ['voiceQuorum', voiceId],
				message: 'Enter how many of them must take part as a whole number, or leave it empty',
			})
		return [{ voiceId, quorum: Number(least) }]
	})
	return voiceQuorum.length > 0 ? { voiceQuorum } : {}
}

const thresholdNames = Object.keys(thresholds) as [ThresholdName, ...ThresholdName[]]

export const motionFields = z
	.object({
		threshold: z.enum(thresholdNames, { error: 'Choose what it needs to be carried' }),
		of: z.enum(['voting', 'present', 'entitled'], { error: 'Choose whom it is a share of' }).default('voting'),
		voiceQuorum: z.record(z.string().regex(idPattern, 'Load the page again'), text).default({}),
		casting: z
			.union([z.literal('none'), z.string().regex(idPattern)], { error: 'Choose from the list' })
			.default('none'),
		...voiceLock,
	})
	.transform(({ threshold, of, casting, voiceQuorum, ...lock }, context): Own<MotionRules> => {
		if (threshold === 'majority' && of !== 'voting')
			context.addIssue({
				code: 'custom',
				path: ['of'],
				message:
					'More for than against is counted among those for or against. Choose that here, or choose a share above',
			})
		return {
			threshold: thresholds[threshold],
			...(of !== 'voting' && { of }),
			...readVoiceQuorum(voiceQuorum, context),
			...(casting !== 'none' && { castingVote: { memberId: casting } }),
			...readLock(lock, context),
		}
	})

export const consentFields = z
	.object({
		silence: z
			.enum(['agrees', 'says-nothing'], { error: 'Choose what it means when somebody does not answer' })
			.default('says-nothing'),
		...voiceLock,
	})
	.transform(
		({ silence, ...lock }, context): Own<ConsentRules> => ({
			silenceIsConsent: silence === 'agrees',
			...readLock(lock, context),
		}),
	)

const forTicks = 'This goes with ticks. Empty it, or choose “They tick the ones they want”'

const projects = {
	budget,
	ballot: z.enum(['ticks', 'points', 'ranks'], { error: 'Choose how people say what they want' }).default('ticks'),
	points: maybeCount('Enter how many points each person has, from 1 to 1,000'),
	cap: maybeCount(capWords),
	places: maybeCount('Enter how many each person may put in order as a whole number, or leave it empty'),
	most,
	withinBudget: ticked,
}

/** What was typed for ticks alone; what belongs to the ways that were not chosen is passed over, as their headings say. */
function refuseOtherForm(
	{
		ballot,
		points,
		most,
		withinBudget,
		utility,
	}: Pick<z.output<z.ZodObject<typeof projects>>, 'ballot' | 'points' | 'most' | 'withinBudget'> & { utility?: string },
	{ addIssue }: z.RefinementCtx,
) {
	const mend = (field: string, message: string) => addIssue({ code: 'custom', path: [field], message })
	if (ballot === 'points' && points === undefined)
		mend('points', 'Enter how many points each person has, from 1 to 1,000')
	if (ballot === 'ticks') return
	if (most !== undefined) mend('most', forTicks)
	if (withinBudget) mend('withinBudget', 'This goes with ticks. Take it away, or choose “They tick the ones they want”')
	if (utility === 'cardinality')
		mend(
			'utility',
			'This goes with ticks: points say themselves what a project counts for. Choose “As much as it costs”, or choose ticks',
		)
}

const mostVotes = z
	.object({
		...projects,
		support: maybeCount('Enter the fewest votes or points a project needs as a whole number, or leave it empty'),
	})
	.superRefine(refuseOtherForm)

/** What each way of choosing asks for, and nothing else. */
export const choosingFields = {
	approval: z.object({ seats, most }),
	score: z.object({
		seats,
		highest: count('Enter the highest score as a whole number from 1 to 100'),
		missing: z.enum(['no-opinion', 'zero'], { error: 'Choose what no score means' }).default('no-opinion'),
	}),
	points: z.object({
		seats,
		points: count('Enter how many points each person has, from 1 to 1,000'),
		cap: maybeCount(capWords),
	}),
	irv: z.object({}).transform(() => ({ seats: 1 })),
	'scottish-stv': z.object({ seats: count('Enter how many are chosen, as a whole number like 3') }),
	schulze: z.object({}).transform(() => ({ seats: 1 })),
	greedy: mostVotes,
	'greedy-no-skip': mostVotes,
	'equal-shares': z
		.object({
			...projects,
			completion: z
				.enum(['add1', 'add1-until-overflow', 'add1u', 'greedy', 'none'], {
					error: 'Choose what happens with money that is left',
				})
				.default('add1'),
			utility: z.enum(['cost', 'cardinality'], { error: 'Choose what counts for a person' }).default('cost'),
			comparison: ticked,
			bar: ticked,
			byVoice: ticked,
		})
		.superRefine(refuseOtherForm),
} as const satisfies Record<ChoosingMethod, z.ZodType<object>>

/** Of rules some of which must be mended, those that need not be: each is read by itself. */
export function readable(method: ChoosingMethod, typed: Record<string, unknown>): object {
	const fields = choosingFields[method]
	if (!('shape' in fields)) return {}
	return Object.fromEntries(
		Object.entries(fields.shape).flatMap(([name, field]) => {
			const { success, data } = (field as z.ZodType).safeParse(typed[name])
			return success ? [[name, data]] : []
		}),
	)
}

const isNumber = (typed = '') => /^\d{1,5}$/.test(typed.trim())

/** The same of a yes or no: what is asked of single voices, where a number says how much. */
export function readableOfVoices(typed: Record<string, unknown>): Pick<MotionRules, 'voiceLock' | 'voiceQuorum'> {
	const { data } = z
		.object({ ...voiceLock, voiceQuorum: z.record(z.string(), z.string()).default({}) })
		.safeParse(typed)
	if (!data) return {}
	const lock = data.lock.filter((voiceId) => isNumber(data.lockQuorum[voiceId]))
	const least = Object.entries(data.voiceQuorum).filter(([, typed]) => isNumber(typed) && Number(typed) > 0)
	return {
		...(lock.length > 0 && {
			voiceLock: lock.map((voiceId) => ({ voiceId, quorum: Number(data.lockQuorum[voiceId]) })),
		}),
		...(least.length > 0 && { voiceQuorum: least.map(([voiceId, typed]) => ({ voiceId, quorum: Number(typed) })) }),
	}
}

/** Only what was said: a rule that is not there is not sealed. */
export function said(rules: object, options = 0): Own<ChoosingRules> {
	const own = 'ballot' in rules ? ofItsForm(rules, options) : rules
	return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined && value !== false))
}

/** Of a budget, what belongs to the way in which people choose, and nothing of the others. An order has a place for each unless said. */
function ofItsForm(rules: { ballot?: unknown; places?: number; [more: string]: unknown }, options: number): object {
	const { ballot, points, cap, places, most, withinBudget, utility, ...rest } = rules
	if (ballot === 'points') return { ...rest, ballot, points, cap }
	if (ballot === 'ranks') return { ...rest, ballot, most: places ?? Math.max(1, options) }
	return { ...rest, most, withinBudget, utility }
}
