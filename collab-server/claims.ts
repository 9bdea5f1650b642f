import type { Membership } from '../app/domain/access/membership.ts'
import type { Range } from './ranges.ts'

interface Claimant {
	readonly membership: Membership
}

interface Claim {
	memberId: string
	by: Set<Claimant>
}

/**
 * Which Yjs client ids belong to the people who are here: the id a tab shows its presence under, and any it types under.
 * Two writers under one id would leave replicas different for ever, so while its member is here nobody else brings
 * anything new under it. A member's own tabs may: one that lost its line comes back before the old line is known dead.
 */
export class Claims {
	readonly #claims = new Map<number, Claim>()

	claim(client: number, by: Claimant) {
		const { memberId } = by.membership
		const claim = this.#claims.get(client) ?? { memberId, by: new Set() }
		if (claim.memberId !== memberId) return
		claim.by.add(by)
		this.#claims.set(client, claim)
	}

	release(who: Claimant) {
		for (const [client, { by }] of this.#claims) {
			if (by.delete(who) && by.size === 0) this.#claims.delete(client)
		}
	}

	/** The client ids among `brought` that belong to somebody else who is here. */
	foreign(brought: readonly Range[], memberId: string): number[] {
		const clients = new Set(brought.map(({ client }) => client))
		return [...clients].filter((client) => (this.#claims.get(client)?.memberId ?? memberId) !== memberId)
	}
}
