import { choices } from '~/domain/decisions/decision.ts'
import { Select } from '~/ui/Select.tsx'
import type { BodyMember } from '../body-member.ts'
import { partChoices } from '../minute-words.ts'
import { voteField } from '../seat-form.ts'
import type { Field } from './field.ts'
import { NoVote, noVoteWords } from './NoVoteFields.tsx'

/** How each member voted on the motion. Whoever has no vote, or took no part, is not asked. */
export function VoteFields({ members, field }: { members: readonly BodyMember[]; field: Field }) {
	return members
		.filter(({ votes }) => votes)
		.map(({ memberId, name }) => {
			const vote = field(voteField(memberId))
			const out = noVoteWords(field, memberId, vote)
			if (out) return <NoVote key={memberId} name={name} words={out} />
			return (
				<Select
					key={memberId}
					{...vote}
					label={`How ${name} voted`}
					items={[
						{ value: '', text: 'No vote by name' },
						...choices.map((value) => ({ value, text: partChoices[value] })),
					]}
				/>
			)
		})
}
