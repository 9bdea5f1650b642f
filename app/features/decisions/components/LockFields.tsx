import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { Details } from '~/ui/Details.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import type { VoiceToAsk } from '../askable-group.ts'
import type { SetUpFields } from './set-up-fields.ts'

/** The lock: each voice chosen here is asked by itself, and each must agree. */
export function LockFields({ voices, fields }: { voices: VoiceToAsk[]; fields: SetUpFields }) {
	const { typed, ticked, errors } = fields
	const quorumOf = ({ id }: VoiceToAsk) => `lockQuorum.${id}`
	const chosen = ticked('lock')
	const open = chosen.length > 0 || Boolean(errors.lock) || voices.some((voice) => errors[quorumOf(voice)])
	return (
		<Details summary="Ask some voices separately" open={open}>
			<Checkboxes
				name="lock"
				legend="Which voices must each agree by themselves?"
				legendSize="s"
				hint="Whatever the total says, it is agreed only if each voice you choose here has more for than against, and enough taking part. In a secret vote, only a voice with five or more people on the list can be chosen."
				errors={errors.lock}
				defaultValues={chosen}
				items={voices.map(({ id, name, electors }) => ({
					value: id,
					text: name,
					hint: electors === 0 ? 'Nobody on the list speaks with this voice.' : `${electors} on the list.`,
				}))}
			/>
			{voices.map((voice) => (
				<TextInput
					key={voice.id}
					name={quorumOf(voice)}
					label={`${voice.name}: how many of them must take part, if asked separately?`}
					inputMode="numeric"
					width={3}
					errors={errors[quorumOf(voice)]}
					defaultValue={typed(quorumOf(voice), '1')}
				/>
			))}
		</Details>
	)
}
