import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { ballotForm } from '../../app/domain/decisions/answer.ts'
import { readBallotsCsv } from '../../app/domain/decisions/ballot-files/ballots-csv.ts'
import { readBallotsJson } from '../../app/domain/decisions/ballot-files/ballots-json.ts'
import { giveCastingVote } from '../../app/domain/decisions/casting-vote.ts'
import {
	type Answer,
	type Ballot,
	type CastingVote,
	type Choosing,
	type ChoosingMethod,
	type ChoosingRules,
	type Decision,
	type Elector,
	isOutcomeOnly,
	type Method,
	type Result,
} from '../../app/domain/decisions/decision.ts'
import {
	type CountableBallots,
	countOpenBallots,
	hashOpenBallots,
} from '../../app/domain/decisions/methods/count-open-ballots.ts'
import { fixQuorum } from '../../app/domain/decisions/methods/motion.ts'
import {
	csvForm,
	csvRecountWords,
	type FileName,
	filesFor,
	writeFile,
} from '../../app/domain/decisions/published-files.ts'
import { ballotsToCount, keepsVoices, publishedHash, resultOf } from '../../app/domain/decisions/result.ts'
import { quorumShares } from '../../app/features/decisions/motion-words.ts'
import { recountFile } from '../../recount/cli.ts'
import { choosing, options, someMotion } from '../given-question.ts'
import { checkerComplaints } from './public-checker.ts'

/**
 * Property 35 and 36 of whole decisions: what is handed out after closing, in whatever form, counts again to the very
 * result that was published, quorum, lock and all.
 */
const folder = mkdtempSync(join(tmpdir(), 'published-'))
afterAll(() => rmSync(folder, { recursive: true }))

const setting = {
	kind: 'Show of views',
	means: 'This is a show of views. It is not a board decision.',
	version: 'f'.repeat(64),
	place: 'Harbourside',
	began: '01.06.2026',
	ended: '14.06.2026',
	says: 'Said; in "words", with é.',
	voices: [
		{ id: 'citizen', name: 'Citizens' },
		{ id: 'provider', name: 'Providers' },
	],
}
const voiceIds = ['citizen', 'provider', 'commissioner']

interface Case {
	decision: Decision
	cast: { voiceId: string; answer: Answer }[]
	roll: Elector[]
	/** Papers nobody could read. */
	spoilt?: number
	/** What whoever may settle a level vote makes of it; they may also let it be. */
	casting?: CastingVote | undefined
}

/** As closing does it: count, then keep the voices only where that is safe. */
function closed({ decision, cast, roll, spoilt = 0, casting }: Case) {
	const file = ballotsToCount(decision, cast, spoilt)
	const count = file && countOpenBallots(file)
	const ballots = cast.map((ballot, at) => ({ ...ballot, receiptHash: `receipt-${at}` }))
	const result = resultOf({ decision, ballots, electors: roll, spoilt, count })
	const kept = keepsVoices(decision, result.byVoice)
	const stored = cast.map(
		(ballot): Pick<Ballot, 'voiceId' | 'answer'> => ({ ...ballot, voiceId: kept ? ballot.voiceId : '' }),
	)
	const ended = { ...decision, state: 'closed', result } as Decision & { result: Result }
	const giving = casting && result.outcome === 'level' ? giveCastingVote(ended, casting, decision.closesAt) : null
	if (giving && 'refused' in giving) throw new Error(giving.refused)
	return { decision: giving?.decision ?? ended, stored, kept }
}

function handOut(name: FileName, given: ReturnType<typeof closed>): string {
	const text = writeFile(name, given.decision, given.stored, setting)
	if (text === null) throw new Error(`no ${name} for ${given.decision.method}`)
	return text
}

function recounted(name: FileName, given: ReturnType<typeof closed>, ...args: string[]) {
	writeFileSync(join(folder, name), handOut(name, given))
	writeFileSync(join(folder, 'RESULT.json'), handOut('result.json', given))
	let said = ''
	const code = recountFile([join(folder, name), ...args, '--against', join(folder, 'RESULT.json')], (more) => {
		said += more
	})
	return { code, said }
}

const rollOf = (cast: readonly { voiceId: string }[], more: number): Elector[] =>
	[...cast.map(({ voiceId }) => voiceId), ...Array.from({ length: more }, (_, at) => voiceIds[at % 3]!)].map(
		(voiceId, at) => ({ memberId: `m${at}`, voiceId }),
	)

