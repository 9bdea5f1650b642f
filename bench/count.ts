import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readPabulib } from '../app/domain/decisions/ballot-files/pabulib.ts'
import type { BudgetElection } from '../app/domain/decisions/methods/budget.ts'
import { countEqualShares, type EqualSharesOptions } from '../app/domain/decisions/methods/equal-shares.ts'
import { recount } from '../recount/count.ts'
import { measureClosing } from './closing.ts'
import { measureFirstView } from './first-view.ts'

/**
 * How long equal shares takes, in seconds of this machine, exact arithmetic throughout. Reference: plain fractions of big
 * integers, one voter at a time (decisions.md, finding 4, on 2 cores): Wieliczka 10.7 s, Winterthur 5.4 s. Run with
 * `npm run bench:count`.
 */
const folder = resolve(process.env.ELECTIONS ?? '../shared/elections')

interface Row {
	election: string
	ballots: number
	projects: number
	runs: number
	seconds: number
	aim: number
	reference: string
}

const rows: Row[] = []
real(
	'Poland_Wieliczka_2023_Green_Budget',
	{ utility: 'cost', completion: 'add1-until-overflow', comparison: true },
	2,
	'10.7',
)
real('Switzerland_Winterthur_KulturKomitee_2024', { utility: 'cost', completion: 'add1u' }, 1, '5.4')
measure('synthetic, 100,000 × 200', synthetic(100_000, 200), { utility: 'cost' }, 60, 'none')
console.table(rows)
await measureClosing()
await measureFirstView()
if (rows.some(({ seconds, aim }) => seconds > aim)) process.exitCode = 1

function real(name: string, options: EqualSharesOptions, aim: number, reference: string) {
	const file = join(folder, 'pb', `${name}.pb`)
	if (!existsSync(file)) return console.warn(`SKIPPED: there is no ${file} (set ELECTIONS)`)
	const text = readFileSync(file, 'utf8')
	const read = readPabulib(text)
	if ('refused' in read) throw new Error(read.says)
	measure(name, read.election, options, aim, reference)

	const asked = new Map(
		Object.entries({ method: 'equal-shares', utility: options.utility, completion: options.completion! }),
	)
	if (options.comparison) asked.set('comparison', 'yes')
	const started = process.hrtime.bigint()
	recount(file, text, asked)
	rows.push({
		...rows.at(-1)!,
		election: `${name}, by the recounting program`,
		seconds: secondsSince(started),
		aim: Number.POSITIVE_INFINITY,
	})
}

function measure(election: string, data: BudgetElection, options: EqualSharesOptions, aim: number, reference: string) {
	const started = process.hrtime.bigint()
	let runs = 1
	countEqualShares(data, { ...options, progress: (done) => (runs = done) })
	const seconds = secondsSince(started)
	rows.push({ election, ballots: data.ballots.length, projects: data.projects.length, runs, seconds, aim, reference })
}

function secondsSince(started: bigint) {
	return Number((process.hrtime.bigint() - started) / 1_000_000n) / 1000
}

/** The same on every machine: numbers from a linear congruential generator, a few popular projects and a long tail. */
function synthetic(voters: number, projects: number): BudgetElection {
	let state = 20_261_121n
	const next = (below: number) => {
		state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n
		return Number((state >> 33n) % BigInt(below))
	}
	const ids = Array.from({ length: projects }, (_, at) => `p${at}`)
	return {
		budget: 2_000_000n,
		decimals: 0,
		projects: ids.map((id) => ({ id, cost: BigInt(2_000 + 500 * next(197)) })),
		ballots: Array.from({ length: voters }, () => {
			const named = new Set<number>()
			const length = 1 + next(15)
			while (named.size < length) named.add(Math.min(next(projects), next(projects)))
			return { weight: 1, choices: [...named].map((at) => ({ project: ids[at]!, points: 1 })) }
		}),
	}
}
