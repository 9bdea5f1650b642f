import { allSynced, closeAll, typing } from './crowd.ts'
import { Replica, type Sent } from './replica.ts'
import type { Target } from './targets.ts'

const stuckMs = 1_000

/** Three people who go on writing while something happens to their server. */
export class HealthyRoom {
	readonly #replicas: Replica[]
	readonly #stop: () => void

	private constructor(replicas: Replica[]) {
		this.#replicas = replicas
		this.#stop = typing(replicas, 10)
	}

	static async open(target: Target, room: string): Promise<HealthyRoom> {
		const sent: Sent = new Map()
		const replicas = [0, 1, 2].map((person) => new Replica(target.line(room, { person }), { sent }))
		await allSynced(replicas)
		return new HealthyRoom(replicas)
	}

	get isWhole() {
		return this.#replicas.every(({ isOpen }) => isOpen)
	}

	/** Milliseconds of every letter since the last time, those included that are overdue and still not here. */
	take(): number[] {
		return this.#replicas.flatMap((replica) => [
			...replica.latencies.splice(0),
			...replica.waiting().filter((ms) => ms > stuckMs),
		])
	}

	close() {
		this.#stop()
		closeAll(this.#replicas)
	}
}
