import { expect, test } from 'vitest'
import { board, bodyRules } from '../../../tests/given-minute.ts'
import { meetingQuorum } from '../decisions/board/meeting-quorum.ts'
import { type SaidOfAttended, type SaidOfInterest, seatsNow } from './seats-now.ts'

const came = (memberId: string, change: Partial<SaidOfAttended> = {}): SaidOfAttended => ({
	memberId,
	here: 'present',
	joined: 'room',
	late: false,
	left: false,
	substitute: '',
	...change,
})
const declared = (memberId: string, change: Partial<SaidOfInterest> = {}): SaidOfInterest => ({
	memberId,
	interest: 'Would be paid for it',
	dispensation: '',
	withdrawnAt: null,
	...change,
})
const four = ['helen', 'colin', 'ngozi', 'amina'].map((id) => came(id))
const quorum = (attended: SaidOfAttended[], interests: SaidOfInterest[] = [], rules = bodyRules) =>
	meetingQuorum({ seats: seatsNow(board, attended, interests), rules })

test.each([
	['nobody is there until somebody says so', [], [], { met: false, present: 0 }],
	['four are enough', four, [], { met: true, present: 4 }],
	['one who went is not there', [...four.slice(1), came('helen', { left: true })], [], { met: false, present: 3 }],
	[
		'one who joined remotely does not count',
		[...four.slice(1), came('helen', { joined: 'remote' })],
		[],
		{ present: 3 },
	],
	['one who came late counts', [...four.slice(1), came('helen', { late: true })], [], { met: true }],
	['a substitute counts for the seat', [...four.slice(1), came('helen', { substitute: 'Dr Ade' })], [], { met: true }],
	['an interest does not count', four, [declared('colin')], { met: false, present: 3 }],
	['one that was withdrawn does', four, [declared('colin', { withdrawnAt: new Date() })], { met: true }],
	[
		'so does one with a dispensation',
		four,
		[declared('colin', { dispensation: 'The monitoring officer' })],
		{ met: true },
	],
	[
		'too few of one kind',
		[...['helen', 'colin', 'amina', 'joe'].map((id) => came(id)), came('ngozi', { here: 'absent' })],
		[],
		{ met: false, present: 4, missing: [{ seat: 'NHS member', needed: 1, present: 0 }] },
	],
] as [string, SaidOfAttended[], SaidOfInterest[], object][])('%s', (_rule, attended, interests, answer) => {
	expect(quorum(attended, interests)).toMatchObject(answer)
})

test('where the rules count interests, only of whoever is there', () => {
	const rules = { ...bodyRules, quorum: { ...bodyRules.quorum, countsInterested: true } }
	expect(quorum(four, [declared('colin')], rules)).toMatchObject({ met: true, present: 4 })
	expect(quorum(four, [declared('joe')], rules)).toMatchObject({ present: 4 })
	const gone = [...four.filter(({ memberId }) => memberId !== 'colin'), came('colin', { left: true })]
	expect(quorum(gone, [declared('colin')], rules)).toMatchObject({ present: 3 })
})
