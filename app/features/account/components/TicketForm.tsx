import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { fieldsOf } from '../fields-of.ts'
import type { CardTicket, InvitationTicket, Ticket } from '../join-ticket.server.ts'
import { SharedDevice } from './SharedDevice.tsx'

/** The last step before somebody is in: a card's button, or an invitation's one or two questions. */
export function TicketForm({ ticket, form }: { ticket: Ticket; form?: FormState }) {
	return ticket.kind === 'card' ? <Card ticket={ticket} form={form} /> : <Invitation ticket={ticket} form={form} />
}

function Card({ ticket: { code, name, partnership }, form }: { ticket: CardTicket; form?: FormState }) {
	return (
		<>
			<h1 className="govuk-heading-xl">Welcome back, {name}</h1>
			<p className="govuk-body-l">
				This card lets {name} in to {partnership}.
			</p>
			<form method="post" action={`/join/${code}`}>
				<SharedDevice ticked={form?.values.shared === 'on'} />
				<Button>Come in as {name}</Button>
			</form>
			<p className="govuk-body">Not you? Give the card back to a facilitator.</p>
		</>
	)
}

function Invitation({ ticket, form }: { ticket: InvitationTicket; form?: FormState }) {
	const { code, name, partnership, purpose, email, voices } = ticket
	const field = fieldsOf(form, { name })
	return (
		<>
			<h1 className="govuk-heading-xl">You are invited to {partnership}</h1>
			<p className="govuk-body-l">{purpose}</p>
			<form method="post" action={`/join/${code}`} noValidate>
				<input type="hidden" name="memberId" value={ticket.memberId} />
				<input type="hidden" name="personId" value={ticket.personId} />
				<NameQuestion known={ticket.known} field={field('name')} />
				{voices.length > 0 && (
					<Radios
						{...field('voiceId')}
						legend="Which side do you speak from?"
						hint="Your words are counted with this side. A facilitator can change it later."
						items={voices.map(({ id, name }) => ({ value: id, text: name }))}
					/>
				)}
				<SharedDevice ticked={form?.values.shared === 'on'} />
				<Button>Join</Button>
			</form>
			<p className="govuk-body">
				{email
					? `Next time, sign in with ${email}. Only facilitators can see this address.`
					: 'Keep the code you came with. It lets you back in, so show it to nobody else.'}{' '}
				You can leave at any time.
			</p>
		</>
	)
}

interface NameQuestionProps {
	known: string | null
	field: ReturnType<ReturnType<typeof fieldsOf>>
}

function NameQuestion({ known, field }: NameQuestionProps) {
	if (known) {
		return (
			<>
				<input type="hidden" name="name" value={known} />
				<p className="govuk-body">You are called {known} here already. You can change that on your account page.</p>
			</>
		)
	}
	return (
		<TextInput
			{...field}
			label="What do you want to be called?"
			hint="Others see this name. A first name is enough, and it need not be your own."
			width={20}
			autoComplete="nickname"
			spellCheck={false}
		/>
	)
}
