import { choices } from '~/domain/decisions/decision.ts'
import { Select } from '~/ui/Select.tsx'
import type { BodyMember } from '../body-member.ts'
import { partChoices } from '../minute-words.ts'
import { voteField } from '../seat-form.ts'
import type { Field } from './field.ts'

/** How each member voted on the motion. Whoever has no vote is not asked. */
export function VoteFields({ members, field }: { members: readonly BodyMember[]; field: Field }) {
	return members
		.filter(({ votes }) => votes)
		.map(({ memberId, name }) => (
			<Select
				key={memberId}
				{...field(voteField(memberId))}
				label={`How ${name} voted`}
				items={[
					{ value: '', text: 'No vote by name' },
					...choices.map((value) => ({ value, text: partChoices[value] })),
				]}
			/>
		))
}
