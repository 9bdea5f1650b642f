import { expect, test } from 'vitest'
import { choosing, electors } from '../../../tests/given-question.ts'
import type { Choosing } from './decision.ts'
import { drawTieOrder } from './methods/tie-order.ts'
import { lotSeed, sealOf } from './seal.ts'
import { type Difference, verifySeal } from './verify-result.ts'

const sealed = { versionFingerprint: 'f', electorate: electors }

/** As opening does it: the lot from everything else, then the seal over the lot too. */
function opened(): Choosing {
	const asked = choosing('irv')
	const tieSeed = lotSeed({ ...asked, ...sealed })
	const ids = asked.options.map(({ id }) => id)
	const drawn = { ...asked, tieSeed, tieOrder: drawTieOrder(tieSeed, ids) }
	return { ...drawn, seal: sealOf({ ...drawn, ...sealed }) }
}

const decision = opened()
const recorded = { seal: decision.seal }
const turned = [...decision.tieOrder].reverse()

test('the lot drawn again from the sealed words is the lot that was kept', () => {
	expect(verifySeal(decision, sealed, recorded)).toEqual([])
	expect(verifySeal(decision, { ...sealed, electorate: [...electors].reverse() }, recorded)).toEqual([])
})

test.each<[string, Partial<Choosing>, Difference]>([
	['another order', { tieOrder: turned }, 'lot-changed'],
	[
		'another seed, and the order it gives',
		{ tieSeed: 'chosen', tieOrder: drawTieOrder('chosen', turned) },
		'seed-changed',
	],
	['other words', { question: 'Which do we keep?' }, 'seed-changed'],
	['another rule for the list', { shortlist: { rule: 'Sent in by May.', leftOut: [] } }, 'seed-changed'],
	['another moment of opening', { opensAt: decision.closesAt }, 'seed-changed'],
])('%s is found, even sealed again', (_what, change, found) => {
	const changed = { ...decision, ...change }
	expect(verifySeal(changed, sealed, recorded)).toEqual(expect.arrayContaining(['seal-changed', found]))
	const again = { ...changed, seal: sealOf({ ...changed, ...sealed }) }
	expect(verifySeal(again, sealed, recorded)).toEqual(expect.arrayContaining(['seal-changed', found]))
	expect(verifySeal(again, sealed, { seal: again.seal })).toContain(found)
})

test('a roll or words that are not those that were sealed, and an opening that was never recorded', () => {
	expect(verifySeal(decision, { ...sealed, electorate: electors.slice(1) }, recorded)).toContain('seal-changed')
	expect(verifySeal(decision, { ...sealed, versionFingerprint: 'e' }, recorded)).toContain('seal-changed')
	expect(verifySeal(decision, sealed, null)).toEqual(['seal-changed'])
})
