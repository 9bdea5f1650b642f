import type { ReactNode } from 'react'
import type { BodyRules } from '~/domain/decisions/board/minute.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { DateInput } from '~/ui/DateInput.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { Select } from '~/ui/Select.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { amendmentCount, mostAmendments } from '../amendment-count.ts'
import type { BodyMember } from '../body-member.ts'
import { AmendmentFields } from './AmendmentFields.tsx'
import { CastingFields, HandsFields, MoverFields } from './CountFields.tsx'
import type { Field } from './field.ts'
import { PartFields } from './PartFields.tsx'
import { QuorumNow } from './QuorumNow.tsx'

export interface EntryFormProps {
	/** Names the sending, so that sending it twice does it once. */
	id: string
	members: BodyMember[]
	/** Who may have taken the minute. */
	officers: { value: string; text: string }[]
	rules: BodyRules
	/** What stands in the form before anything is typed. */
	first: Record<string, string>
	form?: FormState
	/** A correction may say that rights were written down wrongly. */
	asksRights?: boolean
	/** Questions of a correction alone. */
	children?: ReactNode
}

/** The meeting on one page, in the order a clerk's notes have it. Everything typed comes back. */
export function EntryForm({ id, members, officers, rules, first, form, asksRights = false, children }: EntryFormProps) {
	const { castingVote } = rules
	const step = form?.values.step
	const values = form?.values ?? first
	const text = (name: string) => {
		const value = values[name]
		return typeof value === 'string' ? value : undefined
	}
	const field: Field = (name) => ({ name, errors: form?.errors[name], defaultValue: text(name) })
	const people = members.map(({ memberId, name, right }) => ({
		value: memberId,
		text: right ? `${name}, ${right}` : name,
	}))
	const amendments = amendmentCount(values)
	return (
		<form method="post" noValidate>
			{/* The first button is the one that the Enter key presses. */}
			<button
				type="submit"
				className="govuk-visually-hidden"
				name="step"
				value="check"
				tabIndex={-1}
				aria-hidden="true"
			>
				Check your answers
			</button>
			<input type="hidden" name="id" value={text('id') ?? id} />
			<input type="hidden" name="amendmentCount" value={amendments} />
			<h2 className="govuk-heading-m">The meeting</h2>
			<DateInput
				name="heldOn"
				legend="On which day was it?"
				legendSize="s"
				hint="For example, 12 6 2026."
				errors={form?.errors.heldOn}
				defaultValue={{ day: text('heldOn.day'), month: text('heldOn.month'), year: text('heldOn.year') }}
			/>
			<Button kind="secondary" name="step" value="day">
				Show who sat there on that day
			</Button>
			<TextInput {...field('place')} label="Where was it?" hint="A place, or the link people joined by." />
			<Select {...field('presiderId')} label="Who presided over this item?" items={[choose, ...people]} />
			<Select {...field('officerId')} label="Who took the minute?" items={[choose, ...officers]} />

			<h2 className="govuk-heading-m">What was moved</h2>
			<TextInput
				{...field('question')}
				label="What was to be decided?"
				hint="In a few words, for lists and headings."
			/>
			<TextArea {...field('motion')} label="The exact words that were moved" rows={4} />
			<MoverFields field={field} prefix="" people={people} />

			<h2 className="govuk-heading-m">The vote</h2>
			<Radios
				{...field('how')}
				legend="How was it voted on?"
				legendSize="s"
				items={[
					{ value: 'names', text: 'A named vote', hint: 'Say below how each member voted.' },
					{ value: 'hands', text: 'A show of hands', hint: 'Enter the numbers.' },
					{ value: 'assent', text: 'By assent', hint: 'Nobody spoke against, and no votes were counted.' },
				]}
			/>
			<HandsFields field={field} prefix="" />

			{/* biome-ignore lint/a11y/noAutofocus: whoever asked for the members of a day is brought to them */}
			<h2 className="govuk-heading-m" tabIndex={-1} autoFocus={step === 'day'}>
				How each took part
			</h2>
			<p className="govuk-body">
				In a named vote, choose how each voted. In another vote, choose for, against or abstained only for a member who
				asked to have their own vote in the minute. An interest shuts a member out of this item.
			</p>
			{members.map((member) => (
				<PartFields
					key={member.memberId}
					member={member}
					field={field}
					asksRight={asksRights || (member.votes && member.right === '')}
				/>
			))}
			<QuorumNow members={members} rules={rules} values={values} asked={step === 'quorum'} />

			{castingVote && (
				<>
					<h2 className="govuk-heading-m">If votes were level</h2>
					<CastingFields field={field} prefix="" />
				</>
			)}

			<h2 className="govuk-heading-m">Why</h2>
			<TextArea {...field('reasons')} label="The reasons for the decision" rows={4} />

			<section>
				{/* A longer or shorter form has just come back: browsers move focus here by `autofocus` alone, with no script. */}
				{/* biome-ignore lint/a11y/noAutofocus: whoever asked for an amendment is brought to it */}
				<h2 className="govuk-heading-m" tabIndex={-1} autoFocus={/-amendment$/.test(text('step') ?? '')}>
					Amendments, voted on before the motion
				</h2>
				{amendments === 0 && (
					<p className="govuk-body">None yet. If there was one, add it with the second button below.</p>
				)}
				{Array.from({ length: amendments }, (_, at) => (
					<AmendmentFields key={at} at={at} field={field} people={people} members={members} castingVote={castingVote} />
				))}
			</section>
			{children}
			<NhsNumberChoice form={form} />
			<ButtonGroup>
				<Button name="step" value="check">
					Check your answers
				</Button>
				{amendments < mostAmendments && (
					<Button kind="secondary" name="step" value="add-amendment">
						Add an amendment
					</Button>
				)}
				{amendments > 0 && (
					<Button kind="secondary" name="step" value="drop-amendment">
						Take out amendment {amendments}
					</Button>
				)}
			</ButtonGroup>
		</form>
	)
}

const choose = { value: '', text: 'Choose a person' }
