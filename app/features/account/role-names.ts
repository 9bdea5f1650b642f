import type { Office, Role } from '../../domain/access/membership.ts'

export const roleNames: Record<Role, string> = { facilitator: 'Facilitator', member: 'Member', observer: 'Observer' }

export const officeNames: Record<Office, string> = { none: 'No office', chair: 'Chair', clerk: 'Clerk' }
