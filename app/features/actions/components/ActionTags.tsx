import { Tag } from '~/ui/Tag.tsx'
import type { PresentedAction } from '../present-action.ts'

/** The status in words, and the two things nobody may overlook: done on paper only, and shared with nobody. */
export function ActionTags({ action }: { action: PresentedAction }) {
	return (
		<>
			<Tag tone={action.tone}>{action.statusWords}</Tag>
			{action.isDoneOnPaper && (
				<>
					{' '}
					<Tag tone="open">done on paper, not felt</Tag>
				</>
			)}
			{!action.hasCitizenPartner && (
				<>
					{' '}
					<Tag>not yet shared</Tag>
				</>
			)}
		</>
	)
}
