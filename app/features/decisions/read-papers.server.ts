import type { Connection } from '../../../db/database.ts'
import type { DecisionAbout } from '../../../db/queries/decisions.ts'
import { listRoll, listWaysVoted } from '../../../db/queries/electors.ts'
import { listPaperReadings, listReturned } from '../../../db/queries/paper-ballots.ts'
import { comparePapers, type PaperComparison } from '../../domain/decisions/paper.ts'
import { answerWords } from './answer-words.ts'
import { namedAsCast } from './withdrawn-words.ts'

/** What those who take papers in see: whose came back, and how the reading stands. Never one's answer beside a name. */
export async function readPapers(db: Connection, decision: DecisionAbout, readerId: string) {
	const [people, ways, returned, readings] = await Promise.all([
		listRoll(db, decision.id),
		listWaysVoted(db, decision.id),
		listReturned(db, decision.id),
		listPaperReadings(db, decision.id),
	])
	const roll = people.map((person) => ({ ...person, cameBy: ways.get(person.memberId) ?? null }))
	const compared = comparePapers(readings, returned)
	const nameOf = (memberId: string | null) => roll.find((person) => person.memberId === memberId)?.name ?? ''
	const voiceOf = (voiceId: string) => roll.find((person) => person.voiceId === voiceId)?.voice ?? ''
	const mine = readings.filter(({ enteredBy }) => enteredBy === readerId).map(({ number }) => number)
	const readByTwo = readings.filter(({ number }) => readings.filter((other) => other.number === number).length > 1)
	const done = new Set([...mine, ...readByTwo.map(({ number }) => number)])
	return {
		roll,
		returned: returned.length,
		voices: [
			...new Map(roll.filter(({ cameBy }) => cameBy === 'paper').map(({ voiceId, voice }) => [voiceId, voice])),
		].map(([id, name]) => ({ id, name })),
		mine,
		/** The lowest number this person may still read. */
		next: Array.from({ length: returned.length }, (_, at) => at + 1).find((number) => !done.has(number)) ?? null,
		agreed: compared.agreed.length,
		once: compared.once,
		isComplete: compared.isComplete,
		uneven: compared.uneven.map(({ voiceId, by }) => ({ voice: voiceOf(voiceId), by })),
		twice: compared.twice.map(nameOf),
		differing: compared.differing.map(({ number, readings }) => ({
			number,
			readings: readings.map(({ answer, voiceId, memberId, reason }) => ({
				says: answer ? answerWords(answer, namedAsCast(decision)) : 'Cannot be counted',
				whose: nameOf(memberId) || voiceOf(voiceId),
				reason,
			})),
		})),
	}
}

export type Papers = Awaited<ReturnType<typeof readPapers>>

/** The papers of a decision as they have been read so far; `isComplete` is what its count waits for. */
export async function papersOf(db: Connection, decisionId: string): Promise<PaperComparison> {
	return comparePapers(await listPaperReadings(db, decisionId), await listReturned(db, decisionId))
}
