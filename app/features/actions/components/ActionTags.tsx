import { Tag } from '~/ui/Tag.tsx'
import type { PresentedAction } from '../present-action.ts'

/** The status in words, and what nobody may overlook: that no citizen shares the work. */
export function ActionTags({ action }: { action: PresentedAction }) {
	return (
		<>
			<Tag tone={action.tone}>{action.statusWords}</Tag>
			{!action.hasCitizenPartner && (
				<>
					{' '}
					<Tag>no citizen partner yet</Tag>
				</>
			)}
		</>
	)
}
