import { longDate } from '~/ui/dates.ts'
import { LinkButton } from '~/ui/LinkButton.tsx'

interface SupportListProps {
	label: string
	/** `/p/harbourside/people/…` */
	base: string
	all: { id: string; name: string; until: Date }[]
	end: (name: string) => string
}

export function SupportList({ label, base, all, end }: SupportListProps) {
	return (
		// biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role when a list has no bullets
		<ul className="rows" role="list" aria-label={label}>
			{all.map(({ id, name, until }) => (
				<li key={id} className="row">
					<div className="row__words">
						{name}
						<div className="row__meta">Votes, until {longDate(until)}</div>
					</div>
					<form method="post" action={`${base}/supporters/${id}/ending`} className="row__action">
						<LinkButton>{end(name)}</LinkButton>
					</form>
				</li>
			))}
		</ul>
	)
}
