import { Cron } from 'croner'
import { finishNameRemovals } from '../app/features/decisions/board/remove-names.server.ts'
import { finishErasures } from '../app/features/documents/remove-words.server.ts'
import { sweepOpenForms } from '../app/features/documents/sweep-open-forms.server.ts'
import type { Running } from '../server.ts'

/** What must happen on time even if nobody is looking. Every task is safe to run in two processes at once. */
export function startClock({ db, live, log, closings }: Running['context']): { stop(): void } {
	const report = (task: string) => (error: unknown) => log.error({ err: error, task }, 'a timed task failed')
	const jobs = [
		new Cron('*/2 * * * * *', { protect: true, catch: report('close-due-decisions') }, async () => {
			await closings.closeDue(db)
		}),
		new Cron('*/30 * * * * *', { protect: true, catch: report('finish-erasures') }, async () => {
			await finishErasures({ db, live })
			await finishNameRemovals(db)
		}),
		new Cron('17 3 * * *', { protect: true, catch: report('sweep-open-forms') }, async () => {
			await sweepOpenForms(db)
		}),
	]
	return {
		stop() {
			for (const job of jobs) job.stop()
		},
	}
}