const fractions = fc.constantFrom(
	'majority' as const,
	{ numerator: 2, denominator: 3 },
	{ numerator: 1, denominator: 1 },
	{ numerator: 1, denominator: 2 },
)

const lock = fc.option(
	fc
		.tuple(fc.subarray(voiceIds, { minLength: 1 }), fc.integer({ min: 0, max: 3 }))
		.map(([voices, quorum]) => voices.map((voiceId) => ({ voiceId, quorum }))),
	{ nil: undefined },
)

const yesOrNo: fc.Arbitrary<Case> = fc
	.record({
		method: fc.constantFrom('motion' as const, 'consent' as const),
		cast: fc.array(fc.tuple(fc.constantFrom(...voiceIds), fc.integer({ min: 0, max: 2 })), { maxLength: 30 }),
		more: fc.integer({ min: 0, max: 9 }),
		quorum: fc.integer({ min: 0, max: 12 }),
		secrecy: fc.constantFrom('secret' as const, 'named' as const),
		threshold: fractions,
		of: fc.constantFrom('voting' as const, 'present' as const, 'entitled' as const),
		quorumShare: fc.option(fc.constantFrom(...Object.values(quorumShares)), { nil: undefined }),
		voiceQuorum: lock,
		hasCasting: fc.boolean(),
		casting: fc.option(fc.constantFrom('for' as const, 'against' as const), { nil: undefined }),
		silenceIsConsent: fc.boolean(),
		voiceLock: lock,
		spoilt: fc.integer({ min: 0, max: 2 }),
	})
	.map(({ method, cast, more, secrecy, threshold, of, silenceIsConsent, voiceLock, spoilt, ...own }) => {
		const ballots = cast.map(([voiceId, at]): Case['cast'][number] => ({
			voiceId,
			answer:
				method === 'motion'
					? { choice: (['for', 'against', 'abstain'] as const)[at]! }
					: { consent: (['agree', 'concern', 'object'] as const)[at]! },
		}))
		const { quorumShare, voiceQuorum, hasCasting } = own
		const roll = rollOf(ballots, more + spoilt)
		const quorum = fixQuorum({ quorum: own.quorum, ...(quorumShare && { quorumShare }) }, roll.length)
		const common = { secrecy, ...quorum, showsStanding: false, ...(voiceLock && { voiceLock }) }
		const motion = {
			...common,
			threshold,
			of,
			...(voiceQuorum && { voiceQuorum }),
			...(hasCasting && threshold === 'majority' && { castingVote: { memberId: 'm0' } }),
		}
		const rules = method === 'motion' ? motion : { ...common, silenceIsConsent }
		const casting = own.casting && { choice: own.casting, reason: 'It cannot wait' }
		return { decision: { ...someMotion, method, rules } as Decision, cast: ballots, roll, spoilt, casting }
	})

const choosingMethods: readonly ChoosingMethod[] = [
	'approval',
	'score',
	'points',
	'irv',
	'scottish-stv',
	'schulze',
	'greedy',
	'greedy-no-skip',
	'equal-shares',
]

const rulesOf: Record<ChoosingMethod, Partial<ChoosingRules>[]> = {
	approval: [{ seats: 2 }, { seats: 1, most: 2 }],
	score: [
		{ highest: 9, missing: 'zero' },
		{ highest: 9, missing: 'no-opinion' },
	],
	points: [{ points: 10, cap: 5, seats: 2 }],
	irv: [{}],
	'scottish-stv': [{ seats: 2 }],
	schulze: [{}],
	greedy: [
		{ budget: 9_000_00 },
		{ budget: 9_000_50, support: 2 },
		{ budget: 9_000_00, ballot: 'points', points: 10, cap: 5, support: 3 },
		{ budget: 9_000_00, ballot: 'ranks', most: 2 },
	],
	'greedy-no-skip': [
		{ budget: 9_000_00 },
		{ budget: 9_000_00, ballot: 'points', points: 15 },
		{ budget: 9_000_00, ballot: 'ranks', most: 3, support: 2 },
	],
	'equal-shares': [
		{ budget: 9_000_00, completion: 'add1' },
		{ budget: 12_000_00, completion: 'none', comparison: true },
		{ budget: 7_000_00, completion: 'greedy', bar: true },
		{ budget: 9_000_00, completion: 'add1u', byVoice: true, utility: 'cardinality' },
		{ budget: 9_000_00, completion: 'add1', ballot: 'points', points: 15 },
		{ budget: 8_000_00, completion: 'greedy', comparison: true, ballot: 'points', points: 10, cap: 5 },
		{ budget: 9_000_00, completion: 'add1u', ballot: 'ranks', most: 3 },
		{ budget: 9_000_00, completion: 'none', bar: true, ballot: 'ranks', most: 2, byVoice: true },
	],
}

