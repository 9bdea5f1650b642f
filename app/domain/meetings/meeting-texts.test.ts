import { expect, test } from 'vitest'
import { removeNames } from '../decisions/board/remove-names.ts'
import { type MeetingWords, meetingTexts } from './meeting-texts.ts'

const titleChanges = null
const item = {
	id: 'one',
	number: 1,
	title: 'Winter',
	titleChanges,
	presenter: '',
	privateReason: null,
	lateReason: null,
}
const words: MeetingWords = {
	meeting: {
		place: 'At Ann Lee’s',
		shortNoticeReason: 'Ann Lee was ill.',
		calledOffReason: 'Ann Lee is still ill.',
		moves: [
			{
				startsAt: '2026-12-01T14:00:00.000Z',
				place: 'Ann Lee’s hall',
				movedAt: '2026-11-22T09:00:00.000Z',
				reason: 'Ann Lee cannot open it.',
				shortNoticeReason: 'Ann Lee rang today.',
			},
		],
	},
	items: [
		{
			...item,
			title: 'What Ann Lee asked',
			titleChanges: [
				{ title: 'What Ann Lee said', changedAt: '2026-11-23T09:00:00.000Z', reason: 'Ann Lee asked only.' },
			],
			presenter: 'Dr Ann Lee',
			privateReason: 'it is about Ann Lee',
			lateReason: 'Ann Lee asked late.',
			takenOffReason: null,
			noted: 'ann lee and Lee spoke. Lee Street stays open.',
		},
		{ ...item, id: 'gone', number: null, takenOffReason: 'Ann Lee took it back.', noted: null },
	],
	attended: [{ memberId: 'joe', substitute: 'Ann Lee' }],
	interests: [
		{
			id: 'stands',
			itemId: 'one',
			interest: 'Lodges with Ann Lee',
			dispensation: 'Ann Lee’s brother allowed it',
			withdrawnAt: null,
			withdrawnReason: null,
		},
		{
			id: 'withdrawn',
			itemId: 'one',
			interest: 'Owes Ann Lee £5',
			dispensation: '',
			withdrawnAt: new Date(0),
			withdrawnReason: 'It was another Ann Lee.',
		},
	],
	removals: [{ id: 'earlier', reason: 'Ann Lee asked for her neighbour.' }],
}

const removed = (names: string[], picked?: ReadonlySet<number>) => {
	const answer = removeNames(words, meetingTexts, { names, reason: 'She asked.', members: ['Joe'], picked })
	if ('refused' in answer) throw new Error(answer.refused)
	return answer
}

test('a name goes wherever it was typed on the agenda and in the minutes, whatever became of the item', () => {
	const { words: left, places } = removed(['Ann Lee'])
	expect(JSON.stringify(left)).not.toMatch(/Ann\s+Lee/i)
	expect(places.map((place) => [place.in, place.item])).toEqual([
		['place', undefined],
		['short-notice', undefined],
		['called-off', undefined],
		['moved', undefined],
		['moved', undefined],
		['short-notice', undefined],
		['substitute', undefined],
		['title', 1],
		['title', 1],
		['retitled', 1],
		['presenter', 1],
		['private', 1],
		['late', 1],
		['noted', 1],
		['taken-off', null],
		['interest', 1],
		['dispensation', 1],
		['interest', 1],
		['withdrawal', 1],
		['removal', undefined],
	])
})

test('nothing but words changes by it', () => {
	const { words: left } = removed(['Ann Lee'])
	const facts = (some: MeetingWords) => [
		some.items.map(({ id, number }) => [id, number]),
		some.attended.map(({ memberId }) => memberId),
		some.interests.map(({ id, itemId, withdrawnAt }) => [id, itemId, withdrawnAt]),
	]
	expect(facts(left)).toEqual(facts(words))
	expect(left.items[1]).toMatchObject({ title: 'Winter', privateReason: null, noted: null })
})

test('a withdrawn interest loses the name, and what stands around it is not told', () => {
	const { places } = removed(['Ann Lee'])
	const [stands, withdrawn] = places.filter((place) => place.in === 'interest')
	expect(stands).toMatchObject({ before: 'Lodges with ', words: 'Ann Lee' })
	expect(withdrawn).toMatchObject({ before: '', words: 'Ann Lee', after: '' })
	expect(JSON.stringify(removed(['Ann']))).not.toContain('"before":"Owes')
})

test('one word of a title or of what was concluded goes only where it was picked', () => {
	const { toPick } = removed(['Lee'])
	expect(toPick.map((place) => [place.in, place.before.slice(-8) + place.words])).toEqual([
		['title', 'hat Ann Lee'],
		['title', 'hat Ann Lee'],
		['noted', 'lee and Lee'],
		['noted', ' spoke. Lee'],
	])
	const { words: left } = removed(['Lee'], new Set([2]))
	expect(left.items[0]!.noted).toBe('ann lee and [name removed] spoke. Lee Street stays open.')
})
