import { expect, test } from 'vitest'
import { isStanding, refuseNaming, type SupportMonths, supportUntil } from './supporter.ts'

const now = new Date('2026-06-01T09:00:00Z')
const later = new Date('2026-07-01T09:00:00Z')
const standing = { supporterId: 's', until: later, endedAt: null }
const stranger = { id: 's', leftAt: null }

test.each<[string, Parameters<typeof refuseNaming>, ReturnType<typeof refuseNaming>]>([
	['another member', ['m', stranger, [], now], null],
	['somebody else than the one there is', ['m', { id: 't', leftAt: null }, [standing], now], null],
	['again, once it is over', ['m', stranger, [standing], later], null],
	['again, once it was ended', ['m', stranger, [{ ...standing, endedAt: now }], now], null],
	['nobody here', ['m', null, [], now], 'member-unknown'],
	['somebody who left', ['m', { id: 's', leftAt: now }, [], now], 'member-unknown'],
	['oneself', ['s', stranger, [], now], 'supports-themselves'],
	['the same one twice', ['m', stranger, [standing], now], 'named-already'],
])('naming %s', (_who, asked, refused) => {
	expect(refuseNaming(...asked)).toBe(refused)
})

test('it is over at the stated moment, not after it', () => {
	expect(isStanding(standing, new Date(later.getTime() - 1))).toBe(true)
	expect(isStanding(standing, later)).toBe(false)
	expect(isStanding({ ...standing, endedAt: now }, now)).toBe(false)
})

test.each<[string, SupportMonths, string]>([
	['2026-06-01T09:00:00.000Z', 1, '2026-07-01T09:00:00.000Z'],
	['2026-11-30T09:00:00.000Z', 3, '2027-02-28T09:00:00.000Z'],
	['2028-02-29T09:00:00.000Z', 12, '2029-02-28T09:00:00.000Z'],
	['2026-12-31T23:59:59.999Z', 1, '2027-01-31T23:59:59.999Z'],
])('%s and %i months is %s', (from, months, until) => {
	expect(supportUntil(new Date(from), months).toISOString()).toBe(until)
})
