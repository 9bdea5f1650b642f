import type { GroupKind } from '~/domain/people/group.ts'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Row } from '~/ui/Row.tsx'
import { Rows } from '~/ui/Rows.tsx'
import { kindNames } from '../group-words.ts'

interface Listed {
	id: string
	name: string
	kind: GroupKind
	seats: number
	mine: boolean
}

export function GroupList({ base, groups, mayMake }: { base: string; groups: Listed[]; mayMake: boolean }) {
	return (
		<section>
			<h2 className="govuk-heading-l">Groups</h2>
			{groups.length === 0 ? (
				<EmptyState title="No groups yet">
					Panels, boards, collaboratives and private circles will be listed here. A facilitator makes the first, or you
					start a private circle.
				</EmptyState>
			) : (
				<Rows label="Groups">
					{groups.map(({ id, name, kind, seats, mine }) => (
						<Row
							key={id}
							href={`${base}/groups/${id}`}
							title={name}
							meta={`${kindNames[kind]} · ${seats === 1 ? '1 seat' : `${seats} seats`}${mine ? ' · you have a seat' : ''}`}
						/>
					))}
				</Rows>
			)}
			{mayMake && (
				<ButtonLink href={`${base}/groups/new`} kind="secondary">
					Make a group
				</ButtonLink>
			)}
		</section>
	)
}
