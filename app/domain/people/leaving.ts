import type { Role } from '../access/membership.ts'

/** Whether this member's going, or losing the role, would leave the others without any facilitator. */
export function leavesNobodyInCharge(members: readonly { id: string; role: Role }[], memberId: string): boolean {
	const others = members.filter(({ id }) => id !== memberId)
	if (others.length === 0) return false
	const isFacilitator = members.some(({ id, role }) => id === memberId && role === 'facilitator')
	return isFacilitator && !others.some(({ role }) => role === 'facilitator')
}

/** What an erased person is called wherever their words still stand. */
export const erasedName = 'A participant'
