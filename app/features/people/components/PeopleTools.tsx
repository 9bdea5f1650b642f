import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { ButtonLink } from '~/ui/ButtonLink.tsx'

/** What a facilitator can begin from the list of people. */
export function PeopleTools({ base, waiting }: { base: string; waiting: number }) {
	return (
		<ButtonGroup>
			<ButtonLink href={`${base}/invitations/new`}>Invite somebody</ButtonLink>
			<ButtonLink href={`${base}/invitations/file`} kind="secondary">
				Invite from a file
			</ButtonLink>
			<a className="govuk-link" href={`${base}/invitations`}>
				{waiting === 0 ? 'Invitations' : `Invitations not taken up yet: ${waiting}`}
			</a>
			<a className="govuk-link" href={`${base}/voices`}>
				Voices
			</a>
		</ButtonGroup>
	)
}
