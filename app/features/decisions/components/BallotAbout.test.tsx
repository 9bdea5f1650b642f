import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { someMotion } from '../../../../tests/given-question.ts'
import type { ShownDecision } from '../present-decision.server.ts'
import { BallotAbout } from './BallotAbout.tsx'

test('on their supporter’s page a ballot speaks of whoever it belongs to', () => {
	const rules = { ...someMotion.rules, secrecy: 'secret', voiceLock: [{ voiceId: 'provider', quorum: 1 }] }
	const about = { documentId: 'x', title: 'Breaks', number: 3, fingerprint: 'abcd' }
	const decision = { ...someMotion, rules, about } as unknown as ShownDecision
	const markup = renderToStaticMarkup(<BallotAbout decision={decision} base="/p/h" helping={{ name: 'Doreen' }} />)
	expect(markup).toContain('that may show how Doreen voted')
	expect(markup).not.toMatch(/\byou\b/i)
	expect(renderToStaticMarkup(<BallotAbout decision={decision} base="/p/h" />)).toContain('that may show how you voted')
})