function answerTo(method: ChoosingMethod, dice: readonly number[], rules: Partial<ChoosingRules> = {}): Answer {
	const form = ballotForm({ method, rules })
	const ids = options.map(({ id }) => id)
	if (form === 'ranks') {
		const order = ids
			.filter((_, at) => dice[at]! > 0)
			.sort((a, b) => dice[ids.indexOf(a)]! - dice[ids.indexOf(b)]! || (a < b ? -1 : 1))
		if (rules.most) order.splice(rules.most)
		if (method !== 'schulze' || order.length < 2 || dice[3]! > 2) return { ranks: order.map((id) => [id]) }
		return { ranks: [[...order.slice(0, 2)].sort(), ...order.slice(2).map((id) => [id])] }
	}
	const isTicks = form === 'ticks'
	const marks = ids.map((id, at): [string, number] => [id, isTicks ? Math.min(1, dice[at]!) : dice[at]!])
	return { marks: Object.fromEntries(marks.filter(([, mark]) => mark > 0 || (method === 'score' && dice[3]! > 3))) }
}

const chosenAmong: fc.Arbitrary<Case> = fc
	.record({
		method: fc.constantFrom(...choosingMethods),
		which: fc.nat(),
		cast: fc.array(
			fc.tuple(fc.constantFrom(...voiceIds), fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 })),
			{ maxLength: 24 },
		),
		more: fc.integer({ min: 0, max: 5 }),
		quorum: fc.integer({ min: 0, max: 8 }),
		secrecy: fc.constantFrom('secret' as const, 'named' as const),
		spoilt: fc.integer({ min: 0, max: 2 }),
		withdrawn: fc.subarray(
			options.map(({ id }) => id),
			{ maxLength: 1 },
		),
	})
	.map(({ method, which, cast, more, quorum, secrecy, spoilt, withdrawn }) => {
		const rules = rulesOf[method][which % rulesOf[method].length]!
		const ballots = cast.map(([voiceId, dice]) => ({ voiceId, answer: answerTo(method, dice, rules) }))
		return {
			decision: {
				...choosing(method, { secrecy, quorum, ...rules }),
				withdrawn: withdrawn.map((option) => ({ option, at: '2026-06-02T10:00:00.000Z', reason: 'Hall;\n"lost"' })),
			} as Choosing,
			cast: ballots,
			roll: rollOf(ballots, more + spoilt),
			spoilt,
		}
	})

