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
import { VoteFields } from './VoteFields.tsx'

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

/** The meeting on one page, in the order it went. Everything typed comes back. */
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
			<nav aria-label="Parts of this form">
				<ul className="govuk-list">
					{partNames.map((part) => (
						<li key={part}>
							<a href={`#${part}`}>{partHeadings[part]}</a>
						</li>
					))}
				</ul>
			</nav>
			<Heading part="meeting" />
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

			<Heading part="there" focused={step === 'day' || step === 'rest-present'} />
			<p className="govuk-body">
				Nobody is taken to have been there until you say so: the quorum and the minute rest on it. Enter first who was
				absent, left, or has an interest, which shuts a member out of this item. Then one button enters all the others.
			</p>
			{members.map((member) => (
				<PartFields
					key={member.memberId}
					member={member}
					field={field}
					asksRight={asksRights || (member.votes && member.right === '')}
				/>
			))}
			<Button kind="secondary" name="step" value="rest-present">
				Everybody else was there
			</Button>
			<QuorumNow members={members} rules={rules} values={values} asked={step === 'quorum'} />

			<Heading part="moved" />
			<TextInput
				{...field('question')}
				label="What was to be decided?"
				hint="In a few words, for lists and headings."
			/>
			<TextArea
				{...field('motion')}
				label="The exact words that were moved"
				hint="As they were before any amendment."
				rows={4}
			/>
			<MoverFields field={field} prefix="" people={people} />

			<section>
				{/* A longer or shorter form has just come back: whoever asked for an amendment is brought to it. */}
				<Heading part="amendments" focused={/-amendment$/.test(text('step') ?? '')} />
				{amendments === 0 && <p className="govuk-body">None yet. If there was one, add it here.</p>}
				{Array.from({ length: amendments }, (_, at) => (
					<AmendmentFields key={at} at={at} field={field} people={people} members={members} castingVote={castingVote} />
				))}
				<ButtonGroup>
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
			</section>

			<Heading part="vote" />
			<Radios
				{...field('how')}
				legend="How was it voted on?"
				legendSize="s"
				hint={amendments > 0 ? 'The motion, as the amendments left it.' : undefined}
				items={[
					{
						value: 'names',
						text: 'A named vote',
						hint: 'Say below how each member voted. Everyone who can read the decision reads each name with its vote.',
					},
					{ value: 'hands', text: 'A show of hands', hint: 'Enter the numbers.' },
					{ value: 'assent', text: 'Nobody spoke against it (by assent)', hint: 'No votes were counted.' },
				]}
			/>
			<HandsFields field={field} prefix="" />
			<h3 className="govuk-heading-s">How each voted</h3>
			<p className="govuk-body">
				Fill this in for a named vote. In another vote, only for a member who asked to have their own vote in the
				minute. Whoever takes no part is not asked: if that changed, choose it above and count the quorum.
			</p>
			<VoteFields members={members} field={field} />
			{castingVote && (
				<>
					<h3 className="govuk-heading-s">If votes were level</h3>
					<CastingFields field={field} prefix="" />
				</>
			)}

			<Heading part="why" />
			<TextArea {...field('reasons')} label="The reasons for the decision" rows={4} />
			{children}
			<NhsNumberChoice form={form} />
			<ButtonGroup>
				<Button name="step" value="check">
					Check your answers
				</Button>
			</ButtonGroup>
		</form>
	)
}

const partHeadings = {
	meeting: 'The meeting',
	there: 'Who was there',
	moved: 'What was moved',
	amendments: 'Amendments, voted on before the motion',
	vote: 'The vote on the motion',
	why: 'Why',
}
type PartName = keyof typeof partHeadings
const partNames = Object.keys(partHeadings) as PartName[]

/** Of one part of the form. Browsers move focus here by `autofocus` alone, with no script, when the form has come back. */
function Heading({ part, focused = false }: { part: PartName; focused?: boolean }) {
	return (
		// biome-ignore lint/a11y/noAutofocus: whoever pressed a button of this part is brought back to it
		<h2 className="govuk-heading-m" id={part} tabIndex={-1} autoFocus={focused}>
			{partHeadings[part]}
		</h2>
	)
}

const choose = { value: '', text: 'Choose a person' }
