import type { Outcome } from '../decision.ts'

export const consentEngine = 'consent/2'

/** A concern is recorded and blocks nothing. An objection says why and what would meet it. */
export type ConsentAnswer =
	| { answer: 'agree' }
	| { answer: 'concern'; concern: string }
	| { answer: 'object'; reason: string; proposedChange: string }

export interface ConsentRule {
	/** How many electors must answer. */
	quorum: number
	/** Whether an elector who says nothing by the close counts as agreeing. Not unless the rule says so. */
	silenceIsConsent: boolean
}

export interface ConsentResult {
	outcome: Outcome
	counts: { agree: number; concern: number; object: number; silent: number }
}

/** Whoever sent a paper that nobody could read (`spoilt`) did not answer, and was not silent either. */
export function consentResult(
	{ quorum, silenceIsConsent }: ConsentRule,
	electors: number,
	answers: readonly Pick<ConsentAnswer, 'answer'>[],
	spoilt = 0,
): ConsentResult {
	const counts = { agree: 0, concern: 0, object: 0, silent: electors - answers.length - spoilt }
	for (const { answer } of answers) counts[answer]++
	return { outcome: consentOutcome({ quorum, silenceIsConsent }, counts), counts }
}

export function consentOutcome(
	{ quorum, silenceIsConsent }: ConsentRule,
	{ agree, concern, object, silent }: ConsentResult['counts'],
): Outcome {
	const answered = agree + concern + object + (silenceIsConsent ? silent : 0)
	if (answered === 0) return 'nobody-voted'
	if (answered < quorum) return 'no-quorum'
	return object > 0 ? 'not-agreed' : 'agreed'
}
