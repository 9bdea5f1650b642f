import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NamingItems } from './NamingItems.tsx'

const meeting = { id: 'm', reference: 'MTG-2026-001', body: 'Board', startsAt: '2026-06-25T13:00:00Z' }

test.each([
	['one interest', 1, false, '1 interest'],
	['more, and notes', 2, true, '2 interests and what was said'],
	['notes alone', 0, true, 'what was said'],
])('%s in a meeting that more people would read', (_what, interests, isNoted, words) => {
	const shown = renderToStaticMarkup(<NamingItems meetings={[{ ...meeting, interests, isNoted }]} />)
	expect(shown).toContain(`<li>MTG-2026-001, Board, 25 June 2026: ${words}</li>`)
	expect(shown).toContain('on the agenda of a meeting where')
})
