import { expect, test } from 'vitest'
import { membership } from '../app/domain/access/membership.ts'
import { Claims } from './claims.ts'

function tab(memberId: string) {
	const facts = { personId: memberId, partnershipId: 'p', name: memberId, voiceId: 'v', voice: 'Citizens' }
	return { membership: membership({ ...facts, memberId, role: 'member', seats: [] }) }
}
const [amina, again, colin] = [tab('amina'), tab('amina'), tab('colin')]
const brought = [{ client: 7, clock: 3, end: 5 }]

test('an id belongs to the member who claimed it first, in all their tabs, while any is open', () => {
	const claims = new Claims(new Map())
	claims.claim(7, amina)
	claims.claim(7, again)
	claims.claim(7, colin)
	expect(claims.foreign(brought, 'colin')).toEqual([7])
	expect(claims.foreign(brought, 'amina')).toEqual([])
	claims.release(amina)
	expect(claims.foreign(brought, 'colin')).toEqual([7])
})

test('it stays theirs when they have left, for they may be typing offline', () => {
	const claims = new Claims(new Map())
	claims.claim(7, amina)
	claims.release(amina)
	expect(claims.foreign(brought, 'colin')).toEqual([7])
	claims.claim(7, colin)
	expect(claims.foreign(brought, 'amina')).toEqual([])
})

test('nobody can shut the owner of earlier words out by claiming their id, here or not', () => {
	const claims = new Claims(new Map([[7, 'amina']]))
	claims.claim(7, colin)
	expect(claims.foreign(brought, 'amina')).toEqual([])
	claims.claim(7, amina)
	expect(claims.foreign(brought, 'colin')).toEqual([7])
})

test('leavers are remembered, and not for ever more of them', () => {
	const claims = new Claims(new Map())
	for (let client = 0; client < 1_001; client++) {
		const passing = tab(`member ${client}`)
		claims.claim(client, passing)
		claims.release(passing)
	}
	expect(claims.foreign([{ client: 0, clock: 0, end: 1 }], 'colin')).toEqual([])
	expect(claims.foreign([{ client: 1, clock: 0, end: 1 }], 'colin')).toEqual([1])
})
