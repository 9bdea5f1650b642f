import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { listBallots } from '../../../db/queries/ballots.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findTurnout } from '../../../db/queries/electors.ts'
import { givenMember, givenPartnership } from '../../../tests/factories.ts'
import { during, givenVotes, justBefore } from '../../../tests/given-votes.ts'
import type { Answer } from '../../domain/decisions/decision.ts'
import { newId } from '../../http/new-id.ts'
import { addNote } from './add-note.server.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'
import { openDecision } from './open-decision.server.ts'
import { stopDecision } from './stop-decision.server.ts'
import { writeOutcome } from './write-outcome.server.ts'

const { scratch, db, given, opened, asked, cast } = await givenVotes()
afterAll(() => scratch.remove())

const elsewhere = await givenPartnership(db)
const seatless = await givenMember(db, given.place, { name: 'Nowhere', voice: given.voices.citizen })
const electors = { citizen: given.citizen, commissioner: given.commissioner, provider: given.provider }
const others = {
	facilitator: given.facilitator,
	observer: given.observer,
	seatless,
	stranger: elsewhere.citizen,
	ruler: elsewhere.facilitator,
}

const answer = fc.constantFrom<Answer>(
	{ choice: 'for' },
	{ choice: 'against' },
	{ choice: 'abstain' },
	{ consent: 'object', proposedChange: 'x' },
	{ marks: { A: 1 } },
	{ ranks: [['A']] },
	{ choice: 'maybe' } as unknown as Answer,
)
const steps = fc.array(
	fc.oneof(
		fc.record({
			by: fc.constantFrom(...(Object.keys(electors) as (keyof typeof electors)[])),
			does: fc.constant('cast' as const),
			answer,
		}),
		fc.record({
			by: fc.constantFrom(...(Object.keys(others) as (keyof typeof others)[])),
			does: fc.constantFrom('cast', 'cast-with-their-form', 'open-again', 'note', 'outcome', 'stop', 'close-early'),
			answer,
		}),
	),
	{ minLength: 4, maxLength: 14 },
)
const valid = new Set(['for', 'against', 'abstain'])

test('no sequence of requests by anyone but electors changes a count', async () => {
	await fc.assert(
		fc.asyncProperty(steps, async (sequence) => {
			const decision = await opened()
			const last = new Map<string, Answer>()
			let aForm = newId()
			for (const step of sequence) {
				if (step.by in electors) {
					aForm = newId()
					const casting = await cast(electors[step.by as keyof typeof electors], decision.id, step.answer, {
						id: aForm,
					})
					const counts = 'choice' in step.answer && valid.has(step.answer.choice)
					expect(Boolean(casting.receipt)).toBe(counts)
					if (counts) last.set(step.by, step.answer)
				} else await meddle(step as { by: keyof typeof others; does: string; answer: Answer }, decision.id, aForm)
				const stored = (await listBallots(db.read, decision.id)).map(({ answer }) => JSON.stringify(answer)).sort()
				expect(stored).toEqual([...last.values()].map((said) => JSON.stringify(said)).sort())
				expect(await findTurnout(db.read, decision.id)).toEqual({ electors: 3, voted: last.size })
				const now = await findDecision(db.read, given.place, decision.id)
				expect(now).toMatchObject({
					state: 'open',
					seal: decision.seal,
					rules: decision.rules,
					question: decision.question,
				})
			}
		}),
		{ numRuns: 25 },
	)
}, 120_000)

async function meddle(
	{ by, does, answer }: { by: keyof typeof others; does: string; answer: Answer },
	id: string,
	aForm: string,
) {
	const who = others[by]
	switch (does) {
		case 'cast':
			return expect(await cast(who, id, answer)).toHaveProperty('refused')
		case 'cast-with-their-form':
			return expect(await cast(who, id, answer, { id: aForm })).toHaveProperty('refused')
		case 'open-again':
			return expect(
				await openDecision(db, who, await asked({ id, question: 'Something else?' }), during),
			).toHaveProperty('refused')
		case 'note':
			return expect(await addNote(db, who, id, { id: newId(), words: 'I see it differently' }, during)).toHaveProperty(
				'refused',
			)
		case 'outcome':
			return expect(await writeOutcome(db, who, id, 'It led nowhere', during)).toHaveProperty('refused')
		case 'stop':
			// Who runs the group may stop it, in public; nobody else.
			if (by !== 'facilitator') expect(await stopDecision(db, who, id, 'Because', during)).toHaveProperty('refused')
			return
		default:
			return expect(await closeDueDecisions(db, justBefore)).toEqual([])
	}
}
