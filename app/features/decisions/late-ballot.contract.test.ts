import type { AppLoadContext } from '@remix-run/node'
import { afterAll, expect, test } from 'vitest'
import { choosing } from '../../../tests/given-question.ts'
import { closes, during, givenVotes } from '../../../tests/given-votes.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { newId } from '../../http/new-id.ts'
import { startSession } from '../../http/session.ts'
import { nameSupporter } from '../people/name-supporter.server.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'
import { type NewDecision, openDecision } from './open-decision.server.ts'
import { castRefusals, helpedRefusals } from './refusals.ts'
import { action as ballot, loader as ballotPage } from './routes/ballot.tsx'
import { action as helpedBallot } from './routes/helped-ballot.tsx'
import { loader as steps } from './routes/steps.tsx'
import { stopDecision } from './stop-decision.server.ts'

const { scratch, db, given, asked, opened, secrets, workings } = await givenVotes()
afterAll(() => scratch.remove())
const context = { db, secure: false, secrets, workings } as unknown as AppLoadContext

async function argsFor(who: Membership, decision: string, sent?: Record<string, string>, member = '') {
	const address = `http://here/p/${given.partnership.slug}/decisions/${decision}/ballot`
	const [cookie] = (await startSession(new Request(address), context, { ...who, sharedDevice: false })).split(';')
	const body = sent && new URLSearchParams({ id: newId(), ...sent })
	const request = new Request(address, { headers: { cookie: cookie! }, ...(body && { method: 'POST', body }) })
	return { request, params: { partnership: given.partnership.slug, decision, member }, context }
}

const words = { reason: 'Typed.' }

test('a ballot that comes too late comes back with all that was in it, also where something was missing', async () => {
	const decision = await opened()
	await closeDueDecisions(db, closes)
	for (const [sent, chosen] of [
		[{ choice: 'for' }, 'For'],
		[{}, null],
	] as const)
		expect(await ballot(await argsFor(given.citizen, decision.id, { ...words, ...sent }))).toMatchObject({
			data: {
				form: { errors: { '': [castRefusals['voting-over']] } },
				sent: { chosen, reason: 'Typed.', change: '' },
			},
			init: { status: 409 },
		})
	expect(await ballotPage(await argsFor(given.citizen, decision.id))).toMatchObject({ why: 'voting-over' })
})

test('a supporter gets back what they wrote down for somebody, after a stop', async () => {
	const decision = await opened()
	const { memberId } = given.citizen
	const support = { id: newId(), memberId, supporterId: given.provider.memberId, months: 1 as const }
	expect(await nameSupporter(db, given.citizen, support, new Date())).toEqual({ named: true })
	await stopDecision(db, given.facilitator, decision.id, 'Asked of the wrong people.', during)
	const sent = { choice: 'against', ...words }
	expect(await helpedBallot(await argsFor(given.provider, decision.id, sent, memberId))).toMatchObject({
		data: {
			form: { errors: { '': [helpedRefusals.stopped] } },
			sent: { chosen: 'Against', reason: 'Typed.' },
		},
		init: { status: 409 },
	})
})

test('who is not on the list is told why, and loses nothing they sent', async () => {
	const now = new Date()
	const question = await asked({ closesAt: new Date(now.getTime() + 60 * 60_000) })
	const opening = await openDecision(db, given.facilitator, question, now)
	if ('refused' in opening) throw new Error(opening.refused)
	const { decision } = opening
	expect(await ballot(await argsFor(given.observer, decision.id, { choice: 'for', ...words }))).toMatchObject({
		data: {
			form: { errors: { '': [castRefusals['not-on-the-roll']] } },
			sent: { chosen: 'For', reason: 'Typed.' },
		},
		init: { status: 403 },
	})
	expect(await ballotPage(await argsFor(given.observer, decision.id))).toMatchObject({ why: 'observer' })
	expect(await ballotPage(await argsFor(given.facilitator, decision.id))).toMatchObject({ why: 'not-on-the-roll' })
	expect(await ballotPage(await argsFor(given.citizen, decision.id))).toMatchObject({ why: null })
})

test('a count of nobody’s votes has no steps to follow', async () => {
	const { question, method, options } = choosing('equal-shares')
	const rules = { secrecy: 'secret', quorum: 0, showsStanding: false, budget: 10_000_00 }
	const decision = await opened({ question, method, options, rules } as Partial<NewDecision>)
	await closeDueDecisions(db, closes)
	await expect(steps(await argsFor(given.citizen, decision.id))).rejects.toMatchObject({ status: 404 })
})
