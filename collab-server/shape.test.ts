import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { seed } from '../tests/seed.ts'
import { readShape } from './shape.ts'

fc.configureGlobal({ seed })

const limits = { nesting: 64 }

function updatesOf(work: (doc: Y.Doc) => void): Uint8Array {
	const doc = new Y.Doc()
	doc.clientID = 7
	work(doc)
	return Y.encodeStateAsUpdate(doc)
}

describe('what an honest client sends', () => {
	test.each<[string, (doc: Y.Doc) => void, number]>([
		['letters', (doc) => doc.getText('t').insert(0, 'abc'), 3],
		['letters of every script, counted as Yjs counts', (doc) => doc.getText('t').insert(0, 'Môn 🌱'), 6],
		['bold words', (doc) => doc.getText('t').insert(0, 'abc', { bold: {} }), 5],
		['a paragraph', (doc) => doc.getXmlFragment('s').insert(0, [new Y.XmlElement('paragraph')]), 1],
		[
			'every kind of value',
			(doc) =>
				doc
					.getArray('a')
					.insert(0, [
						1,
						-70,
						2.5,
						1e40,
						'x',
						true,
						false,
						null,
						[1, [2]],
						{ a: { b: [] }, c: {} },
						new Uint8Array(3),
						[2n],
					]),
			12,
		],
		['types in maps', (doc) => doc.getMap('m').set('k', new Y.Array()), 1],
		['an embed', (doc) => doc.getText('t').insertEmbed(0, { image: 'x' }), 1],
		['a document in a document', (doc) => doc.getMap('m').set('d', new Y.Doc()), 1],
		['nothing', () => undefined, 0],
	])('%s', (_what, work, length) => {
		const shape = readShape(updatesOf(work), limits)
		expect(shape).toMatchObject({ deletes: [] })
		const brought = 'refused' in shape ? -1 : shape.brings.reduce((sum, { clock, end }) => sum + end - clock, 0)
		expect(brought).toBe(length)
	})

	test('deletions are named', () => {
		const update = updatesOf((doc) => {
			doc.getText('t').insert(0, 'abcdef')
			doc.getText('t').delete(1, 2)
		})
		expect(readShape(update, limits)).toEqual({
			brings: [{ client: 7, clock: 0, end: 6 }],
			deletes: [{ client: 7, clock: 1, end: 3 }],
		})
	})

	test('what it reads is what Yjs reads', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(30), fc.string({ unit: 'grapheme' }), fc.boolean())), (steps) => {
				const update = updatesOf((doc) => {
					const text = doc.getText('t')
					for (const [at, words, remove] of steps) {
						if (remove && text.length > 0) text.delete(at % text.length, 1)
						else text.insert(Math.min(at, text.length), words)
					}
				})
				const shape = readShape(update, limits)
				if ('refused' in shape) throw new Error(shape.refused)
				const { from, to } = Y.parseUpdateMeta(update)
				const ends = new Map(shape.brings.map(({ client, end }) => [client, end]))
				expect(ends).toEqual(to)
				expect([...from.keys()]).toEqual([...ends.keys()])
			}),
		)
	})
})

describe('what nobody honest sends', () => {
	const nested = (levels: number) => {
		let value: unknown = 1
		for (let level = 0; level < levels; level++) value = [value]
		return value
	}

	test.each<[string, Uint8Array, string]>([
		['nested lists', updatesOf((doc) => doc.getArray('a').insert(0, [nested(65)])), 'too-deep'],
		['nested JSON in an embed', updatesOf((doc) => doc.getText('t').insertEmbed(0, nested(65) as object)), 'too-deep'],
		['an empty frame', Uint8Array.of(), 'malformed'],
		['something after the end', Uint8Array.of(0, 0, 0), 'malformed'],
		['more structs than bytes', Uint8Array.of(1, 255, 255, 255, 15, 7, 0, 0, 0), 'malformed'],
		['a struct of no length', Uint8Array.of(1, 1, 7, 0, 0, 0, 0), 'malformed'],
		['a clock beyond 31 bits', Uint8Array.of(1, 1, 7, 0, 0, 255, 255, 255, 255, 15, 0), 'malformed'],
		['an unknown kind of content', Uint8Array.of(1, 1, 7, 0, 12, 1, 1, 116, 0), 'malformed'],
		['a number that never ends', new Uint8Array(40).fill(255), 'malformed'],
	])('%s', (_what, update, refused) => {
		expect(readShape(update, limits)).toEqual({ refused })
	})

	const deletions = (clients: number, each: number) =>
		Uint8Array.of(
			0,
			clients,
			...Array.from({ length: clients }, (_, client) => [
				client,
				each,
				...Array.from({ length: each }, (_, at) => [at * 2, 1]).flat(),
			]).flat(),
		)
	const letters = (clients: number, each: number) =>
		Uint8Array.of(
			clients,
			...Array.from({ length: clients }, (_, client) => [each, client, 0, ...Array(each).fill([0, 1]).flat()]).flat(),
			0,
		)
	test.each([
		['deletions', deletions(2, 5), deletions(2, 6)],
		['structs', letters(2, 5), letters(2, 6)],
	])('more %s than an edit may have, over all its clients', (_what, enough, more) => {
		expect(readShape(enough, { nesting: 64, editParts: 10 })).not.toHaveProperty('refused')
		expect(readShape(more, { nesting: 64, editParts: 10 })).toEqual({ refused: 'tangled' })
		expect(readShape(more, { nesting: 64 })).not.toHaveProperty('refused')
	})

	test('it ends, and never throws, on any bytes; what it lets pass, Yjs applies', () => {
		const honest = updatesOf((doc) => {
			doc.getText('t').insert(0, 'abc', { bold: true })
			doc.getXmlFragment('s').insert(0, [new Y.XmlElement('p'), new Y.XmlText('x')])
			doc.getArray('a').insert(0, [{ k: [1, 'x', null] }])
			doc.getText('t').delete(0, 1)
		})
		const mutated = fc
			.array(fc.tuple(fc.nat(honest.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
			.map((changes) => {
				const update = honest.slice()
				for (const [at, byte] of changes) update[at] = byte
				return update
			})
		let passed = 0
		fc.assert(
			fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 60 })), (update) => {
				const shape = readShape(update, limits)
				if ('refused' in shape) return
				passed++
				Y.decodeUpdate(update)
			}),
			{ numRuns: 3_000 },
		)
		expect(passed).toBeGreaterThan(10)
	})
})
