import { z } from 'zod'
import { type Ending, type Method, outcomes, type Result } from '../../app/domain/decisions/decision.ts'
import type { PublishedCount } from '../../app/domain/decisions/methods/published-count.ts'

/**
 * A result as it is stored, in the shape that its method has. What a shape does not name is kept as it is, because the record
 * holds a fingerprint of the whole.
 */
export function readResult(method: Method, stored: unknown): Result {
	const small = outcomeOnly.safeParse(stored)
	if (small.success) return small.data
	if (method === 'motion') return motion.parse(stored)
	if (method === 'consent') return consent.parse(stored)
	return choosing.parse(stored)
}

/** What lists say of a stored result, whatever its shape. */
export function readEnding(stored: unknown): Ending {
	const { outcome, winners, count } = ending.parse(stored)
	return { outcome, winners: winners ?? count?.winners ?? [] }
}

const whole = z.number().int().min(0)
const outcome = z.enum(outcomes)
const byOption = <T extends z.ZodType>(value: T) => z.record(z.string(), value)
const votes = byOption(whole)
const ids = z.array(z.string())

const ending = z.object({ outcome, winners: ids.optional(), count: z.object({ winners: ids }).optional() })

const common = {
	engine: z.string(),
	outcome,
	electors: whole,
	spoilt: whole.exactOptional(),
	withdrawn: z.array(z.string()).exactOptional(),
	byVoice: z.array(
		z.looseObject({
			voiceId: z.string(),
			electors: whole,
			voted: whole.nullable().exactOptional(),
			tally: votes.nullable(),
		}),
	),
	ballotsHash: z.string(),
	lock: z.array(z.looseObject({ voiceId: z.string(), outcome })).exactOptional(),
}

const casting = z.looseObject({ choice: z.enum(['for', 'against']), reason: z.string() }).exactOptional()

const outcomeOnly = z.looseObject({ ...common, voted: whole, winners: ids, shortVoices: ids.exactOptional(), casting })

const motion = z.looseObject({
	...common,
	tally: z.looseObject({ for: whole, against: whole, abstain: whole }),
	voiceTurnout: z.array(z.looseObject({ voiceId: z.string(), tookPart: whole })).exactOptional(),
	casting,
})

const consent = z.looseObject({
	...common,
	counts: z.looseObject({ agree: whole, concern: whole, object: whole, silent: whole }),
})

const counted = {
	engine: z.string(),
	options: z.record(z.string(), z.json()),
	tieOrder: ids,
	winners: ids,
	reason: z
		.enum(['nobody-voted', 'no-candidates', 'fewer-candidates-than-seats', 'nothing-funded', 'nobody-supported'])
		.exactOptional(),
	totalCost: z.string().exactOptional(),
	ties: z.array(
		z.looseObject({
			kind: z.enum(['fund', 'order', 'surplus', 'exclude', 'win']),
			round: whole,
			among: ids,
			picked: z.string().nullable(),
			decidedBy: z.enum(['cost', 'support', 'earlier-stage', 'lot', 'nobody']),
		}),
	),
	ballots: z.looseObject({ counted: whole, blank: whole, spoilt: whole }),
	ballotsHash: z.string(),
}

const bought = { project: z.string(), cost: z.string(), votes: whole, score: z.number() }
const budget = { ...counted, totalCost: z.string() }
const outcomeOf = z.looseObject({ winners: ids, totalCost: z.string() })

const count = z.discriminatedUnion('method', [
	z.looseObject({ ...counted, method: z.literal('approval'), rounds: z.array(z.looseObject({ votes })) }),
	z.looseObject({ ...counted, method: z.literal('points'), rounds: z.array(z.looseObject({ points: votes, votes })) }),
	z.looseObject({
		...counted,
		method: z.literal('score'),
		rounds: z.array(z.looseObject({ sum: votes, given: votes, mean: byOption(z.string().nullable()) })),
	}),
	z.looseObject({
		...counted,
		method: z.literal('irv'),
		rounds: z.array(z.looseObject({ votes, exhausted: whole, excluded: z.string().nullable() })),
		pairwiseCheck: z.looseObject({
			condorcetWinner: z.string().nullable(),
			schulzeWinners: ids,
			schulzeOrder: ids.nullable(),
		}),
	}),
	z.looseObject({
		...counted,
		method: z.literal('scottish-stv'),
		quota: whole,
		emptySeats: whole,
		rounds: z.array(
			z.looseObject({
				action: z.enum(['first', 'surplus', 'exclude']),
				candidate: z.string().nullable(),
				surplus: z.string().exactOptional(),
				votes: byOption(z.string()),
				nonTransferable: z.string(),
				elected: ids,
				byLastVacancies: ids,
			}),
		),
	}),
	z.looseObject({
		...counted,
		method: z.literal('schulze'),
		condorcetWinner: z.string().nullable(),
		order: ids.nullable(),
		rounds: z.array(z.looseObject({ pairwise: byOption(votes), strongestPaths: byOption(votes) })),
	}),
	z.looseObject({
		...budget,
		method: z.enum(['greedy', 'greedy-no-skip']),
		rounds: z.array(z.looseObject({ ...bought, funded: z.boolean(), left: z.string() })),
	}),
	z.looseObject({
		...budget,
		method: z.literal('equal-shares'),
		rounds: z.array(
			z.discriminatedUnion('by', [
				z.looseObject({
					...bought,
					by: z.literal('equal-shares'),
					price: z.string().exactOptional(),
					rho: z.string().exactOptional(),
					paidInFull: whole.exactOptional(),
					gaveTheRest: whole.exactOptional(),
				}),
				z.looseObject({
					...bought,
					by: z.literal('greedy'),
					funded: z.boolean().exactOptional(),
					left: z.string().exactOptional(),
				}),
			]),
		),
		notConsidered: z.array(
			z.looseObject({
				project: z.string(),
				why: z.enum(['no-supporter', 'dearer-than-budget', 'below-bar']),
			}),
		),
		endowment: z
			.looseObject({
				perVoter: z.union([z.string(), byOption(z.string())]),
				increments: whole,
				stopped: z.enum(['not-asked', 'exhaustive', 'next-too-dear', 'everything-funded']),
			})
			.exactOptional(),
		comparison: z
			.looseObject({
				preferEqualShares: whole,
				preferGreedy: whole,
				kept: z.enum(['equal-shares', 'greedy']),
				equalShares: outcomeOf,
				greedy: outcomeOf,
			})
			.exactOptional(),
	}),
]) satisfies z.ZodType<PublishedCount>

const choosing = z.looseObject({ ...common, count })
