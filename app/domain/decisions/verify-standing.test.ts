import { expect, test } from 'vitest'
import { closesAt, opensAt, someMotion } from '../../../tests/given-question.ts'
import type { Details, Entry, RecordKind } from '../record/entry.ts'
import type { Decision } from './decision.ts'
import type { Difference } from './verify-result.ts'
import { type Around, placeDetails, verifyStanding } from './verify-standing.ts'

function entry(kind: RecordKind, at: Date, details: Details = {}): Entry {
	const about = { partnershipId: 'p', number: 1, subjectId: 'd', actorId: 'm', previousHash: '', hash: '' }
	return { ...about, kind, at, details }
}

const { kind, method, versionId } = someMotion
const older = { kind, method, versionId }
const opened = entry('decision-opened', opensAt, { ...older, ...placeDetails(someMotion) })
const cast = entry('ballot-cast', opensAt)
const takenIn = entry('paper-taken-in', opensAt)
const givenBack = entry('paper-given-back', opensAt)
const closed = entry('decision-closed', closesAt)
const ended = { state: 'closed', closedAt: closesAt } as const

test.each<[string, Partial<Decision>, Around, Entry[], Difference[]]>([
	['nobody yet', {}, { voted: 0, ballots: 0 }, [opened], []],
	['on a screen', {}, { voted: 1, ballots: 1 }, [opened, cast], []],
	['changed on a screen', {}, { voted: 1, ballots: 1 }, [opened, cast, entry('ballot-changed', opensAt)], []],
	['on paper, no ballot before the close', {}, { voted: 2, ballots: 1 }, [opened, cast, takenIn], []],
	[
		'a paper given back, and a ballot on a screen instead',
		{},
		{ voted: 1, ballots: 1 },
		[opened, takenIn, givenBack, cast],
		[],
	],
	['a paper is a ballot at the close', ended, { voted: 2, ballots: 2 }, [opened, cast, takenIn, closed], []],
	['one ballot more than people', {}, { voted: 1, ballots: 2 }, [opened, cast], ['turnout-changed']],
	['one person more than entries', {}, { voted: 2, ballots: 1 }, [opened, cast], ['turnout-changed']],
	['a ballot less at the close', ended, { voted: 2, ballots: 1 }, [opened, cast, cast, closed], ['turnout-changed']],
])('of those who have voted: %s', (_what, change, around, entries, found) => {
	expect(verifyStanding({ ...someMotion, ...change } as Decision, around, entries)).toEqual(found)
})

test('a reference or group changed is found where the opening recorded them, and elsewhere nothing is said of them', () => {
	const none = { voted: 0, ballots: 0 }
	for (const change of [{ reference: 'DEC-2026-099' }, { groupId: 'another' }]) {
		expect(verifyStanding({ ...someMotion, ...change }, none, [opened])).toEqual(['opening-changed'])
		expect(verifyStanding({ ...someMotion, ...change }, none, [{ ...opened, details: older }])).toEqual([])
	}
	expect(verifyStanding(someMotion, none, [])).toEqual(['not-recorded'])
})
