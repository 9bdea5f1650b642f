import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { choosing, someMotion } from '../../../../tests/given-question.ts'
import type { ShownDecision } from '../present-decision.server.ts'
import { DecisionSeal } from './DecisionSeal.tsx'

const about = { documentId: 'x', title: 'Breaks', number: 3, fingerprint: 'abcd' }
const sealed = (told: object) => {
	const decision = { ...told, about, electors: 9, shortSeal: 'ef01' } as unknown as ShownDecision
	return renderToStaticMarkup(<DecisionSeal decision={decision} base="/p/h" />)
}
const exception = ', except that something can be withdrawn, with a public reason.'

test.each([
	['what people choose from can be withdrawn', choosing('approval'), `Nobody can change it${exception}`],
	['a motion has nothing to withdraw', someMotion, 'Nobody can change it. '],
	['a closed vote', { ...choosing('approval'), state: 'closed' }, `Nobody could change it${exception}`],
])('what a seal says is fixed: %s', (_case, decision, words) => {
	expect(sealed(decision)).toContain(words)
})

test('the codes are folded below the words, whole and once', () => {
	const [words, codes] = sealed(someMotion).split('<details') as [string, string]
	expect(words).toContain('these words and no others')
	expect(words).not.toMatch(/abcd|ef01|fingerprint/)
	expect(codes).toMatch(/fingerprint of the words is <code>abcd<\/code>.*seal of this vote is <code>ef01<\/code>/)
})

test('a panel vote is told apart from a board decision, whoever holds it', () => {
	const apart = 'Even where a board holds it, it is not a board decision'
	expect(sealed({ ...someMotion, kind: 'panel-vote' })).toContain(apart)
	expect(sealed({ ...someMotion, kind: 'show-of-views' })).not.toContain(apart)
})
