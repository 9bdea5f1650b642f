import { longDate } from '~/ui/dates.ts'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { LinkButton } from '~/ui/LinkButton.tsx'

interface OpenInvitationsProps {
	open: { id: string; name: string; email: string | null; voice: string; expiresAt: Date | null }[]
	base: string
}

export function OpenInvitations({ open, base }: OpenInvitationsProps) {
	return (
		<section>
			<h2 className="govuk-heading-l">Not taken up yet</h2>
			{open.length === 0 ? (
				<EmptyState title="No open invitations">
					<a className="govuk-link" href={`${base}/invitations/new`}>
						Invite somebody
					</a>{' '}
					and they are listed here until they join.
				</EmptyState>
			) : (
				// biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role when a list has no bullets
				<ul className="rows" role="list" aria-label="Not taken up yet">
					{open.map(({ id, name, email, voice, expiresAt }) => (
						<li className="row" key={id}>
							<div className="row__words">
								<strong>{name}</strong>
								<div className="row__meta">
									{email ?? 'Card'} · {voice}
									{expiresAt && ` · until ${longDate(expiresAt)}`}
								</div>
							</div>
							<form className="row__action" method="post" action={`${base}/invitations/${id}/withdrawal`}>
								<LinkButton>
									Take back <span className="govuk-visually-hidden">the invitation for {name}</span>
								</LinkButton>
							</form>
						</li>
					))}
				</ul>
			)}
		</section>
	)
}
