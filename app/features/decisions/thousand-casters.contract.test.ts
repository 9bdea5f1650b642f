import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import { listBallots } from '../../../db/queries/ballots.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findTurnout } from '../../../db/queries/electors.ts'
import { walkEntries } from '../../../db/queries/record.ts'
import { givenGroup, givenMember } from '../../../tests/factories.ts'
import { closes, during, givenVotes } from '../../../tests/given-votes.ts'
import type { Posted } from '../../../tests/votes/serve.ts'
import type { Membership } from '../../domain/access/membership.ts'
import type { Choice, Motion } from '../../domain/decisions/decision.ts'
import { verify } from '../../domain/record/verify.ts'
import { newId } from '../../http/new-id.ts'
import { checkReceipt } from './check-receipt.server.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'

const casters = Number(process.env.CASTERS ?? 1000)
const atOnce = 60
const { scratch, db, given, opened, secrets } = await givenVotes()
afterAll(async () => {
	child?.kill('SIGKILL')
	await scratch.remove()
})

let child: ChildProcess | undefined
let up: Promise<number>

function start() {
	const started = spawn(
		process.execPath,
		['--import', 'tsx', new URL('../../../tests/votes/serve.ts', import.meta.url).pathname],
		{
			env: { ...process.env, VOTES_URL: scratch.url ?? '', VOTES_DATA_DIR: scratch.dataDir ?? '' },
			stdio: ['ignore', 'pipe', 'inherit'],
		},
	)
	child = started
	up = once(createInterface({ input: started.stdout! }), 'line').then(([line]) => JSON.parse(String(line)).port)
}

async function killAndStart() {
	const dead = once(child!, 'exit')
	child!.kill('SIGKILL')
	start()
	await dead
}

/** Presses the button until an answer comes: a person whose page never loaded sends the same form again. */
async function send(vote: Posted): Promise<string> {
	for (;;) {
		const port = await up
		try {
			const answer = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: JSON.stringify(vote) })
			const { receipt, refused } = (await answer.json()) as { receipt?: string; refused?: string }
			if (!receipt) throw new Refused(refused)
			return receipt
		} catch (error) {
			if (error instanceof Refused) throw error
		}
	}
}

class Refused extends Error {}

test('a thousand people cast while the process is killed twice: every receipt shown is counted, and nobody twice', async () => {
	const people: Membership[] = []
	for (let at = 0; at < casters; at++)
		people.push(await givenMember(db, given.place, { name: `Voter ${at}`, voice: given.voices.citizen }))
	const group = await givenGroup(
		db,
		given.place,
		'panel',
		people.map((member) => ({ member })),
	)
	const decision = (await opened({ groupId: group.id })) as Motion
	start()
	await up

	const shown = new Map<string, { receipt: string; choice: Choice }>()
	const vote = async (who: Membership, choice: Choice) => {
		const { partnershipId, personId, memberId } = who
		const id = newId()
		const receipt = await send({
			partnershipId,
			personId,
			decisionId: decision.id,
			choice,
			id,
			at: during.toISOString(),
		})
		shown.set(memberId, { receipt, choice })
	}
	const waiting = [...people.entries()]
	const killAt = [Math.floor(casters / 3), Math.floor((casters * 2) / 3)]
	let kills = 0
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			for (let next = waiting.pop(); next; next = waiting.pop()) {
				const [at, who] = next
				await vote(who, at % 3 ? 'for' : 'against')
				// Every tenth changes their mind.
				if (at % 10 === 0) await vote(who, 'abstain')
				if (kills < killAt.length && shown.size >= killAt[kills]!) {
					kills++
					await killAndStart()
				}
			}
		}),
	)
	expect(kills).toBe(2)
	expect(shown.size).toBe(casters)

	expect(await findTurnout(db.read, decision.id)).toEqual({ electors: casters, voted: casters })
	expect(await listBallots(db.read, decision.id)).toHaveLength(casters)
	await closeDueDecisions(db, closes)
	const closed = (await findDecision(db.read, given.place, decision.id))!
	const told = [...shown.values()].map(({ choice }) => choice)
	const said = (choice: Choice) => told.filter((other) => other === choice).length
	expect(closed.result).toMatchObject({
		tally: { for: said('for'), against: said('against'), abstain: said('abstain') },
	})
	for (const { receipt } of shown.values())
		expect(await checkReceipt({ db, secrets }, closed, receipt)).toMatchObject({ counted: true })
	expect(await verify(walkEntries(db.read, given.place))).toMatchObject({ unbroken: true })
}, 180_000)