describe.each([
	['motions and consent rounds', yesOrNo],
	['choosing among options', chosenAmong],
] as [string, fc.Arbitrary<Case>][])('%s', (_what, cases) => {
	test('every file recounts to the published result', { timeout: 240_000 }, () => {
		const seen = new Map<string, number>()
		fc.assert(
			fc.property(cases, (given) => {
				const published = closed(given)
				const { decision } = published
				fc.pre(!isOutcomeOnly(decision.result))
				for (const name of filesFor(decision)) {
					if (name === 'result.json' || name === 'ballots-dictionary.csv') continue
					// A CSV file says nothing of the rule, so the download page gives the words that do.
					const args = name === 'ballots.csv' ? csvRecountWords(decision).split(' ') : []
					const { code, said } = recounted(name, published, ...args)
					expect({ name, code, said }).toMatchObject({ code: 0, said: expect.stringMatching(/^The same/) })
					expect(said).not.toContain('the published result does not say')
					if (decision.withdrawn.length > 0) expect(said).toContain('withdrawn')
					seen.set(`${decision.method} ${name}`, (seen.get(`${decision.method} ${name}`) ?? 0) + 1)
				}
			}),
			{ numRuns: 400 },
		)
		for (const [file, times] of seen) expect(times, file).toBeGreaterThan(5)
	})

	test('CSV out and in: the same ballots, so the same count', { timeout: 240_000 }, () => {
		fc.assert(
			fc.property(cases, (given) => {
				const published = closed(given)
				const { decision, stored } = published
				fc.pre(!isOutcomeOnly(decision.result))
				const csv = readBallotsCsv(handOut('ballots.csv', published), csvForm(decision))
				const json = readBallotsJson(handOut('ballots.json', published))
				if ('refused' in csv || 'refused' in json) throw new Error('unreadable')
				expect(csv.leniencies).toEqual([])
				expect(csv.decision).toBe('d' === decision.id && stored.length ? `${decision.reference} Show of views` : '')
				const again = { ...json, ballots: csv.ballots }
				if (decision.method === 'motion' || decision.method === 'consent') {
					const said = csv.ballots.map(({ choice }) => choice).sort()
					expect(said).toEqual(json.ballots.flatMap(({ count = 1, choice }) => Array(count).fill(choice)).sort())
				} else {
					expect(csv.choices).toEqual(options.map(({ id }) => id))
					expect(csv.withdrawn).toEqual(decision.withdrawn.map(({ option }) => option))
					expect(countOpenBallots(again as CountableBallots)).toEqual(countOpenBallots(json as CountableBallots))
					expect(hashOpenBallots(again as CountableBallots)).toBe(decision.result.ballotsHash)
				}
			}),
			{ numRuns: 200 },
		)
	})

	test('the stored ballots hash to what was written down', () => {
		fc.assert(
			fc.property(cases, (given) => {
				const { decision, stored, kept } = closed(given)
				fc.pre(!isOutcomeOnly(decision.result))
				expect(publishedHash(decision, stored, { withVoices: kept })).toBe(decision.result.ballotsHash)
			}),
		)
	})
})

test('35: a .pb draws no complaint of the public checker, but for the price that stands for withdrawn', () => {
	const choosingPb = chosenAmong.filter(
		({ decision: { method } }) =>
			'budget' in rulesOf[method as ChoosingMethod][0]! || /^(approval|points)$/.test(method),
	)
	let seen = 0
	fc.assert(
		fc.property(choosingPb, (given) => {
			// Only where money is shared is anybody asked for a price.
			const asked = given.decision as Choosing
			const priced = 'budget' in asked.rules ? asked.options : asked.options.map(({ id, name }) => ({ id, name }))
			const published = closed({ ...given, decision: { ...asked, options: priced } as Choosing })
			if (!filesFor(published.decision).includes('ballots.pb')) return
			const withdrawn = given.decision.withdrawn.map(({ option }) => `${option} costs more than the budget`)
			// These ballots were never cast: what is over a limit is refused on the page, and not by the file.
			const found = checkerComplaints(handOut('ballots.pb', published)).filter((one) => !/than max_/.test(one))
			expect(found).toEqual(withdrawn)
			seen++
		}),
		{ numRuns: 300 },
	)
	expect(seen).toBeGreaterThan(50)
})

test.each([
	['nothing', (text: string) => text, []],
	['a row too many', (text: string) => `${text}3;B\n`, ['num_votes', 'votes of B']],
	['a blank line', (text: string) => text.replace('VOTES\n', 'VOTES\n\n'), ['a blank line']],
	['a list with a space', (text: string) => text.replace('A,B', 'A, B'), ['voter 1: a space in a list']],
	['a project twice', (text: string) => text.replace('A,B', 'A,B,A'), ['voter 1: a project twice', 'votes of A']],
	['selected for too much', (text: string) => text.replace('B;1;0', 'B;1;1'), ['selected for more than the budget']],
	['a column of our own', (text: string) => text.replace('name', 'title'), ['PROJECTS: title is not of the format']],
	['a comment without its number', (text: string) => text.replace('#1: ', ''), ['comment does not begin with #1: ']],
])('what the public checker says of %s', (_what, change, complaints) => {
	const text =
		'META\nkey;value\ndescription;"a ""b""; c"\ncountry;United Kingdom\nunit;U\ninstance;1\nnum_projects;2\nnum_votes;2\nbudget;5\nvote_type;approval\nrule;greedy\ndate_begin;2026\ndate_end;01.02.2026\ncomment;#1: x\nPROJECTS\nproject_id;cost;name;votes;selected\nA;3;A;1;1\nB;4;B;1;0\nVOTES\nvoter_id;vote\n1;A,B\n2;\n'
	const found = checkerComplaints(change(text))
	expect(found).toEqual(complaints.length > 0 ? expect.arrayContaining(complaints) : [])
})

