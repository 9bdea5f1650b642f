import { Table } from '~/ui/Table.tsx'
import { VoiceMark } from '~/ui/VoiceMark.tsx'
import type { ShownMinute } from '../present-minute.ts'

/** An interest is neither absence nor abstention, and is never shown as either. */
export function HowEachTookPart({ members }: Pick<ShownMinute, 'members'>) {
	const someInterest = members.some(({ interest }) => interest)
	return (
		<Table
			caption="How each took part"
			captionSize="m"
			head={[
				{ text: 'Name' },
				{ text: 'Part in this item' },
				...(someInterest ? [{ text: 'Interest' }] : []),
				{ text: 'Sits there as' },
				{ text: 'Voice' },
			]}
			rows={members.map(({ memberId, sat, right, voice, shape, took, joined, interest }) => [
				sat,
				joined ? `${took} (${joined})` : took,
				...(someInterest ? [interest] : []),
				right,
				<VoiceMark key={memberId} shape={shape} name={voice} />,
			])}
		/>
	)
}
