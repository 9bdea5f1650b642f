import { setTimeout as pause } from 'node:timers/promises'
import type { Target } from './targets.ts'

const stepMs = 1_000
const mostMs = 180_000

/** Rests until the server has nothing left to do: no processor time, no file that grows. Answers with how long it took. */
export async function settled(target: Target): Promise<number> {
	const begun = performance.now()
	let quiet = 0
	let [cpu, bytes] = [(await target.usage()).cpu, target.bytesOnDisk()]
	// Three seconds: Hocuspocus waits two before it stores.
	while (quiet < 3 && performance.now() - begun < mostMs) {
		await pause(stepMs)
		const [cpuNow, bytesNow] = [(await target.usage()).cpu, target.bytesOnDisk()]
		quiet = cpuNow - cpu < stepMs * 50 && bytesNow === bytes ? quiet + 1 : 0
		cpu = cpuNow
		bytes = bytesNow
	}
	return performance.now() - begun
}
