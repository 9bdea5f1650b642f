import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { OnSamePaper } from './OnSamePaper.tsx'

test.each([
	[false, 'Declared for the'],
	[true, 'Declared in part B, not for everyone, for the'],
])('an interest told beside another item says whether it was declared in part B (%s)', (isPrivate, declared) => {
	const interest = {
		id: 'interest',
		memberId: 'joe',
		name: 'Joe',
		interest: 'Rents a room there',
		dispensation: '',
		isPrivate,
		meetingId: 'meeting',
		itemId: 'item',
		body: 'Board',
		startsAt: '2026-06-25T13:00:00Z',
	}
	const shown = renderToStaticMarkup(<OnSamePaper base="" elsewhere={{ interests: [interest], decisions: [] }} />)
	expect(shown.replace(/<[^>]*>/g, '')).toBe(
		`${declared} meeting of the Board, 25 June 2026, about the same paper: Joe: Rents a room there.`,
	)
})
