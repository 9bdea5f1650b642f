import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Notices a `write` inside the work of another, which would wait for itself for ever. Only where tests run (Vitest sets
 * NODE_ENV): to know where it is, Node must follow every promise and every socket write of the whole process, and in a full
 * room that was a tenth of all the work.
 */
export function openNesting() {
	if (process.env.NODE_ENV !== 'test')
		return { refuse: () => undefined, within: <Result>(work: () => Result) => work() }
	const inside = new AsyncLocalStorage<true>()
	return {
		refuse() {
			if (inside.getStore()) throw new Error('write inside write: pass the transaction on instead')
		},
		within: <Result>(work: () => Result) => inside.run(true, work),
	}
}
