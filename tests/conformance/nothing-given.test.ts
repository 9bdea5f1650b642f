import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBallotsJson } from '../../app/domain/decisions/ballot-files/ballots-json.ts'
import { readPabulib } from '../../app/domain/decisions/ballot-files/pabulib.ts'
import type { Count, CountMethod } from '../../app/domain/decisions/methods/count.ts'
import { type CountableBallots, countOpenBallots } from '../../app/domain/decisions/methods/count-open-ballots.ts'
import { countGreedy } from '../../app/domain/decisions/methods/greedy.ts'
import { recounted, resultText } from './both.ts'
import { budgetFile, budgets } from './random-elections.ts'

/** Of both programs: a 0 on a ballot supports nothing, and however many points there are, prices are exact. */
const rules: [CountMethod, Record<string, string | boolean>][] = [
	['greedy', {}],
	['greedy-no-skip', {}],
	['equal-shares', { utility: 'cost' }],
	['equal-shares', { utility: 'cardinality', bar: true }],
	['equal-shares', { utility: 'points', completion: 'add1u' }],
	['equal-shares', { utility: 'cost', completion: 'greedy', comparison: true }],
	['approval', { seats: '2' }],
	['points', { seats: '2' }],
]

function both(text: string, method: CountMethod, options: Record<string, string | boolean>): Count {
	const file = readBallotsJson(text)
	if ('refused' in file) throw new Error(file.says)
	const { engine: _engine, ...count } = countOpenBallots({ ...file, method, options } as CountableBallots)
	const words = Object.entries(options).map(([option, value]) => [option, value === true ? 'yes' : `${value}`])
	const again = recounted('votes.json', text, { method, ...Object.fromEntries(words) })
	expect(resultText(again)).toBe(resultText(count as Count))
	return count as Count
}

const ten = (points: object) =>
	budgetFile(
		{
			budget: 100n,
			decimals: 0,
			projects: ['a', 'b'].map((id) => ({ id, cost: 50n })),
			ballots: [
				{ weight: 10, choices: Object.entries(points).map(([project, given]) => ({ project, points: given })) },
			],
		},
		'greedy',
	)

test.each(rules)('ten people give one thing a point and the other nothing, by %s %j', (method, options) => {
	expect(both(ten({ a: 1, b: 0 }), method, options).winners).toEqual(['a'])
	const blank = both(ten({ a: 0, b: 0 }), method, options)
	expect(blank).toMatchObject({ winners: [], ballots: { counted: 0, blank: 10, spoilt: 0 } })
})

test.each(['no-opinion', 'zero'])('a score of 0 is an opinion, and elects nobody (%s)', (missing) => {
	const count = both(ten({ a: 0, b: 0 }), 'score', { seats: '1', missing })
	expect(count).toMatchObject({ winners: [], reason: 'nobody-supported', ballots: { counted: 10 } })
	expect(both(ten({ a: 1, b: 0 }), 'score', { seats: '2', missing }).winners).toEqual(['a'])
})

/** Pabulib counts a vote for whatever a ballot names, so only that number, and the hash, may differ. */
function besidesVotes({ ballotsHash: _hash, rounds, ...rest }: Count) {
	return { ...rest, rounds: rounds.map((round) => ({ ...(round as object), votes: undefined })) }
}

test.each(rules)('a 0 counts as if it did not stand on the ballot, by %s %j', (method, options) => {
	fc.assert(
		fc.property(budgets(), (given) => {
			const counted = besidesVotes(both(budgetFile(given, method), method, options))
			const ballots = given.ballots.map(({ weight, choices }) => ({
				weight,
				choices: choices.filter(({ points }) => points !== 0),
			}))
			const bare = both(budgetFile({ ...given, ballots }, method), method, options)
			expect(counted).toEqual(besidesVotes(bare))
		}),
		{ numRuns: 100 },
	)
})

test('a 0 in a Pabulib file, and a place beyond the last, support nothing', () => {
	const file = (meta: string, header: string, rows: string) =>
		`META\nkey;value\nnum_projects;2\nnum_votes;2\nbudget;100\nrule;greedy\n${meta}\nPROJECTS\nproject_id;cost\nA;50\nB;50\nVOTES\n${header}\n${rows}\n`
	for (const text of [
		file('vote_type;cumulative', 'voter_id;vote;points', '1;A,B;10,0\n2;B,A;0,10'),
		file('vote_type;scoring', 'voter_id;vote;points', '1;A,B;10,0\n2;B,A;0,10'),
		file('vote_type;ordinal\nmax_length;1', 'voter_id;vote', '1;A,B\n2;A,B'),
	]) {
		const read = readPabulib(text)
		if ('refused' in read) throw new Error(read.says)
		const count = countGreedy(read.election, { skip: true })
		expect(count.winners).toEqual(['A'])
		expect(resultText(recounted('votes.pb', text, { method: 'greedy' }))).toBe(resultText(count))
	}
})

test('equal shares are exact however many points somebody gives', () => {
	const many = fc.constantFrom(1, 2, 2 ** 31 - 1, 2 ** 31, 3_000_000_000, 2 ** 32, 2 ** 32 + 1, 2 ** 45)
	fc.assert(
		fc.property(budgets(), fc.infiniteStream(many), fc.constantFrom('none', 'add1'), (given, points, completion) => {
			const ballots = given.ballots.map(({ weight, choices }) => ({
				weight,
				choices: choices.map(({ project }) => ({ project, points: points.next().value })),
			}))
			const text = budgetFile({ ...given, ballots }, 'equal-shares')
			const count = both(text, 'equal-shares', { utility: 'points', completion })
			for (const { price } of count.rounds as { price?: string }[]) expect(price).not.toMatch(/^-|^0$/)
		}),
		{ numRuns: 300 },
	)
})
