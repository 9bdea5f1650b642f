import { ballotForm } from '~/domain/decisions/answer.ts'
import type { Answer } from '~/domain/decisions/decision.ts'
import { standingOptions } from '~/domain/decisions/withdrawn.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { Details } from '~/ui/Details.tsx'
import { longMoment } from '~/ui/dates.ts'
import { InsetText } from '~/ui/InsetText.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { type BallotFieldsProps, fieldsOf, workOut } from '../ballot-fields.ts'
import { chosenOf, notSentWords, workOutLabel } from '../ballot-so-far.ts'
import { publishedWords } from '../decision-words.ts'
import type { ShownDecision } from '../present-decision.server.ts'
import { changeLabel, reasonLabel, whoseBallot, yours } from '../whose-words.ts'
import { BlankChoice } from './BlankChoice.tsx'
import { ConsentFields } from './ConsentFields.tsx'
import { HelpChoice } from './HelpChoice.tsx'
import { MarkFields } from './MarkFields.tsx'
import { RankFields } from './RankFields.tsx'
import { SoFar } from './SoFar.tsx'
import { TickFields } from './TickFields.tsx'

export interface BallotFormProps {
	decision: ShownDecision
	/** `/p/harbourside`; without it, on a preview, the page on secrecy is not linked. */
	base?: string
	/** `/p/harbourside/decisions/…` */
	address: string
	ballotId: string
	hasVoted: boolean
	/** Their paper came first, and is the one that counts. */
	onPaper?: boolean
	/** How this person's own named ballot stands. A secret one is shown on no page, so that no shared screen tells it. */
	mine: { answer: Answer; reason: string } | null
	form?: FormState
	/** The supporter who cast it for them last, by name. */
	castWith?: string | null
	/** Who may be named as having helped. */
	supporters?: { id: string; name: string }[]
	/** Whose vote this is, when it is their supporter who fills it in. */
	helping?: { id: string; name: string } | null
}

/** The part of each kind of ballot that is answered, for whoever fills it in: the elector, or those who read papers. */
export const ballotFields = {
	motion: MotionFields,
	consent: ConsentFields,
	ticks: TickFields,
	scores: MarkFields,
	points: MarkFields,
	ranks: RankFields,
} as const

/** One person's one ballot, to cast or to change. Everything works with a posted form alone. */
export function BallotForm({
	decision: whole,
	base,
	address,
	ballotId,
	hasVoted,
	onPaper,
	mine,
	form,
	castWith,
	supporters = [],
	helping,
}: BallotFormProps) {
	const decision = { ...whole, options: standingOptions(whole) } as ShownDecision
	const values = standingValues(decision, form?.values ?? (mine ? fieldsOf(decision, mine) : {}))
	const errors = form?.errors ?? {}
	const kind = ballotForm(decision)
	const Fields = ballotFields[kind]
	const isSecret = decision.rules.secrecy === 'secret'
	const of = whoseBallot(helping)
	const chooses = kind !== 'motion' && kind !== 'consent'
	if (onPaper)
		return (
			<InsetText>
				Your paper vote has come in, and it is the one that counts. It cannot be changed here. If you sent no paper,
				tell a facilitator before voting ends.
			</InsetText>
		)
	return (
		<form method="post" action={helping ? `${address}/ballot/${helping.id}` : `${address}/ballot`} noValidate>
			<input type="hidden" name="id" value={ballotId} />
			{hasVoted && castWith && (
				<p className="govuk-body">
					{castWith} cast your vote, as your supporter. If that is not what you wanted, cast it yourself here: then only
					you can change it.
				</p>
			)}
			{hasVoted && !helping && (
				<p className="govuk-body">
					{(whole.withdrawn ?? []).length === 0 &&
						`You have voted, and you can change your mind until ${longMoment(decision.closesAt)}. `}
					What you send now replaces your earlier vote and its reason.
					{isSecret && ' To keep it secret, this page does not show how you voted.'}
				</p>
			)}
			<Fields decision={decision} values={values} errors={errors} of={of} />
			{chooses && (
				<>
					{(form || mine) && (
						<SoFar decision={decision} values={values} of={of} notSent={notSentWords({ hasVoted, helping })} />
					)}
					<Button kind="secondary" name="do" value={workOut}>
						{workOutLabel(decision, helping)}
					</Button>
					<BlankChoice values={values} errors={errors} of={of} />
				</>
			)}
			<TextArea
				name="reason"
				label={reasonLabel(helping)}
				optional={kind !== 'consent'}
				rows={3}
				hint={
					<>
						{kind === 'consent' && 'Needed with a concern or an objection. '}
						{isSecret
							? `It is shown with the result, without a name or voice, ${besideWhat(chooses)}. Leave out anything that shows who ${helping ? `${helping.name} is` : 'you are'}.`
							: `It is shown with the result, beside ${helping ? 'their name and how they' : 'your name and how you'} voted.`}
					</>
				}
				errors={errors.reason}
				defaultValue={text(values.reason)}
			/>
			{kind === 'consent' && (
				<TextArea
					name="change"
					label={changeLabel(helping)}
					rows={3}
					hint="Needed with an objection only. It is shown beside your reason."
					errors={errors.change}
					defaultValue={text(values.change)}
				/>
			)}
			<NhsNumberChoice form={form} />
			{!helping && <HelpChoice supporters={supporters} help={text(values.help)} />}
			{!isSecret && (
				<p className="govuk-body">
					<strong>
						This is a named vote: once voting ends, everyone who can read the result reads{' '}
						{helping ? `${helping.name}’s name` : 'your name'} with the vote.
					</strong>
				</p>
			)}
			<Button>{helping ? `Cast ${helping.name}’s vote` : hasVoted ? 'Change my vote' : 'Cast my vote'}</Button>
			{isSecret && <WhatSecretMeans decision={decision} base={base} helping={helping} />}
		</form>
	)
}

