import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Away } from './SoFarBelow.tsx'

test.each([
	['nobody told anything yet', [], [], 'Told at the meeting.'],
	['absent is not the same as having sent apologies', ['Amina', 'Joe'], [], 'Absent: Amina, Joe.'],
	['whoever came instead', [], ['Dr Ade, substitute for Ngozi'], 'Dr Ade, substitute for Ngozi.'],
])('%s', (_rule, away, substitutes, words) => {
	const shown = renderToStaticMarkup(<Away away={away} substitutes={substitutes} />)
	expect(shown.replace(/<[^>]*>/g, '')).toBe(words)
})
