import { fork } from 'node:child_process'
import type { Line } from './replica.ts'

export interface Attack {
	lines: Line[]
	how: 'edits' | 'awareness' | 'queries' | 'connects' | 'corpus'
	seconds: number
	/** At most so many messages or connects. */
	times: number
	/** Which entry of the corpus. */
	entry?: number
}

export interface Attacked {
	sent: number
	answered: number
}

/** From a process of its own, so that the attacker's work does not pass for the server's. Bounded in number and in time. */
export function attacker(attack: Attack, onBegun: () => void): Promise<Attacked> {
	const child = fork(new URL('./attacker.ts', import.meta.url), [JSON.stringify(attack)], {
		execArgv: ['--import', 'tsx'],
	})
	const tooLate = setTimeout(() => child.kill('SIGKILL'), (attack.seconds + 15) * 1_000)
	return new Promise((resolve) => {
		let attacked: Attacked = { sent: 0, answered: 0 }
		child.on('message', (said) => {
			if (said === 'begun') onBegun()
			else attacked = said as Attacked
		})
		child.on('exit', () => {
			clearTimeout(tooLate)
			resolve(attacked)
		})
	})
}
