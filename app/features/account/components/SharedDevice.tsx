import { Checkboxes } from '~/ui/Checkboxes.tsx'

/** Asked whenever somebody comes in. On a shared device a session ends by itself (`sharedIdleMs`). */
export function SharedDevice({ ticked }: { ticked?: boolean }) {
	return (
		<Checkboxes
			name="shared"
			legend="Is this your own device?"
			legendSize="s"
			defaultValues={ticked ? ['on'] : []}
			items={[
				{
					value: 'on',
					text: 'Other people use this device too',
					hint: 'You will be signed out after 15 minutes without use.',
				},
			]}
		/>
	)
}
