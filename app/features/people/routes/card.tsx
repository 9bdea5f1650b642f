import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listCardsOf } from '~/../db/queries/join-codes.ts'
import { listContacts } from '~/../db/queries/persons.ts'
import { mayManagePeople } from '~/domain/access/policies.ts'
import { judgeCard } from '~/domain/people/join-code.ts'
import { type Args, allow } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { PrintedCards } from '../components/PrintedCards.tsx'
import { makeCard } from '../make-card.server.ts'
import { printCard } from '../print-card.server.ts'
import { refusals } from '../refusals.ts'
import { peopleTitle } from '../titles.ts'
import { visitMember } from '../visit-people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	peopleTitle(data?.partnership, `Return card for ${data?.name ?? ''}`)

async function visitForCard(args: Args) {
	const here = await visitMember(args)
	allow(mayManagePeople(here.membership, here.member), here, args.request)
	return here
}

export async function loader(args: LoaderFunctionArgs) {
	const { membership, partnership, member, base } = await visitForCard(args)
	const { db } = args.context
	const [cards, [contact]] = await Promise.all([listCardsOf(db.read, member.id), listContacts(db.read, [member.id])])
	return {
		partnership: partnership.name,
		name: member.name,
		back: `${base}/${member.id}`,
		has: cards.length > 0,
		judged: judgeCard(membership, { memberId: member.id, email: contact?.email ?? null }),
	}
}

/** Answers with the card itself: its code is kept nowhere, so this page is the only one that ever shows it. */
export async function action(args: ActionFunctionArgs) {
	const { context } = args
	const { membership, partnership, member } = await visitForCard(args)
	const made = await makeCard(context, membership, member.id)
	if ('refused' in made) return data({ card: null, errors: { '': [refusals[made.refused]] } }, { status: 409 })
	const card = await printCard(context, {
		kind: 'card',
		name: member.name,
		partnership: partnership.name,
		code: made.code,
	})
	return data({ card, errors: {} }, { headers: { 'cache-control': 'no-store' } })
}

export default function CardPage() {
	const { name, back, has, judged } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	if (answer?.card)
		return <PrintedCards title={`Return card for ${name}`} back={back} backTo={name} cards={[answer.card]} />
	return (
		<>
			<BackLink href={back}>{name}</BackLink>
			<ErrorSummary errors={answer?.errors} />
			<h1 className="govuk-heading-l">Return card for {name}</h1>
			{judged === 'ok' ? <MakeCard name={name} has={has} /> : <p className="govuk-body">{refusals[judged]}</p>}
			{has && (
				<form method="post" action={`${back}/card/revocation`}>
					<p className="govuk-body">
						Is the card lost? Make it useless, and everybody signed in as {name} is signed out.
					</p>
					<Button kind="warning">Make the card useless</Button>
				</form>
			)}
		</>
	)
}

function MakeCard({ name, has }: { name: string; has: boolean }) {
	return (
		<>
			<p className="govuk-body">
				A card with a short code lets {name} in without e-mail or password, as often as they like. Whoever holds it can
				come in as {name}. Print it, and give it to nobody else.
			</p>
			<p className="govuk-body">The record says that you made it. {name} can make it useless at any time.</p>
			{has && <p className="govuk-body">{name} has a card now. A new one makes the old one useless.</p>}
			<form method="post">
				<Button>{has ? 'Make a new card' : 'Make a card'}</Button>
			</form>
		</>
	)
}
