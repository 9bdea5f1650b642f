import { Details } from '~/ui/Details.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import type { Asked } from '../askable-group.ts'
import type { SetUpFields } from './set-up-fields.ts'

/** What carries a motion; folded away: whom a share is a share of, who settles a level vote, and how many of which voice. */
export function MotionRules({ fields, asked }: { fields: SetUpFields; asked: Asked }) {
	const { typed, errors } = fields
	const isShare = typed('of', 'voting') !== 'voting'
	const hasCasting = typed('casting', 'none') !== 'none'
	return (
		<>
			<Radios
				name="threshold"
				legend="What does it need to be agreed?"
				hint="Abstaining counts as taking part and is on neither side."
				errors={errors.threshold}
				defaultValue={typed('threshold', 'majority')}
				items={[
					{ value: 'majority', text: 'More for than against' },
					{ value: 'two-thirds', text: 'At least two thirds for' },
					{ value: 'three-quarters', text: 'At least three quarters for' },
					{ value: 'everyone', text: 'All for, nobody against' },
				]}
			/>
			<Details summary="More rules" open={isShare || hasCasting || Boolean(errors.of ?? errors.casting)}>
				<Radios
					name="of"
					legend="Two thirds, three quarters or all of whom?"
					legendSize="s"
					errors={errors.of}
					defaultValue={typed('of', 'voting')}
					items={[
						{ value: 'voting', text: 'Of those who vote for or against' },
						{ value: 'present', text: 'Of everybody who votes', hint: 'Whoever abstains makes it harder to agree.' },
						{
							value: 'entitled',
							text: 'Of everybody who may vote',
							hint: 'Whoever abstains or does not vote makes it harder to agree.',
						},
					]}
				/>
				<CastingVote asked={asked} fields={fields} />
			</Details>
			<VoiceQuorum asked={asked} fields={fields} />
		</>
	)
}

function CastingVote({ asked: { castingVoter }, fields: { typed, errors } }: { asked: Asked; fields: SetUpFields }) {
	if (!castingVoter)
		return (
			<p className="govuk-body">
				If as many are for as against, it is not agreed. A chair can settle that only in a panel vote, where the group
				has a chair and its rules give them a casting vote.
			</p>
		)
	return (
		<Radios
			name="casting"
			legend="What if as many are for as against?"
			legendSize="s"
			errors={errors.casting}
			defaultValue={typed('casting', 'none')}
			items={[
				{ value: 'none', text: 'It is not agreed' },
				{
					value: castingVoter.memberId,
					text: `${castingVoter.name}, who chairs the group, decides`,
					hint: 'Only if the group’s own rules give its chair a casting vote. They are asked after voting ends, and everyone can read their reason.',
				},
			]}
		/>
	)
}

function VoiceQuorum({ asked: { voices }, fields: { typed, errors } }: { asked: Asked; fields: SetUpFields }) {
	const fieldOf = (id: string) => `voiceQuorum.${id}`
	const open = voices.some(({ id }) => typed(fieldOf(id)) || errors[fieldOf(id)])
	return (
		<Details summary="Ask for a least number of some voices" open={open}>
			<p className="govuk-body">
				With fewer of them taking part there is no decision. They need not agree. Leave empty what you do not ask for.
				In a secret vote, only a voice with five or more people on the list can be asked for.
			</p>
			{voices.map(({ id, name, electors }) => (
				<TextInput
					key={id}
					name={fieldOf(id)}
					label={`${name}: at least how many must take part?`}
					hint={electors === 0 ? 'Nobody on the list speaks with this voice.' : `${electors} on the list.`}
					inputMode="numeric"
					width={3}
					errors={errors[fieldOf(id)]}
					defaultValue={typed(fieldOf(id))}
				/>
			))}
		</Details>
	)
}
