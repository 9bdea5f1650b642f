import { expect, test } from 'vitest'
import { minute } from '../../../../tests/given-minute.ts'
import { asDecision } from './as-decision.ts'
import { verifyMinute } from './verify-minute.ts'

const versionFingerprint = 'f'.repeat(64)
const decision = asDecision(minute, versionFingerprint)
const kept = { stored: minute, read: minute, versionFingerprint }
const recorded = { kind: 'board-decision-recorded' as const, details: { seal: decision.seal } }
const removed = { kind: 'minute-names-removed' as const, details: {} }
const moved = { ...minute, place: 'Somewhere else' }

test('a minute as it was sealed, and one that was corrected since, are in order', () => {
	expect(verifyMinute(decision, kept, [recorded])).toEqual([])
	const again = asDecision(moved, versionFingerprint)
	const corrected = { kind: 'board-decision-corrected' as const, details: { seal: again.seal } }
	expect(verifyMinute(again, { ...kept, stored: moved, read: moved }, [recorded, corrected])).toEqual([])
})

test('one that was completed on reading is compared as it was sealed', () => {
	expect(verifyMinute(decision, { ...kept, read: { ...minute, reasons: 'Asked for later.' } }, [recorded])).toEqual([])
})

test('names taken out change the minute and not its seal; a later correction seals what is left', () => {
	expect(verifyMinute(decision, { ...kept, stored: moved }, [recorded, removed])).toEqual([])
	expect(verifyMinute(decision, { ...kept, stored: moved }, [removed, recorded])).toEqual(['seal-changed'])
})

test('what was changed by hand is named', () => {
	expect(verifyMinute(decision, kept, [])).toEqual(['not-recorded'])
	expect(verifyMinute(decision, { ...kept, stored: moved }, [recorded])).toEqual(['seal-changed'])
	expect(verifyMinute({ ...decision, seal: 'a' }, kept, [recorded, removed])).toEqual(['seal-changed'])
	const result = { ...decision.result, outcome: 'not-agreed' as const }
	expect(verifyMinute({ ...decision, result }, kept, [recorded])).toEqual(['result-changed'])
})
