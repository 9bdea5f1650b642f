import { expect, test } from 'vitest'
import { type Entry, noEntry, sealEntry } from './entry.ts'
import { verify } from './verify.ts'

function chain(length: number): Entry[] {
	const entries: Entry[] = []
	for (let number = 1; number <= length; number++) {
		const content = {
			partnershipId: 'p',
			number,
			kind: 'ballot-cast' as const,
			subjectId: `d${number}`,
			actorId: null,
			details: { voters: number },
			at: new Date(Date.UTC(2026, 0, number)),
		}
		entries.push(sealEntry(content, entries.at(-1)?.hash ?? noEntry))
	}
	return entries
}

test('an untouched chain is unbroken, and so is an empty one', async () => {
	const entries = chain(5)
	expect(await verify(entries)).toEqual({ unbroken: true, entries: 5, head: entries[4]!.hash })
	expect(await verify([])).toEqual({ unbroken: true, entries: 0, head: noEntry })
})

test.each<[string, (entries: Entry[]) => Entry[], number, string]>([
	['a detail altered', (e) => e.with(2, { ...e[2]!, details: { voters: 99 } }), 3, 'content-changed'],
	['an actor put in', (e) => e.with(1, { ...e[1]!, actorId: 'somebody' }), 2, 'content-changed'],
	['the first one altered', (e) => e.with(0, { ...e[0]!, subjectId: 'x' }), 1, 'content-changed'],
	['one removed', (e) => e.toSpliced(2, 1), 3, 'number-missing'],
	[
		'one removed and the rest renumbered',
		(e) => e.toSpliced(2, 1).map((x, i) => ({ ...x, number: i + 1 })),
		3,
		'link-broken',
	],
	[
		'one altered and sealed again',
		(e) => e.with(1, sealEntry({ ...e[1]!, subjectId: 'x' }, e[0]!.hash)),
		3,
		'link-broken',
	],
])('%s is found at the right entry', async (_what, tamper, firstBroken, why) => {
	expect(await verify(tamper(chain(5)))).toMatchObject({ unbroken: false, firstBroken, why })
})
