import { setTimeout as pause } from 'node:timers/promises'
import type { Answer, Choosing, ChoosingRules, Option } from '../app/domain/decisions/decision.ts'
import { type Worked, workOut } from '../app/domain/decisions/worked.ts'
import { closeDueDecisions } from '../app/features/decisions/close-due-decisions.server.ts'
import { readResult } from '../app/features/decisions/read-result.server.ts'
import { Workings } from '../app/features/decisions/workings.ts'
import { newId } from '../app/http/new-id.ts'
import { addBallots, listBallots } from '../db/queries/ballots.ts'
import { type DecisionAbout, findDecision } from '../db/queries/decisions.ts'
import { closes, givenVotes } from '../tests/given-votes.ts'

/**
 * What the first view of a large vote costs everybody else: the longest time in which the server's one thread answers nobody,
 * worked out where it is asked (as once), and with `Workings`; then the same for a second view.
 */
export async function measureFirstView(ballots = 10_000) {
	const { scratch, db, given, where, opened } = await givenVotes()
	const rows: object[] = []
	const shared = { secrecy: 'secret' as const, quorum: 0, showsStanding: false }
	const budget: ChoosingRules = { ...shared, budget: 200_000_00 }
	try {
		for (const [name, method, rules, projects, answer] of [
			['pot of money, 60 projects', 'equal-shares', budget, 60, ticks],
			['ranked, 12 options', 'irv', { ...shared, seats: 1 }, 12, ranks],
		] as const) {
			const { id } = await opened({ method, options: optionsOf(projects), rules })
			const all = Array.from({ length: ballots }, (_, at) => ({
				id: newId(),
				decisionId: id,
				memberId: null,
				voiceId: given.voices.citizen.id,
				answer: answer(at, projects),
				reason: '',
				receiptHash: newId() + newId(),
			}))
			for (let from = 0; from < ballots; from += 1_000)
				await db.write((tx) => addBallots(tx, all.slice(from, from + 1_000)))
			await closeDueDecisions(db, closes)
			const decision = (await findDecision(db.read, given.place, id)) as DecisionAbout & Choosing
			const workings = new Workings(where)
			const inPlace = {
				of: async <What extends keyof Worked>(_db: unknown, of: Choosing, what: What) =>
					workOut[what](of, await listBallots(db.read, of.id)),
			}
			const view = (using: typeof inPlace | Workings) => readResult(db.read, given.place, decision, using)
			for (const [how, work] of [
				['result, in place', () => view(inPlace)],
				['result, first view', () => view(workings)],
				['result, second view', () => view(workings)],
				...(method === 'equal-shares'
					? [
							['steps, in place', () => inPlace.of(db.read, decision, 'steps')] as const,
							['steps, first view', () => workings.of(db.read, decision, 'steps')] as const,
						]
					: []),
			] as const)
				rows.push({ vote: name, ballots, view: how, ...(await longestBlock(work)) })
		}
		console.table(rows)
	} finally {
		await scratch.remove()
	}
}

function optionsOf(count: number): Option[] {
	return Array.from({ length: count }, (_, at) => ({
		id: `P${at}`,
		name: `Project ${at}`,
		cost: (2_000 + 450 * at) * 100,
	}))
}

/** No two ballots alike: the bits of their number, and one project more. */
function ticks(at: number, projects: number): Answer {
	const named = Array.from({ length: 14 }, (_, bit) => bit).filter((bit) => ((at + 1) >> bit) & 1)
	return { marks: Object.fromEntries([...named, 14 + (at % (projects - 14))].map((each) => [`P${each}`, 1])) }
}

function ranks(at: number, options: number): Answer {
	const left = Array.from({ length: options }, (_, each) => `P${each}`)
	let rest = at * 47_711
	const order: string[] = []
	while (left.length > 0) {
		order.push(...left.splice(rest % left.length, 1))
		rest = Math.floor(rest / (left.length + 1))
	}
	return { ranks: order.map((id) => [id]) }
}

/** The processor time is of this process alone, so it says the same on a busy machine. */
async function longestBlock(work: () => Promise<unknown>) {
	await pause(200)
	let last = performance.now()
	let longest = 0
	const look = () => {
		const now = performance.now()
		longest = Math.max(longest, now - last)
		last = now
	}
	const looking = setInterval(look, 1)
	const used = process.cpuUsage()
	const begun = performance.now()
	await work()
	const took = performance.now() - begun
	const { user, system } = process.cpuUsage(used)
	await pause(5)
	clearInterval(looking)
	look()
	return {
		'took ms': took.toFixed(0),
		'longest block ms': longest.toFixed(0),
		'processor here ms': ((user + system) / 1000).toFixed(0),
	}
}
