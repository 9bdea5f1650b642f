import { Cron } from 'croner'
import { forgetErased } from '../app/features/account/erase-person.server.ts'
import { sendNow } from '../app/features/account/send-letter.server.ts'
import { finishNameRemovals } from '../app/features/decisions/board/take-names-out.server.ts'
import { sendWithdrawalLetters } from '../app/features/decisions/send-withdrawal-letters.server.ts'
import { finishErasures } from '../app/features/documents/remove-words.server.ts'
import { sweepOpenForms } from '../app/features/documents/sweep-open-forms.server.ts'
import type { Mail } from '../app/http/mailer.ts'
import type { Running } from '../server.ts'

/**
 * By a clock that never changes: where the machine keeps London time, the hour that comes twice in October would have no
 * next run for an hour, or one in the past. One run at a time.
 */
export const onTime = { protect: true, timezone: 'UTC' } as const

/** How long stopping waits for the letter that is going, in milliseconds: one cut off would go twice. */
const lastLetterMs = 1000

/** One after the other, for each may rewrite the database's files. One that goes wrong holds no other up. */
export async function finishRemovals(
	tasks: Record<string, () => Promise<void>>,
	report: (task: string) => (error: unknown) => void,
) {
	for (const [task, run] of Object.entries(tasks)) await run().catch(report(task))
}

/** What must happen on time even if nobody is looking. Every task is safe to run in two processes at once. */
export function startClock(context: Running['context']): { stop(): Promise<void> } {
	const { db, live, log, closings, origin } = context
	const report = (task: string) => (error: unknown) => log.error({ err: error, task }, 'a timed task failed')
	const send = (letter: Mail) => sendNow(context, letter)
	let isStopped = false
	let sending = Promise.resolve()
	const jobs = [
		new Cron('*/2 * * * * *', { ...onTime, catch: report('close-due-decisions') }, async () => {
			await closings.closeDue(db)
		}),
		new Cron('*/2 * * * * *', { ...onTime, catch: report('send-withdrawal-letters') }, async () => {
			sending = sendWithdrawalLetters({ db, origin, send }, { isStopped: () => isStopped })
			await sending
		}),
		new Cron('*/30 * * * * *', { ...onTime, catch: report('finish-erasures') }, async () => {
			await finishRemovals(
				{
					'finish-erasures': () => finishErasures({ db, live }),
					'forget-erased': () => forgetErased(db),
					'finish-name-removals': () => finishNameRemovals(db),
				},
				report,
			)
		}),
		new Cron('17 3 * * *', { ...onTime, catch: report('sweep-open-forms') }, async () => {
			await sweepOpenForms(db)
		}),
	]
	return {
		async stop() {
			isStopped = true
			for (const job of jobs) job.stop()
			const late = new Promise((resolve) => setTimeout(resolve, lastLetterMs).unref())
			await Promise.race([sending.catch(() => {}), late])
		},
	}
}
