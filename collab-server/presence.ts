import type { Membership } from '../app/domain/access/membership.ts'
import type { AwarenessState } from './protocol.ts'

/** Somebody at the other end of a socket, as far as presence is concerned. */
export interface Present {
	readonly membership: Membership
	readonly mayWrite: boolean
}

interface Shown extends AwarenessState {
	owner: Present
}

const rememberedLeavers = 1000

/**
 * Who is here. A connection speaks for one client id, the first it introduces; the name and voice shown are the
 * membership's, never the client's. Somebody who may only read is shown as here, without a caret.
 *
 * The stock client sends back every state it receives, so a foreign id is everyday and dropped, never punished. For the
 * same reason an id whose owner has left may be taken up again by the same member only: otherwise the last echo of a
 * leaver would bring them back under somebody else's name.
 */
export class Presence {
	readonly #shown = new Map<number, Shown>()
	readonly #clients = new Map<Present, number>()
	readonly #left = new Map<number, { clock: number; memberId: string }>()
	readonly #changed = new Set<number>()

	hear(from: Present, states: readonly AwarenessState[], maxBytes: number) {
		for (const state of states) {
			if (state.json.length > maxBytes || !this.#mayIntroduce(from, state)) continue
			if (state.json !== 'null') {
				// Nobody honest sends what cannot be read, and to try each state would take long.
				if (!this.#show(from, state)) return
			} else if (this.#shown.get(state.client)?.owner === from) this.#hide(state.client, state.clock)
		}
	}

	leave(who: Present) {
		const client = this.#clients.get(who)
		this.#clients.delete(who)
		const shown = client === undefined ? undefined : this.#shown.get(client)
		if (client === undefined || shown?.owner !== who) return
		// Clients take a farewell at the clock they know. At a later one, it would also hide what somebody says who comes back.
		this.#hide(client, shown.clock)
		for (const oldest of this.#left.keys()) {
			if (this.#left.size <= rememberedLeavers) break
			this.#left.delete(oldest)
		}
	}

	/** The client id it speaks for, once it has introduced one. */
	clientOf(who: Present): number | undefined {
		return this.#clients.get(who)
	}

	all(): AwarenessState[] {
		return [...this.#shown.values()]
	}

	/** What has changed since this was last asked. */
	takeChanges(): AwarenessState[] {
		const changes = [...this.#changed].map((client): AwarenessState => {
			const shown = this.#shown.get(client)
			return shown ?? { client, clock: this.#left.get(client)?.clock ?? 0, json: 'null' }
		})
		this.#changed.clear()
		return changes
	}

	/** Who alone has changed something since `takeChanges`, and so knows it already; null when it was nobody or several. */
	get changedBy(): Present | null {
		const owners = new Set([...this.#changed].map((client) => this.#shown.get(client)?.owner))
		const [owner] = owners
		return owners.size === 1 ? (owner ?? null) : null
	}

	#mayIntroduce(from: Present, { client, clock, json }: AwarenessState): boolean {
		const own = this.#clients.get(from)
		if (own !== undefined && own !== client) return false
		const shown = this.#shown.get(client)
		if (shown) {
			// A tab that lost its line comes back with the id its old socket still holds.
			const isSameMember = shown.owner.membership.memberId === from.membership.memberId
			if (clock > shown.clock) return shown.owner === from || (own === undefined && isSameMember)
			// Clients take nothing else at a clock they know. A client that repeats what it hears would never come to rest.
			return shown.owner === from && clock === shown.clock && json === 'null'
		}
		const left = this.#left.get(client)
		return !left || left.memberId === from.membership.memberId
	}

	#show(from: Present, { client, clock, json }: AwarenessState): boolean {
		const stamped = stamp(json, from)
		if (!stamped) return false
		const before = this.#shown.get(client)
		if (before && before.owner !== from) this.#clients.delete(before.owner)
		this.#clients.set(from, client)
		this.#left.delete(client)
		this.#shown.set(client, { client, clock, json: stamped, owner: from })
		this.#changed.add(client)
		return true
	}

	#hide(client: number, clock: number) {
		const shown = this.#shown.get(client)
		if (!shown) return
		this.#shown.delete(client)
		this.#left.set(client, { clock, memberId: shown.owner.membership.memberId })
		this.#changed.add(client)
	}
}

function stamp(json: string, { membership, mayWrite }: Present): string | null {
	try {
		const state: unknown = JSON.parse(json)
		if (typeof state !== 'object' || state === null || Array.isArray(state)) return null
		const { name, voice, memberId } = membership
		const user = { name, voice, memberId }
		return JSON.stringify(mayWrite ? { ...state, user } : { user })
	} catch {
		return null
	}
}
