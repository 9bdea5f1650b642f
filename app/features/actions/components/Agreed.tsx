import { kindWords } from '~/features/decisions/decision-words.ts'
import { longDate } from '~/ui/dates.ts'
import { SummaryList } from '~/ui/SummaryList.tsx'
import type { FollowedAction } from '../follow-action.server.ts'

type Props = Pick<FollowedAction, 'action' | 'lead' | 'partner' | 'expectedDifference' | 'decision' | 'document'> & {
	base: string
}

/** What was agreed, by whom and from which words. */
export function Agreed({ base, action, lead, partner, expectedDifference, decision, document }: Props) {
	return (
		<SummaryList
			rows={[
				{ key: 'Reference', value: action.reference },
				{ key: 'When', value: action.due },
				{ key: 'What will be different', value: expectedDifference },
				{ key: 'Who answers for it', value: action.accountableBody },
				{ key: 'Who leads it', value: lead },
				{ key: 'Citizen partner', value: partner ?? 'Nobody yet.' },
				{
					key: 'Agreed by',
					value: (
						<>
							<a href={`${base}/decisions/${decision.id}`}>
								{kindWords[decision.kind].name} {decision.reference}, “{decision.question}”
							</a>
							{decision.at && `, ${longDate(decision.at)}`}
						</>
					),
				},
				{
					key: 'From these words',
					value: (
						<a href={`${base}/documents/${document.id}/versions/${document.version}`}>
							Version {document.version} of “{document.title}”
						</a>
					),
				},
			]}
		/>
	)
}
