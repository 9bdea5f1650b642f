import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { Radios } from '~/ui/Radios.tsx'

interface HelpChoiceProps {
	/** Those this person has named themselves. */
	supporters: { id: string; name: string }[]
	help: string | undefined
}

/** That somebody helped is kept on the list of who has voted, apart from the ballot; who, only if they are a supporter. */
export function HelpChoice({ supporters, help }: HelpChoiceProps) {
	if (supporters.length === 0)
		return (
			<Checkboxes
				name="help"
				legend="Help"
				legendSize="s"
				defaultValues={help === 'beside' ? ['beside'] : []}
				items={[
					{
						value: 'beside',
						text: 'Somebody helped me to fill this in',
						hint: 'We keep that you had help, apart from your vote. We do not keep who helped.',
					},
				]}
			/>
		)
	return (
		<Radios
			name="help"
			legend="Did somebody help you to fill this in?"
			legendSize="s"
			hint="It is kept apart from your vote, and shown on no page but yours."
			defaultValue={help ?? 'none'}
			items={[
				{ value: 'none', text: 'No' },
				...supporters.map(({ id, name }) => ({ value: id, text: `${name}, my supporter` })),
				{ value: 'beside', text: 'Somebody else', hint: 'We do not keep who.' },
			]}
		/>
	)
}
