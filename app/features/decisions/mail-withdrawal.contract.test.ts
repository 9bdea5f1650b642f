import { afterAll, expect, test } from 'vitest'
import { changePerson } from '../../../db/queries/persons.ts'
import { givenGroup, givenMember } from '../../../tests/factories.ts'
import { options } from '../../../tests/given-question.ts'
import { during, givenVotes } from '../../../tests/given-votes.ts'
import type { Membership } from '../../domain/access/membership.ts'
import type { Visibility } from '../../domain/documents/document.ts'
import type { Mail } from '../../http/mailer.ts'
import { mailWithdrawal } from './mail-withdrawal.server.ts'
import { withdrawOption } from './withdraw-option.server.ts'

const { scratch, db, given, opened, cast } = await givenVotes()
afterAll(() => scratch.remove())

const link = 'https://here.test/p/harbourside/decisions/one'
const lostHall = { option: 'A', reason: 'The hall is gone.' }
const give = (who: Membership, email: string) => db.write((tx) => changePerson(tx, who.personId, { email }))

/** One chose it, one something else, one has not voted, one has no address, one is not asked. */
async function withdrawn(secrecy: 'secret' | 'named', visibility: Visibility = 'public') {
	const people = []
	for (const name of ['Ann', 'Bob', 'Cem', 'Dot', 'Eve'])
		people.push(await givenMember(db, given.place, { name, voice: given.voices.citizen }))
	const [chose, other, waits, unreachable, outsider] = people as [
		Membership,
		Membership,
		Membership,
		Membership,
		Membership,
	]
	const to = (who: Membership) => `${who.memberId}@example.org`
	for (const who of [chose, other, waits, outsider]) await give(who, to(who))
	const group = await givenGroup(
		db,
		given.place,
		'panel',
		[chose, other, waits, unreachable].map((member) => ({ member })),
	)
	const rules = { secrecy, quorum: 0, showsStanding: false }
	const decision = await opened({ method: 'approval', options, rules, groupId: group.id } as never)
	await cast(chose, decision.id, { marks: { A: 1 } })
	await cast(other, decision.id, { marks: { B: 1 } })
	await withdrawOption(db, given.facilitator, decision.id, lostHall, during)
	const sent: Mail[] = []
	const send = async (letter: Mail) => sent.push(letter)
	const told = {
		partnership: 'Harbourside',
		decision: { ...decision, about: { visibility } },
		withdrawal: lostHall,
		link,
	}
	await mailWithdrawal({ db: db.read, send }, decision.id, told)
	return { sent, expected: [chose, other, waits].map(to) }
}

test.each(['secret', 'named'] as const)(
	'of a %s vote everybody who may vote gets the same words, whatever they did, and nobody else gets any',
	async (secrecy) => {
		const { sent, expected } = await withdrawn(secrecy)
		expect(sent.map(({ to }) => to)).toEqual(expected)
		const words = sent.map(({ subject, text }) => `${subject}\n${text.replace(/^Hello .*,/, 'Hello,')}`)
		expect(new Set(words).size).toBe(1)
		expect(words[0]).toContain('“Weekend breaks” was withdrawn and can no longer be chosen.')
		expect(words[0]).toContain('The reason: The hall is gone.')
		expect(words[0]).toContain(link)
		expect(words[0]).not.toMatch(/your vote for|you chose it|you voted for/i)
	},
)

test.each(['group', 'circle'] as const)('what only a %s may read is in no e-mail', async (visibility) => {
	const { sent } = await withdrawn('secret', visibility)
	expect(sent).toHaveLength(3)
	for (const { subject, text } of sent) expect(subject + text).not.toMatch(/Weekend breaks|hall|become a priority/)
})
