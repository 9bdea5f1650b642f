import { expect, test } from 'vitest'
import { earlierMeetings, lastMeeting } from './last-meeting.ts'

const at = (day: string) => new Date(`2026-${day}T14:00:00Z`)
const told = at('06-01')
const may = { id: 'may', startsAt: at('05-12'), publishedAt: at('05-01'), calledOffAt: null }
const june = { id: 'june', startsAt: at('06-12'), publishedAt: at('05-20'), calledOffAt: null }
/** Drawn up and published once the agenda of July was. */
const between = { id: 'between', startsAt: at('06-26'), publishedAt: at('06-10'), calledOffAt: null }
const july = { startsAt: at('07-12'), publishedAt: told, kept: 'june' }

type Other = Parameters<typeof lastMeeting>[1][number]

test.each<[string, Parameters<typeof lastMeeting>[0], Other[], string | undefined]>([
	['the one that was meant', july, [may, june], 'june'],
	['still that one, whatever was drawn up since', july, [june, between, may], 'june'],
	['of a draft, the latest', { ...july, publishedAt: null, kept: null }, [june, between, may], 'between'],
	['where none was kept, the latest that people knew of', { ...july, kept: null }, [june, between], 'june'],
	['the one before, where that one was called off', july, [may, { ...june, calledOffAt: told }], 'may'],
	['the one before, where that one was moved behind it', july, [may, { ...june, startsAt: at('07-20') }], 'may'],
	['no draft', july, [{ ...june, publishedAt: null }], undefined],
	['none, where there is none', july, [], undefined],
])('minutes of last time: %s', (_which, meeting, others, id) => {
	expect(lastMeeting(meeting, others)?.id).toBe(id)
})

test.each<[string, Other[], string[]]>([
	['the one that was meant', [may, june], ['june']],
	['and one that was held since', [between, june, may], ['june', 'between']],
	['not one that is still to come', [june, { ...between, startsAt: at('07-05') }], ['june']],
	['not one that was called off', [june, { ...between, calledOffAt: told }], ['june']],
	['one that was held since alone, where there was none', [between], ['between']],
])('minutes that come to a meeting: %s', (_which, others, ids) => {
	expect(earlierMeetings(july, others, at('07-01')).map(({ id }) => id)).toEqual(ids)
})