test('a locked voice of whom nobody voted makes too few of it, by both programs', () => {
	const rules = {
		secrecy: 'named' as const,
		quorum: 2,
		showsStanding: false,
		voiceLock: [{ voiceId: 'provider', quorum: 1 }],
	}
	const decisions: [Decision, Answer][] = [
		[{ ...someMotion, rules: { ...rules, threshold: 'majority' } }, { choice: 'for' }],
		[
			{ ...someMotion, method: 'consent', rules: { ...rules, silenceIsConsent: false }, result: null },
			{ consent: 'agree' },
		],
	]
	for (const [decision, answer] of decisions) {
		const cast = Array.from({ length: 3 }, () => ({ voiceId: 'citizen', answer }))
		const given = closed({ decision, cast, roll: rollOf(cast, 3) })
		expect(given.decision.result.outcome).toBe('no-quorum')
		expect(recounted('ballots.json', given)).toMatchObject({ code: 0 })
	}
})

test('the outcome of a hidden vote says which voice was short, and how the casting vote was used', () => {
	const votes = (...choices: ('for' | 'against')[]) =>
		choices.map((choice) => ({ voiceId: 'citizen', answer: { choice } }))
	const rules = { secrecy: 'secret' as const, quorum: 0, showsStanding: false, threshold: 'majority' as const }
	const published = (more: object, cast: ReturnType<typeof votes>, casting?: CastingVote) => {
		const decision: Decision = { ...someMotion, rules: { ...rules, ...more } }
		return JSON.parse(handOut('result.json', closed({ decision, cast, roll: rollOf(cast, 3), casting })))
	}
	const casting = { choice: 'for' as const, reason: 'It cannot wait.' }
	const settled = published({ castingVote: { memberId: 'm0' } }, votes('for', 'against'), casting)
	expect(settled).toMatchObject({ outcome: 'agreed', casting })
	const short = published({ voiceQuorum: [{ voiceId: 'provider', quorum: 1 }] }, votes('for', 'for'))
	expect(short).toMatchObject({ outcome: 'no-quorum', shortVoices: ['provider'] })
	expect(short).not.toHaveProperty('casting')
})

describe('a rule that asks voices which are too small to show', () => {
	const secret = { secrecy: 'secret' as const, quorum: 0, showsStanding: false }
	const votes = (answer: Answer) => [
		...Array.from({ length: 8 }, () => ({ voiceId: 'citizen', answer })),
		{ voiceId: 'commissioner', answer },
	]

	test('a locked motion: the total is recounted, the voices are said not to be', () => {
		const cast = votes({ choice: 'for' })
		const given = closed({
			decision: {
				...someMotion,
				rules: { ...secret, threshold: 'majority', voiceLock: [{ voiceId: 'commissioner', quorum: 1 }] },
			},
			cast,
			roll: rollOf(cast, 2),
		})
		expect(given.kept).toBe(false)
		expect(handOut('ballots.json', given)).not.toContain('"voice"')
		expect(recounted('ballots.json', given)).toMatchObject({
			code: 0,
			said: expect.stringContaining('does not say who spoke for which voice'),
		})
	})

	test('a motion that asks for some of a small voice is recounted in full: no more is told of it than the rule asks', () => {
		const cast = votes({ choice: 'for' })
		const decision = {
			...someMotion,
			rules: { ...secret, threshold: 'majority' as const, voiceQuorum: [{ voiceId: 'commissioner', quorum: 1 }] },
		}
		const given = closed({ decision, cast: [...cast, cast.at(-1)!], roll: rollOf(cast, 6) })
		expect(given.kept).toBe(false)
		expect(handOut('ballots.json', given)).not.toContain('"voice"')
		expect(handOut('ballots.json', given)).toContain('"voice-turnout": "commissioner:1"')
		expect(recounted('ballots.json', given)).toMatchObject({ code: 0, said: expect.stringMatching(/^The same/) })
		expect(recounted('ballots.json', given, '--voice-turnout', 'commissioner:0')).toMatchObject({
			code: 1,
			said: expect.stringContaining('published "agreed", counted "no-quorum"'),
		})
	})

	test.each([
		['for', 'agreed'],
		['against', 'not-agreed'],
		[undefined, 'level'],
	] as const)('a level vote and a casting vote %s: the file alone says %s', (choice, outcome) => {
		const cast = [...votes({ choice: 'for' }), ...votes({ choice: 'against' })]
		const given = closed({
			decision: { ...someMotion, rules: { ...secret, threshold: 'majority', castingVote: { memberId: 'm0' } } },
			cast,
			roll: rollOf(cast, 0),
			casting: choice && { choice, reason: 'It cannot wait' },
		})
		expect(given.decision.result.outcome).toBe(outcome)
		expect(recounted('ballots.json', given)).toMatchObject({ code: 0, said: expect.stringMatching(/^The same/) })
		expect(recounted('ballots.json', given, '--casting-vote', 'none').code).toBe(choice === 'against' ? 0 : 1)
	})

	test('a quorum that is not the share it says is refused by the recount', () => {
		const cast = votes({ choice: 'for' })
		const rules = {
			...secret,
			threshold: 'majority' as const,
			quorum: 5,
			quorumShare: { numerator: 1, denominator: 2 },
		}
		const given = closed({ decision: { ...someMotion, rules }, cast, roll: rollOf(cast, 3) })
		expect(recounted('ballots.json', given)).toMatchObject({
			code: 2,
			said: expect.stringContaining('1/2 of 12 electors is 6, but --quorum says 5'),
		})
	})

	test('equal shares by voice: nothing published tells what a small voice had or paid', () => {
		const cast = votes({ marks: { A: 1, B: 1 } })
		const given = closed({
			decision: choosing('equal-shares', { ...secret, budget: 9_000_00, byVoice: true }),
			cast,
			roll: rollOf(cast, 2),
		})
		expect(given.kept).toBe(false)
		const published = JSON.parse(handOut('result.json', given))
		expect(published).not.toHaveProperty('endowment')
		for (const round of published.rounds)
			expect(Object.keys(round)).toEqual(['by', 'project', 'cost', 'votes', 'score'])
		expect(published.votes).toEqual({ A: 9, B: 9, C: 0 })
		expect(recounted('ballots.json', given)).toMatchObject({ code: 0, said: expect.stringContaining('Note: ') })
	})
})

