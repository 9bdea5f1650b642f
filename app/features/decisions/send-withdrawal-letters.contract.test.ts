import { afterAll, expect, test } from 'vitest'
import { saveDocument } from '../../../db/queries/documents.ts'
import { changePerson } from '../../../db/queries/persons.ts'
import { givenGroup, givenMember } from '../../../tests/factories.ts'
import { options } from '../../../tests/given-question.ts'
import { givenVersion } from '../../../tests/given-version.ts'
import { closes, during, givenVotes } from '../../../tests/given-votes.ts'
import type { Membership } from '../../domain/access/membership.ts'
import type { Visibility } from '../../domain/documents/document.ts'
import type { Mail } from '../../http/mailer.ts'
import { endMembership } from '../people/end-membership.server.ts'
import { sendWithdrawalLetters } from './send-withdrawal-letters.server.ts'
import { stopDecision } from './stop-decision.server.ts'
import { withdrawOption } from './withdraw-option.server.ts'

const { scratch, db, given, opened, cast } = await givenVotes()
afterAll(() => scratch.remove())

const origin = 'https://here.test'
const lostHall = { option: 'A', reason: 'The hall is gone.' }
const change = (who: Membership, to: Parameters<typeof changePerson>[2]) =>
	db.write((tx) => changePerson(tx, who.personId, to))
const addressOf = (who: Membership) => `${who.memberId}@example.org`

/** Of six people one chose it, one something else, one has not voted, one has no address, one wants no letters, one is not asked. */
async function withdrawn(secrecy: 'secret' | 'named' = 'secret', visibility: Visibility = 'public') {
	const people: Membership[] = []
	for (const name of ['Ann', 'Bob', 'Cem', 'Dot', 'Eve', 'Fay'])
		people.push(await givenMember(db, given.place, { name, voice: given.voices.citizen }))
	const [chose, other, waits, unreachable, unwilling] = people as [
		Membership,
		Membership,
		Membership,
		Membership,
		Membership,
	]
	for (const who of people) if (who !== unreachable) await change(who, { email: addressOf(who) })
	await change(unwilling, { noVoteLetters: true })
	const asked = [chose, other, waits, unreachable, unwilling]
	const group = await givenGroup(
		db,
		given.place,
		'panel',
		asked.map((member) => ({ member })),
	)
	const rules = { secrecy, quorum: 0, showsStanding: false }
	const { document, version } = await givenVersion(db, given)
	const decision = await opened({
		method: 'approval',
		options,
		rules,
		groupId: group.id,
		versionId: version.id,
	} as never)
	await cast(chose, decision.id, { marks: { A: 1 } })
	await cast(other, decision.id, { marks: { B: 1 } })
	await withdrawOption(db, given.facilitator, decision.id, lostHall, during)
	await db.write((tx) => saveDocument(tx, { ...document, visibility }))
	return { decision, expected: [chose, other, waits].map(addressOf).sort(), chose, other, waits }
}

/** What goes at `now`, by whichever process; `answer` says of each letter whether it went. */
async function sentAt(now = during, { by = db, answer = async (_nth: number) => true } = {}) {
	const sent: Mail[] = []
	const send = (letter: Mail) => {
		sent.push(letter)
		return answer(sent.length)
	}
	await sendWithdrawalLetters({ db: by, origin, send }, { now: () => now })
	return sent
}
const to = (letters: readonly Mail[]) => letters.map((letter) => letter.to).sort()
const later = (minutes: number) => new Date(during.getTime() + minutes * 60_000)

