import type { Membership } from '../app/domain/access/membership.ts'
import type { Range } from './ranges.ts'

interface Claimant {
	readonly membership: Membership
}

interface Claim {
	memberId: string
	by: Set<Claimant>
}

const rememberedLeavers = 1000

/**
 * Which Yjs client ids belong to whom: the id a tab shows its presence under, and any it types under. Two writers under
 * one id would leave replicas different for ever, so nobody else brings anything new under the id of a member who is
 * here, or has been here since the room opened: such a member may be offline and typing. A member's own tabs may: one
 * that lost its line comes back before the old line is known dead.
 *
 * Nobody claims an id whose first words somebody else brought, or they could shut its owner out. New words under the id
 * of a member who has not been here are taken, as words of whoever brings them: after a backup was restored, other
 * people's tabs are where the lost words are.
 */
export class Claims {
	readonly #claims = new Map<number, Claim>()
	readonly #left = new Map<number, string>()
	readonly #owners: ReadonlyMap<number, string>

	/** `owners`: who brought the first words of each client id. */
	constructor(owners: ReadonlyMap<number, string>) {
		this.#owners = owners
	}

	claim(client: number, by: Claimant) {
		const { memberId } = by.membership
		const claim = this.#claims.get(client) ?? { memberId, by: new Set() }
		if ([claim.memberId, this.#left.get(client), this.#owners.get(client)].some((one) => one && one !== memberId))
			return
		claim.by.add(by)
		this.#claims.set(client, claim)
	}

	release(who: Claimant) {
		for (const [client, { by, memberId }] of this.#claims) {
			if (!by.delete(who) || by.size > 0) continue
			this.#claims.delete(client)
			this.#remember(client, memberId)
		}
	}

	/** The client ids among `brought` that belong to somebody else who is here, or was. */
	foreign(brought: readonly Range[], memberId: string): number[] {
		const clients = new Set(brought.map(({ client }) => client))
		return [...clients].filter((client) => {
			const owner = this.#claims.get(client)?.memberId ?? this.#left.get(client)
			return owner !== undefined && owner !== memberId
		})
	}

	#remember(client: number, memberId: string) {
		// Written again, so that those who come and go most lately are kept longest.
		this.#left.delete(client)
		this.#left.set(client, memberId)
		if (this.#left.size > rememberedLeavers) this.#left.delete(this.#left.keys().next().value!)
	}
}
