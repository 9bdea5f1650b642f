import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { listWaitingRescues } from '../db/queries/live-documents.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { type GivenPartnership, givenPartnership } from '../tests/factories.ts'
import { givenDocument, givenLiveServer, readState } from '../tests/live/harbour.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let given: GivenPartnership

beforeAll(async () => {
	scratch = await scratchDatabase()
	given = await givenPartnership(scratch.db)
})
afterAll(() => scratch.remove())

type Step =
	| { do: 'write'; who: number; paragraph: number; at: number }
	| { do: 'begin'; who: number; at: number }
	| { do: 'remove'; who: number; paragraph: number }
	| { do: 'meet'; who: number }

const who = fc.nat(2)
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), who, paragraph: fc.nat(5), at: fc.nat(20) }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('begin' as const), who, at: fc.nat(5) }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('remove' as const), who, paragraph: fc.nat(5) }) },
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('meet' as const), who }) },
)

const runs = Number(process.env.LIVE_RUNS ?? 25)

/** Each word is one letter nobody else ever writes, so that each can be followed. */
const letter = (number: number) => String.fromCodePoint(0x4e00 + number)

test('every letter stands, was deleted by somebody who had seen it, or waits for its writer', {
	timeout: 120_000 + runs * 1_000,
}, async () => {
	const live = givenLiveServer(scratch.db)
	const members = [given.citizen, given.commissioner, given.provider]
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
			const document = await givenDocument(scratch.db, given)
			const docs = members.map(() => new Y.Doc())
			const written = new Map<string, number>()
			const seenAndDeleted = new Set<string>()
			const section = (doc: Y.Doc) => doc.getXmlFragment('good-life')
			const meet = async (one: number) => {
				// As a client does: what it has goes first, then it takes what there is.
				await live.merge(document.id, Y.encodeStateAsUpdate(docs[one]!), members[one]!.memberId)
				Y.applyUpdate(docs[one]!, await readState(live, document.id))
			}
			for (const one of [...steps, ...[0, 1, 2].map((last) => ({ do: 'meet' as const, who: last }))]) {
				const fragment = section(docs[one.who]!)
				if (one.do === 'meet') await meet(one.who)
				else if (one.do === 'begin') {
					const paragraph = new Y.XmlElement('paragraph')
					paragraph.insert(0, [new Y.XmlText()])
					fragment.insert(Math.min(one.at, fragment.length), [paragraph])
				} else if (fragment.length === 0) continue
				else if (one.do === 'remove') {
					const at = one.paragraph % fragment.length
					for (const seen of lettersOf(fragment.get(at) as Y.XmlElement)) seenAndDeleted.add(seen)
					fragment.delete(at, 1)
				} else {
					const text = (fragment.get(one.paragraph % fragment.length) as Y.XmlElement).get(0) as Y.XmlText
					const word = letter(written.size)
					written.set(word, one.who)
					text.insert(Math.min(one.at, text.length), word)
				}
			}
			const final = new Y.Doc()
			Y.applyUpdate(final, await readState(live, document.id))
			const standing = new Set(lettersOf(section(final)))
			const waiting = await Promise.all(
				members.map(async ({ memberId }) =>
					(await listWaitingRescues(scratch.db.read, document.id, memberId)).map(({ words }) => words).join(''),
				),
			)
			for (const [word, writer] of written) {
				const places = {
					stands: standing.has(word),
					deleted: seenAndDeleted.has(word),
					waits: waiting[writer]!.includes(word),
				}
				expect({ word, writer, ...places }).toSatisfy(() => places.stands || places.deleted || places.waits)
				expect(places.stands && places.waits).toBe(false)
			}
		}),
		{ numRuns: runs },
	)
	await live.close()
})

function lettersOf(type: Y.XmlFragment): string[] {
	return [...type.toString().replaceAll(/<[^>]*>/g, '')]
}
