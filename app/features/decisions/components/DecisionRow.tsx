import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { longDate, longMoment } from '~/ui/dates.ts'
import { Row } from '~/ui/Row.tsx'
import { Tag } from '~/ui/Tag.tsx'
import { kindWords, turnoutWords } from '../decision-words.ts'
import type { ListedDecision } from '../list-shown.server.ts'

interface DecisionRowProps {
	decision: ListedDecision
	base: string
	/** Beside votes on other versions of the same document. */
	withVersion?: boolean
}

export function DecisionRow({ decision, base, withVersion = false }: DecisionRowProps) {
	const { id, question, kind, groupName, reference, turnout, state, closesAt, closedAt, about } = decision
	const isOpen = state === 'open' || state === 'closing'
	const facts = [
		kindWords[kind].name,
		groupName,
		reference,
		...(withVersion ? [`version ${about.number}`] : []),
		...(isOpen
			? [turnoutWords(turnout), `${state === 'closing' ? 'voting ended' : 'closes'} at ${longMoment(closesAt)}`]
			: []),
		...(closedAt ? [`${endedWord({ state, kind })} ${longDate(closedAt)}`] : []),
	]
	return (
		<Row
			href={`${base}/decisions/${id}`}
			title={question}
			meta={facts.join(' · ')}
			action={<Standing decision={decision} base={base} />}
		/>
	)
}

function endedWord({ state, kind }: Pick<ListedDecision, 'state' | 'kind'>) {
	if (state === 'stopped') return 'stopped'
	return kind === 'board-decision' ? 'decided' : 'closed'
}

function Standing({ decision, base }: { decision: ListedDecision; base: string }) {
	const { id, question, state, tag, mine } = decision
	if (tag) return <Tag tone={tag.tone}>{tag.text}</Tag>
	if (state === 'closing') return <Tag>counting now</Tag>
	if (mine === 'voted') return <Tag tone="good">you have voted</Tag>
	if (mine === 'waiting') {
		return (
			<ButtonLink href={`${base}/decisions/${id}`}>
				Vote<span className="govuk-visually-hidden"> on {question}</span>
			</ButtonLink>
		)
	}
	return <Tag tone="open">open</Tag>
}
