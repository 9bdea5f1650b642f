import { Radios } from '~/ui/Radios.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import type { OnlineKind } from '../askable-group.ts'
import { quorumChoices } from '../quorum-choices.ts'
import type { SetUpFields } from './set-up-fields.ts'

export interface QuorumFieldsProps {
	kind: OnlineKind
	/** How many may vote. */
	electors: number
	fields: SetUpFields
}

/** A share says the number it comes to, so that nobody has to work it out. Half of a panel is usual; advice needs nobody. */
export function QuorumFields({ kind, electors, fields: { typed, errors } }: QuorumFieldsProps) {
	const chosen = typed('quorumAs', kind === 'panel-vote' ? 'half' : 'none') ?? ''
	return (
		<>
			<Radios
				name="quorumAs"
				legend="How many must take part?"
				hint={quorumHint(kind, electors)}
				errors={errors.quorumAs}
				defaultValue={chosen}
				items={[
					...quorumChoices(electors, chosen).map(({ name, ...said }) => ({ value: name, ...said })),
					{ value: 'number', text: 'A number', hint: 'Enter it below.' },
					{ value: 'none', text: 'It counts however few take part' },
				]}
			/>
			<TextInput
				name="quorum"
				label="The number, if you chose “A number”"
				inputMode="numeric"
				width={3}
				errors={errors.quorum}
				defaultValue={typed('quorum')}
			/>
		</>
	)
}

function quorumHint(kind: OnlineKind, electors: number) {
	const fewer =
		kind === 'panel-vote'
			? 'With fewer there is no decision, which is not the same as a lost vote. See what the group’s own rules say.'
			: 'With fewer it does not count as what people think.'
	return `${electors} may vote. ${fewer} A share is rounded up.`
}
