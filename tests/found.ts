import type { TestContext } from 'vitest'

declare module 'vitest' {
	interface TaskMeta {
		/** What a test counted, for the table of `npm run faults:full`. */
		found?: string
	}
}

export function found({ task }: TestContext, what: string) {
	task.meta.found = what
}
