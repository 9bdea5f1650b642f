/** The database does not answer, or takes no words now. What was asked may still happen. */
export class Unanswered extends Error {}

/** Throws `Unanswered` when it takes too long. Lets go of the answer at once: thousands may ask in the time that one may take. */
export function inTime<Answer>(answer: Promise<Answer>, withinMs: number): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const tooLate = setTimeout(() => reject(new Unanswered(`no answer within ${withinMs} ms`)), withinMs).unref()
		void answer.then(resolve, reject).finally(() => clearTimeout(tooLate))
	})
}
