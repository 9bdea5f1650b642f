import type { Answer } from '~/domain/decisions/decision.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { Details } from '~/ui/Details.tsx'
import { longMoment } from '~/ui/dates.ts'
import { Radios } from '~/ui/Radios.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import type { ShownDecision } from '../present-decision.server.ts'

export interface BallotFormProps {
	decision: ShownDecision
	/** `/p/harbourside/decisions/…` */
	address: string
	ballotId: string
	hasVoted: boolean
	/** How this person's own named ballot stands. A secret one is shown on no page, so that no shared screen tells it. */
	mine: { answer: Answer; reason: string } | null
	form?: FormState
}

/** One person's one ballot, to cast or to change. */
export function BallotForm({ decision, address, ballotId, hasVoted, mine, form }: BallotFormProps) {
	const typed = (name: 'choice' | 'reason') => {
		const own = mine && { choice: 'choice' in mine.answer ? mine.answer.choice : '', reason: mine.reason }
		const value = form ? form.values[name] : own?.[name]
		return typeof value === 'string' ? value : undefined
	}
	const isSecret = decision.rules.secrecy === 'secret'
	return (
		<form method="post" action={`${address}/ballot`} noValidate>
			<input type="hidden" name="id" value={ballotId} />
			{hasVoted && (
				<p className="govuk-body">
					You have voted, and you can change your mind until {longMoment(decision.closesAt)}. What you send now replaces
					your earlier vote and its reason.{isSecret && ' To keep it secret, this page does not show how you voted.'}
				</p>
			)}
			<Radios
				name="choice"
				legend={decision.question}
				legendSize="m"
				errors={form?.errors.choice}
				defaultValue={typed('choice')}
				items={[
					{ value: 'for', text: 'For' },
					{ value: 'against', text: 'Against' },
					{ value: 'abstain', text: 'Abstain', hint: 'You count as taking part, on neither side.' },
				]}
			/>
			<TextArea
				name="reason"
				label="Your reason"
				optional
				rows={3}
				hint={
					isSecret
						? 'It is shown with the result, beside your choice and without your name or voice. Leave out anything that shows who you are.'
						: 'It is shown with the result, beside your name and how you voted.'
				}
				errors={form?.errors.reason}
				defaultValue={typed('reason')}
			/>
			<NhsNumberChoice form={form} />
			<Button>{hasVoted ? 'Change my vote' : 'Cast my vote'}</Button>
			{isSecret && <WhatSecretMeans />}
		</form>
	)
}

function WhatSecretMeans() {
	return (
		<Details summary="What “secret” means here, and what it does not">
			<p className="govuk-body">
				While voting is open, the system keeps one link between you and your ballot, so that you can change it. No page
				shows it to anybody but you. The person who runs the computer it is stored on could look.
			</p>
			<p className="govuk-body">
				When voting ends the link is destroyed and the ballots are shuffled. After that nobody can tell who cast which.
				Old back-up copies of the computer made while voting was open are not reached by this.
			</p>
			<p className="govuk-body">
				It cannot help against somebody looking over your shoulder. If everyone votes the same way, the result itself
				shows how everyone voted.
			</p>
		</Details>
	)
}