/** As `readResult` shows reasons of a secret vote. */
function besideWhat(chooses: boolean): string {
	return chooses ? 'and not beside what was chosen' : 'and beside the answer if five or more people vote'
}

/** A tick without a box would be counted as chosen where the page says how the ballot stands. */
function standingValues({ options }: ShownDecision, values: FormState['values']): FormState['values'] {
	if (!('tick' in values)) return values
	return { ...values, tick: chosenOf(values).filter((id) => options.some((option) => option.id === id)) }
}

function MotionFields({ decision, values, errors, of = yours }: BallotFieldsProps) {
	return (
		<Radios
			name="choice"
			legend={decision.question}
			legendSize="m"
			errors={errors.choice}
			defaultValue={text(values.choice)}
			items={[
				{ value: 'for', text: 'For' },
				{ value: 'against', text: 'Against' },
				{
					value: 'abstain',
					text: 'Abstain',
					hint: `${of.subject} ${of === yours ? 'count' : 'counts'} as taking part, on neither side.`,
				},
			]}
		/>
	)
}

function text(value: string | string[] | undefined) {
	return typeof value === 'string' ? value : undefined
}

function WhatSecretMeans({ decision, base, helping }: Pick<BallotFormProps, 'decision' | 'base' | 'helping'>) {
	const whom = helping ? helping.name : 'you'
	const they = helping ? 'they' : 'you'
	return (
		<Details summary="What “secret” means here, and what it does not">
			<p className="govuk-body">
				While voting is open, the system keeps one link between {whom} and {helping ? 'their' : 'your'} ballot, so that{' '}
				{they} can change it. No page shows it to anybody. Whoever runs the computer it is stored on could look.
				{helping && ` You, who help, know what ${helping.name} told you: keep it to yourself.`}
			</p>
			<p className="govuk-body">
				When voting ends the link is destroyed and the ballots are shuffled. After that nothing that is kept says who
				cast which. Old back-up copies of the computer made while voting was open are not reached by this.
			</p>
			<p className="govuk-body">{publishedWords(decision, helping?.name)}</p>
			<p className="govuk-body">
				It cannot help against somebody looking over {helping ? 'a' : 'your'} shoulder. If everyone votes the same way,
				the result itself shows how everyone voted.
			</p>
			{base !== undefined && (
				<p className="govuk-body">
					<a href={`${base}/decisions/secrecy`}>What secrecy protects, and what it does not</a>
				</p>
			)}
		</Details>
	)
}