test.each(['secret', 'named'] as const)(
	'of a %s vote everybody who may vote and wants letters gets the same words once, whatever they did, and nobody else',
	async (secrecy) => {
		const { decision, expected } = await withdrawn(secrecy)
		const sent = await sentAt()
		expect(to(sent)).toEqual(expected)
		const words = sent.map(({ subject, text }) => `${subject}\n${text.replace(/^Hello .*,/, 'Hello,')}`)
		expect(new Set(words).size).toBe(1)
		expect(words[0]).toContain('“Weekend breaks” was withdrawn and can no longer be chosen.')
		expect(words[0]).toContain('The reason: The hall is gone.')
		expect(words[0]).toMatch(new RegExp(`${origin}/p/[^/]+/decisions/${decision.id}\n`))
		expect(words[0]).toContain(`${origin}/account/name`)
		expect(words[0]).not.toMatch(/your vote for|you chose it|you voted for/i)
		for (const now of [during, later(60)]) expect(await sentAt(now)).toEqual([])
	},
)

test.each(['group', 'circle'] as const)('what only a %s may read is in no e-mail', async (visibility) => {
	await withdrawn('secret', visibility)
	const sent = await sentAt()
	expect(sent).toHaveLength(3)
	for (const { subject, text } of sent) expect(subject + text).not.toMatch(/Weekend breaks|hall|become a priority/)
})

test('after a stop in mid-list the others go at once, and the one under way once more and never again', async () => {
	const { expected } = await withdrawn()
	const stopped = new Error('stopped')
	const before: Mail[] = []
	const dying = sendWithdrawalLetters(
		{
			db,
			origin,
			async send(letter) {
				before.push(letter)
				if (before.length === 2) throw stopped
				return true
			},
		},
		{ now: () => during },
	)
	await expect(dying).rejects.toBe(stopped)

	const restarted = await scratch.reopen()
	const [done, underWay] = before.map((letter) => letter.to)
	expect(to(await sentAt(later(1), { by: restarted }))).toEqual(
		expected.filter((one) => one !== done && one !== underWay),
	)
	const dieAgain = async () => {
		throw stopped
	}
	await expect(sentAt(later(11), { by: restarted, answer: dieAgain })).rejects.toBe(stopped)
	expect(await sentAt(later(60), { by: restarted })).toEqual([])
	expect(await sentAt(later(120), { by: restarted })).toEqual([])
})

test('a stop that is asked for lets the letter under way go and keeps the rest', async () => {
	const { expected } = await withdrawn()
	const first: Mail[] = []
	const send = async (letter: Mail) => first.push(letter) > 0
	await sendWithdrawalLetters({ db, origin, send }, { now: () => during, isStopped: () => first.length === 1 })
	expect(first).toHaveLength(1)
	expect([...to(first), ...to(await sentAt(later(60)))].sort()).toEqual(expected)
})

test('two processes at once send each letter once', async () => {
	const { expected } = await withdrawn()
	const elsewhere = await scratch.reopen()
	const sent = await Promise.all([sentAt(), sentAt(during, { by: elsewhere }), sentAt()])
	expect(to(sent.flat())).toEqual(expected)
})

test('what the mail server refuses is tried once more, ten minutes later, and holds nobody up', async () => {
	const { expected } = await withdrawn()
	const refused = await sentAt(during, { answer: async (nth) => nth !== 1 })
	expect(to(refused)).toEqual(expected)
	expect(await sentAt(later(9))).toEqual([])
	expect(to(await sentAt(later(10)))).toEqual([refused[0]!.to])
	expect(await sentAt(later(60))).toEqual([])
})

test('whoever left or wants no letters any more gets none', async () => {
	const { chose, other, waits } = await withdrawn()
	await change(chose, { noVoteLetters: true })
	await db.write((tx) =>
		endMembership(tx, given.place, {
			memberId: other.memberId,
			actorId: other.memberId,
			kind: 'member-left',
			at: during,
		}),
	)
	expect(to(await sentAt())).toEqual([addressOf(waits)])
	expect(await sentAt(later(60))).toEqual([])
})

test('nobody is told to vote again in a vote that is over', async () => {
	await withdrawn()
	expect(await sentAt(closes)).toEqual([])
	const { decision } = await withdrawn()
	await stopDecision(db, given.facilitator, decision.id, 'Another way was found.', during)
	expect(await sentAt()).toEqual([])
	expect(await sentAt(later(60))).toEqual([])
})