test('of a secret vote with fewer than five ballots the outcome is handed out, and nothing it could be guessed from', () => {
	fc.assert(
		fc.property(fc.oneof(yesOrNo, chosenAmong), (given) => {
			const cast = given.cast.slice(0, 4)
			const rules = { ...given.decision.rules, secrecy: 'secret' as const, showsStanding: false }
			const published = closed({ ...given, decision: { ...given.decision, rules } as Decision, cast })
			const { decision } = published
			fc.pre(cast.length > 0)
			expect(filesFor(decision)).toEqual(['result.json'])
			for (const name of ['ballots.json', 'ballots.csv', 'ballots.pb', 'ballots.blt'] as const)
				expect(writeFile(name, decision, published.stored, setting)).toBeNull()
			const text = handOut('result.json', published)
			expect(Object.keys(JSON.parse(text))).not.toEqual(
				expect.arrayContaining([expect.stringMatching(/^(tally|counts|rounds|ties|ballots|lock|totalCost|byVoice)$/)]),
			)
			expect(text).toContain('fewer than five')
			expect(text).not.toContain(publishedHash(decision, published.stored, { withVoices: false }))
		}),
	)
})

test('every file of every method names the kind of decision, and has no time of a ballot in it', () => {
	for (const method of ['motion', 'consent', ...choosingMethods] as Method[]) {
		const answer: Answer =
			method === 'motion'
				? { choice: 'for' }
				: method === 'consent'
					? { consent: 'agree' }
					: answerTo(method, [1, 2, 0, 5])
		const decision =
			method === 'motion' || method === 'consent'
				? ({ ...someMotion, method, rules: { ...someMotion.rules, silenceIsConsent: false } } as Decision)
				: choosing(method, rulesOf[method][0])
		const given = closed({
			decision,
			cast: [{ voiceId: 'citizen', answer }],
			roll: rollOf([{ voiceId: 'citizen' }], 2),
		})
		for (const name of filesFor(given.decision)) {
			const text = handOut(name, given)
			if (name !== 'ballots-dictionary.csv') expect(text, `${method} ${name}`).toContain('Show of views')
			expect(text, `${method} ${name}`).not.toMatch(/\d\d:\d\d:\d\d|ballot-0/)
		}
	}
})
