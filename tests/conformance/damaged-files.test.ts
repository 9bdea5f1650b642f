import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CsvForm, readBallotsCsv } from '../../app/domain/decisions/ballot-files/ballots-csv.ts'
import { readBallotsJson } from '../../app/domain/decisions/ballot-files/ballots-json.ts'
import { readBlt } from '../../app/domain/decisions/ballot-files/blt.ts'
import { readPabulib } from '../../app/domain/decisions/ballot-files/pabulib.ts'
import { recountOptions } from '../../app/domain/decisions/ballot-files/recount-comment.ts'
import { CannotRead, type Election } from '../../recount/election.ts'
import { readOurCsv, readOurJson } from '../../recount/read-ballots.ts'
import { readBlt as recountBlt } from '../../recount/read-blt.ts'
import { readPabulib as recountPabulib } from '../../recount/read-pabulib.ts'
import { foundByDamage, undamaged } from './damaged-files.ts'
import { knownElections } from './elections.ts'

/**
 * Two readers written apart must make the same of a damaged file, down to whether there was anything to forgive, or both say
 * that they cannot read it.
 */
const numRuns = Number(process.env.RUNS ?? 500)
/** The same damage every time, so that the same code always has the same answer. Look further with SEED and RUNS. */
const seed = Number(process.env.SEED ?? 20_261_122)
const pieces = [
	...[';', ',', '"', '""', '\n', '\r\n', '\r', ' ', '\t', '0', '1', '2', '-', '=', '.', '#', '//', "'", '{', ']', ':'],
	...['é', '\u00A0', '\u2028', '\uFEFF', '999999999', '99999999999999999999', '1e3', '1.5', '01', '-1', '=1', 'null'],
	...['v1', '"x"\n', '(id) ', '[tie 2 1]\n', '[withdrawn 1]\n', 'VOTES\n', 'META\n', '__proto__', 'default_score', ''],
]

const damage = fc.array(
	fc.record({ at: fc.nat(), cut: fc.integer({ min: 0, max: 6 }), put: fc.constantFrom(...pieces) }),
	{ minLength: 1, maxLength: 4 },
)

function damaged(text: string, edits: { at: number; cut: number; put: string }[]) {
	return edits.reduce((now, { at, cut, put }) => {
		const from = at % (now.length + 1)
		return now.slice(0, from) + put + now.slice(from + cut)
	}, text)
}

const refused = 'refused'

/** What a reader of the recounting program makes of it, in the words of the comparison. */
function byRecount<E extends Election>(read: () => E, say: (election: E) => unknown): unknown {
	try {
		const election = read()
		return { ...(say(election) as object), spoilt: election.spoilt, isStrict: election.notes.length === 0 }
	} catch (problem) {
		if (problem instanceof CannotRead) return refused
		throw problem
	}
}

const sorted = (points: Iterable<readonly [string, number]>) => [...points].sort(([a], [b]) => (a < b ? -1 : 1))
const named = (ranks: readonly (readonly string[])[]) => ranks.filter((rank) => rank.length > 0)

/** How often each different ballot was handed in, however many lines say it. */
function inOneLineEach(ballots: readonly (readonly [number, unknown])[]) {
	const howMany = new Map<string, number>()
	for (const [count, ballot] of ballots) {
		const key = JSON.stringify(ballot)
		howMany.set(key, (howMany.get(key) ?? 0) + count)
	}
	return [...howMany].map(([ballot, count]) => [count, JSON.parse(ballot)])
}

function bothPabulib(text: string) {
	const read = readPabulib(text)
	const engine =
		'refused' in read
			? refused
			: {
					budget: read.election.budget,
					projects: read.election.projects.map(({ id, cost }) => ({ id, cost })),
					ballots: read.election.ballots.map(({ choices }) =>
						sorted(choices.map(({ project, points }) => [project, points] as const)),
					),
					rule: read.rule,
					threshold: read.threshold,
					asks: recountOptions(read.meta.get('comment') ?? ''),
					spoilt: read.election.spoilt,
					isStrict: read.leniencies.length === 0,
				}
	const recount = byRecount(
		() => recountPabulib(text, false),
		({ budget, choices, ballots, rule, threshold, asks }) => ({
			budget,
			projects: choices,
			ballots: ballots.map(({ points }) => sorted(points)),
			rule,
			threshold,
			asks,
		}),
	)
	return { engine, recount }
}

