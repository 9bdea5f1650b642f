import type { AppLoadContext } from '@remix-run/node'
import { afterAll, expect, test } from 'vitest'
import { givenBoard } from '../../../tests/given-board.ts'
import { action as askedToVote, loader as ballot } from './routes/ballot.tsx'
import { loader as castingVote } from './routes/casting-vote.tsx'
import { loader as helpedBallot } from './routes/helped-ballot.tsx'
import { loader as paper } from './routes/paper.tsx'
import { loader as paperPrint } from './routes/paper-print.tsx'
import { loader as paperReading } from './routes/paper-reading.tsx'
import { action as askedForReceipt, loader as receipt } from './routes/receipt.tsx'
import { action as askedToStop, loader as stop } from './routes/stop.tsx'

const { scratch, db, given, ruled, recorded, clerk } = await givenBoard()
afterAll(() => scratch.remove())
await ruled()
const decision = await recorded()
const address = `/p/${given.partnership.slug}/decisions/${decision.id}`
const context = { db, secure: false } as AppLoadContext
const params = { partnership: given.partnership.slug, decision: decision.id, member: clerk.memberId }

test.each([
	['a ballot', ballot],
	['somebody else’s ballot', helpedBallot],
	['a receipt', receipt],
	['paper votes', paper],
	['a paper to print', paperPrint],
	['a paper to read', paperReading],
	['stopping it', stop],
	['a casting vote', castingVote],
])('whoever asks for %s of what a board decided is led to its page', async (_what, loader) => {
	await expectLedOn(loader({ request: new Request(`http://here${address}`), params, context }))
})

test.each([
	['a ballot', askedToVote],
	['a receipt', askedForReceipt],
	['a stop', askedToStop],
])('%s that is sent leads there too', async (_what, action) => {
	const body = new URLSearchParams({ words: 'No.' })
	await expectLedOn(
		action({ request: new Request(`http://here${address}`, { method: 'POST', body }), params, context }),
	)
})

async function expectLedOn(answering: Promise<unknown>) {
	const answer = (await answering.catch((thrown: unknown) => thrown)) as Response
	expect(answer.status).toBe(303)
	expect(answer.headers.get('location')).toBe(address)
	const [said] = /(?<==)[^;]*/.exec(answer.headers.get('set-cookie')!)!
	expect(Buffer.from(decodeURIComponent(said), 'base64').toString()).toContain('There is no ballot.')
}
