import { Button } from '~/ui/Button.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { Checkboxes } from '~/ui/Checkboxes.tsx'

interface WaitingInvitationsProps {
	waiting: {
		id: string
		name: string
		email: string | null
		voice: string
		/** Where a seat with a vote waits for them. */
		group: string | null
		isAskedOneByOne: boolean
	}[]
	errors: string[] | undefined
	base: string
}

/** Rows of a file that need a yes. Nobody has heard from us yet. */
export function WaitingInvitations({ waiting, errors, base }: WaitingInvitationsProps) {
	return (
		<form method="post" action={`${base}/invitations`}>
			<Checkboxes
				name="chosen"
				legend={waiting.length === 1 ? '1 person waits for your yes' : `${waiting.length} people wait for your yes`}
				legendSize="l"
				hint={`Nobody has been told yet. Those with an e-mail address get an e-mail. For the others you print a card.${oneByOne(waiting)}`}
				errors={errors}
				defaultValues={waiting.flatMap(({ id, isAskedOneByOne }) => (isAskedOneByOne ? [] : id))}
				items={waiting.map(({ id, name, email, voice, group }) => ({
					value: id,
					text: name,
					hint: [email ?? 'Card', voice, ...(group ? [`a seat with a vote in ${group}`] : [])].join(' · '),
				}))}
			/>
			<ButtonGroup>
				<Button>Invite those I chose</Button>
				<Button kind="secondary" formAction={`${base}/invitations/all/withdrawal`}>
					Take those I chose off the list
				</Button>
			</ButtonGroup>
		</form>
	)
}

function oneByOne(waiting: WaitingInvitationsProps['waiting']): string {
	if (!waiting.some(({ isAskedOneByOne }) => isAskedOneByOne)) return ''
	return ' Commissioners, and people for a board, are not ticked for you. Check each of them, and tick those who are right.'
}
