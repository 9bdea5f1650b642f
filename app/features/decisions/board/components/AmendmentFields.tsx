import type { AmendmentPart } from '~/domain/decisions/board/minute.ts'
import { Details } from '~/ui/Details.tsx'
import { Fieldset } from '~/ui/Fieldset.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { Select } from '~/ui/Select.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import type { BodyMember } from '../body-member.ts'
import { amendmentPartChoices } from '../minute-words.ts'
import { CastingFields, HandsFields, MoverFields } from './CountFields.tsx'
import type { Field } from './field.ts'
import { NoVote, noVoteWords } from './NoVoteFields.tsx'

export interface AmendmentFieldsProps {
	/** From 0. */
	at: number
	field: Field
	people: { value: string; text: string }[]
	members: readonly BodyMember[]
	castingVote: boolean
}

const withVote: readonly AmendmentPart[] = ['present', 'for', 'against', 'abstain', 'away']
const withoutVote: readonly AmendmentPart[] = ['present', 'away']

export function AmendmentFields({ at, field, people, members, castingVote }: AmendmentFieldsProps) {
	const prefix = `amendments.${at}.`
	const parts = members.map((member) => ({ ...field(`${prefix}parts.${member.memberId}`), ...member }))
	const how = field(`${prefix}how`)
	return (
		<Fieldset legend={`Amendment ${at + 1}`} legendSize="m">
			<TextArea {...field(`${prefix}change`)} label="What was to change?" rows={2} />
			<MoverFields field={field} prefix={prefix} people={people} />
			<Radios
				{...how}
				legend="How was the amendment voted on?"
				legendSize="s"
				items={[
					{ value: 'names', text: 'A named vote', hint: 'Say below how each member voted on it.' },
					{ value: 'hands', text: 'A show of hands', hint: 'Enter the numbers.' },
					{ value: 'assent', text: 'Nobody spoke against it (by assent)', hint: 'No votes were counted.' },
				]}
			/>
			<HandsFields field={field} prefix={prefix} />
			<Details
				summary={`How each voted on amendment ${at + 1}`}
				open={parts.some(({ errors }) => errors) || how.defaultValue === 'names'}
			>
				<p className="govuk-body">
					For a named vote, for a member who asked to have their own vote in the minute, and for anybody who was not
					there when it was taken.
				</p>
				{parts.map(({ memberId, name, votes, errors, defaultValue }) => {
					const asked = { name: `${prefix}parts.${memberId}`, defaultValue, ...(errors && { errors }) }
					const out = noVoteWords(field, memberId, asked)
					if (out) return <NoVote key={memberId} name={name} words={out} />
					return (
						<Select
							key={memberId}
							{...asked}
							label={
								<>
									{name}
									<span className="govuk-visually-hidden"> on amendment {at + 1}</span>
								</>
							}
							items={(votes ? withVote : withoutVote).map((value) => ({ value, text: amendmentPartChoices[value] }))}
						/>
					)
				})}
			</Details>
			{castingVote && <CastingFields field={field} prefix={prefix} />}
			<TextArea
				{...field(`${prefix}wording`)}
				label="The whole motion as this amendment left it"
				hint="Leave this empty if the amendment was not carried."
				rows={4}
			/>
		</Fieldset>
	)
}
