import { expect, test } from 'vitest'
import { type Membership, membership } from '../access/membership.ts'
import type { Visibility } from '../documents/document.ts'
import { idsIn, type Subject, sightOf } from './sight.ts'

const member = (groups: string[], role: Membership['role'] = 'member') =>
	membership({
		partnershipId: 'p',
		memberId: 'm',
		personId: 'x',
		name: 'Amina',
		voiceId: 'v',
		voice: 'Citizen',
		role,
		seats: groups.map((groupId) => ({ groupId, votes: true, office: 'none' })),
	})
const nobody = null
const outside = member([])
const seated = member(['g'])
const facilitator = member([], 'facilitator')

const group = (kind: 'panel' | 'circle'): Subject => ({
	is: 'group',
	id: 'g',
	partnershipId: 'p',
	name: 'Carers',
	kind,
})
const document = (visibility: Visibility): Subject => ({
	is: 'document',
	id: 'd',
	reference: 'PRI-2026-001',
	title: 'Breaks',
	document: { partnershipId: 'p', groupId: 'g', visibility },
})
const person: Subject = { is: 'member', id: 'm2', partnershipId: 'p', name: 'Bea', voice: 'Provider' }

test.each([
	['a public document, for anyone', nobody, [document('public')], 'all'],
	['a partnership’s own document, for anyone', nobody, [document('partnership')], 'kind'],
	['the same, for a member', outside, [document('partnership')], 'all'],
	['a group’s document, for a member without a seat', outside, [document('group')], 'kind'],
	['the same, for a seat', seated, [document('group')], 'all'],
	['a circle’s document, for anyone', nobody, [document('circle')], 'nothing'],
	['the same, for a facilitator without a seat', facilitator, [document('circle')], 'nothing'],
	['the same, for a seat', seated, [document('circle')], 'all'],
	['a panel, for anyone', nobody, [group('panel')], 'all'],
	['a circle, for a facilitator', facilitator, [group('circle')], 'nothing'],
	['a circle, for a seat', seated, [group('circle')], 'all'],
	['a person, for anyone', nobody, [person], 'kind'],
	['a person, for a member', outside, [person], 'all'],
	['a person given a seat in a circle: the circle decides', outside, [person, group('circle')], 'nothing'],
	['a person given a seat in a panel, for anyone', nobody, [person, group('panel')], 'kind'],
	['something long gone', nobody, [undefined], 'all'],
] as const)('%s', (_what, who, subjects, sight) => {
	expect(sightOf(who, subjects)).toBe(sight)
})

test('every text in the details may be an id', () => {
	expect(idsIn({ subjectId: 'g', details: { memberId: 'm', votes: true, number: 2, none: null } })).toEqual(['g', 'm'])
})