function bothBlt(text: string) {
	const read = readBlt(text)
	const engine =
		'refused' in read
			? refused
			: {
					candidates: read.election.candidates,
					withdrawn: read.election.withdrawn,
					seats: read.election.seats,
					ballots: inOneLineEach(read.election.ballots.map(({ weight, ranks }) => [weight, named(ranks)])),
					tieOrder: read.tieOrder,
					asks: read.options,
					title: read.title,
					spoilt: read.election.spoilt ?? 0,
					isStrict: read.leniencies.length === 0,
				}
	const recount = byRecount(
		() => recountBlt(text),
		({ choices, withdrawn, seats, ballots, tieOrder, asks, title }) => ({
			candidates: choices.map(({ id }) => id),
			withdrawn,
			seats,
			ballots: inOneLineEach(ballots.map(({ count, ranks }) => [count, named(ranks)])),
			tieOrder,
			asks,
			title,
		}),
	)
	return { engine, recount }
}

function bothCsv(text: string, form: CsvForm) {
	const read = readBallotsCsv(text, form)
	const engine =
		'refused' in read
			? refused
			: {
					choices: read.choices,
					ballots: read.ballots.map(({ voice = '', choice = '', points = {}, ranks = [] }) =>
						form === 'ranks' ? [voice, ranks] : [voice, choice, sorted(Object.entries(points))],
					),
					spoilt: read.spoilt,
					isStrict: read.leniencies.length === 0,
				}
	const recount = byRecount(
		() => readOurCsv(text, form),
		({ choices, ballots }) => ({
			choices: choices.map(({ id }) => id),
			ballots: ballots.map(({ voice, choice, points, ranks }) =>
				form === 'ranks' ? [voice, ranks] : [voice, choice, sorted(points)],
			),
		}),
	)
	return { engine, recount }
}

/** What no choice is called is left out by whoever counts, so it is left out of the comparison; and nothing is forgiven. */
function bothJson(text: string) {
	const read = readBallotsJson(text)
	const ids = new Set('refused' in read ? [] : read.choices.map(({ id }) => id))
	const engine =
		'refused' in read
			? refused
			: {
					choices: [...ids],
					withdrawn: read.choices.filter(({ withdrawn }) => withdrawn).map(({ id }) => id),
					tieOrder: read.tieOrder,
					ballots: read.ballots.map(({ count = 1, voice = '', choice = '', points = {}, ranks = [] }) => {
						const known = Object.entries(points).filter(([id]) => ids.has(id))
						return [count, voice, choice, sorted(known), ranks]
					}),
					spoilt: read.spoilt ?? 0,
				}
	const recount = byRecount(
		() => readOurJson(text),
		({ choices, withdrawn, tieOrder, ballots }) => ({
			choices: choices.map(({ id }) => id),
			withdrawn,
			tieOrder,
			ballots: ballots.map(({ count, voice, choice, points, ranks }) => [count, voice, choice, sorted(points), ranks]),
		}),
	)
	if (recount !== refused) delete (recount as { isStrict?: boolean }).isStrict
	return { engine, recount }
}

const small = (kind: 'pb' | 'ranked') =>
	knownElections(kind)
		.map(({ text }) => text)
		.filter((text) => text.length < 3000)

function agreeOn(texts: readonly string[], both: (text: string) => { engine: unknown; recount: unknown }) {
	fc.assert(
		fc.property(fc.constantFrom(...texts), damage, (text, edits) => {
			const { engine, recount } = both(damaged(text, edits))
			expect(recount).toEqual(engine)
		}),
		{ numRuns, seed },
	)
}

describe('both programs read the same of damaged', () => {
	test('Pabulib files', () => agreeOn([...small('pb'), ...undamaged.pb], bothPabulib))
	test('BLT files', () => agreeOn([...small('ranked'), ...undamaged.blt], bothBlt))
	test('JSON files', () => agreeOn(undamaged.json, bothJson))
	test.each(['answers', 'ranks', 'points'] as const)('CSV files of %s', (form) =>
		agreeOn(undamaged.csv, (text) => bothCsv(text, form)),
	)
})

describe('found by damaging files, and what is now read', () => {
	test.each(foundByDamage.pb)('Pabulib: %s', (_what, text, expected) => {
		const { engine, recount } = bothPabulib(text)
		expect(recount).toEqual(engine)
		if (expected === refused) expect(engine).toBe(refused)
		else expect(engine).toMatchObject(expected)
	})
	test.each(foundByDamage.blt)('BLT: %s', (_what, text, expected) => {
		const { engine, recount } = bothBlt(text)
		expect(recount).toEqual(engine)
		if (expected === refused) expect(engine).toBe(refused)
		else expect(engine).toMatchObject(expected)
	})
	test.each(foundByDamage.csv)('CSV of %s: %j', (form, text, expected) => {
		const { engine, recount } = bothCsv(text, form)
		expect(recount).toEqual(engine)
		if (expected === refused) expect(engine).toBe(refused)
		else expect(engine).toMatchObject(expected)
	})
	test.each(foundByDamage.json)('JSON: %s', (_what, change) => {
		const text = JSON.stringify({ ...JSON.parse(undamaged.json[0]!), ...change })
		expect(bothJson(text)).toEqual({ engine: refused, recount: refused })
	})
})
