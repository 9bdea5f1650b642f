import { expect, test } from 'vitest'
import { leavesNobodyInCharge } from './leaving.ts'

const [f, g, m] = [
	{ id: 'f', role: 'facilitator' },
	{ id: 'g', role: 'facilitator' },
	{ id: 'm', role: 'member' },
] as const

test.each([
	['the only facilitator of others', [f, m], 'f', true],
	['one of two facilitators', [f, g, m], 'f', false],
	['a member', [f, m], 'm', false],
	['the last person of all', [f], 'f', false],
] as const)('%s', (_who, members, id, nobody) => {
	expect(leavesNobodyInCharge(members, id)).toBe(nobody)
})
