import { BackLink } from '~/ui/BackLink.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { type PrintedCard, ReturnCard } from './ReturnCard.tsx'

interface PrintedCardsProps {
	title: string
	back: string
	backTo: string
	cards: PrintedCard[]
}

/** The only page that shows these codes. Everything but the cards is left out on paper. */
export function PrintedCards({ title, back, backTo, cards }: PrintedCardsProps) {
	return (
		<>
			<BackLink href={back}>{backTo}</BackLink>
			<h1 className="govuk-heading-l">{title}</h1>
			<InsetText>
				Print this page now, or copy the code. It is shown only once, because we do not keep it. Two cards fit on a
				page.
			</InsetText>
			{cards.map((card) => (
				<ReturnCard key={card.code} card={card} />
			))}
		</>
	)
}
