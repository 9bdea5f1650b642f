import { expect, test } from 'vitest'
import { findNhsNumbers } from './nhs-number.ts'

// 943 476 5919 and 401 023 2137 are the published examples; nobody has them.
test.each([
	['as it stands on a letter', 'My number is 943 476 5919.', ['943 476 5919']],
	['without spaces', '4010232137', ['4010232137']],
	['a wrong check digit', '943 476 5918', []],
	['a phone number', '0117 496 0123 or 07700 900123', []],
	['more digits than ten', '94347659190', []],
	['money and years', '£1,200 in 2026 for 35 people', []],
])('%s', (_rule, text, found) => {
	expect(findNhsNumbers(text)).toEqual(found)
})
