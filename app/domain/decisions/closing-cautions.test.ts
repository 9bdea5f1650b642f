import { expect, test } from 'vitest'
import { type ClosingCaution, closingCautions } from './closing-cautions.ts'
import type { DecisionKind } from './decision.ts'

const now = new Date('2026-06-01T12:00:00Z')
const fivePm = { hour: 17, minute: 0 }

test.each<[string, DecisionKind, string, { hour: number; minute: number }, ClosingCaution[]]>([
	['advice for a week', 'show-of-views', '2026-06-08T16:00:00Z', fivePm, []],
	['advice for exactly a day', 'show-of-views', '2026-06-02T12:00:00Z', fivePm, []],
	['advice for less than a day', 'show-of-views', '2026-06-02T11:59:59Z', fivePm, ['short']],
	['a panel vote for exactly three days', 'panel-vote', '2026-06-04T12:00:00Z', fivePm, []],
	['a panel vote for less than three days', 'panel-vote', '2026-06-04T11:59:59Z', fivePm, ['short']],
	['the last minute before ten', 'panel-vote', '2026-06-08T16:00:00Z', { hour: 21, minute: 59 }, []],
	['ten in the evening', 'panel-vote', '2026-06-08T16:00:00Z', { hour: 22, minute: 0 }, ['at-night']],
	['a minute to midnight', 'panel-vote', '2026-06-08T16:00:00Z', { hour: 23, minute: 59 }, ['at-night']],
	['midnight, which begins a day', 'panel-vote', '2026-06-08T16:00:00Z', { hour: 0, minute: 0 }, ['midnight']],
	['a minute past midnight', 'panel-vote', '2026-06-08T16:00:00Z', { hour: 0, minute: 1 }, ['at-night']],
	['seven in the morning', 'panel-vote', '2026-06-08T16:00:00Z', { hour: 7, minute: 0 }, []],
	['short and at night', 'show-of-views', '2026-06-01T13:00:00Z', { hour: 5, minute: 0 }, ['short', 'at-night']],
])('%s', (_what, kind, closesAt, clock, cautions) => {
	expect(closingCautions({ kind, closesAt: new Date(closesAt), clock }, now)).toEqual(cautions)
})
