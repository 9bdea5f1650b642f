import { expect, test } from 'vitest'
import { pounds } from './money.ts'

test.each([
	['nothing', 0, '£0'],
	['whole pounds have no pence', 120_000, '£1,200'],
	['pence have two digits', 120_050, '£1,200.50'],
	['millions', 123_456_789_00, '£123,456,789'],
	['less than nothing, with a true minus', -500, '−£5'],
])('%s', (_rule, pence, written) => {
	expect(pounds(pence)).toBe(written)
})
