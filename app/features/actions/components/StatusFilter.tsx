import { type ActionStatus, actionStatuses } from '~/domain/actions/action.ts'
import { capital, statusWords } from '../status-words.ts'

/** Plain links, one for each status that some action has; the page with all of them comes first. */
export function StatusFilter({
	base,
	all,
	counts,
	chosen,
}: {
	base: string
	all: number
	/** One that stands in two ways is counted in both. */
	counts: Record<string, number>
	chosen: ActionStatus | null
}) {
	const some = actionStatuses.filter((status) => counts[status])
	const twice = some.reduce((sum, status) => sum + (counts[status] ?? 0), 0) - all
	return (
		<nav className="choices" aria-label="Which actions to show">
			<ul className="choices__list">
				<Choice href={base} current={!chosen} text={`All (${all})`} />
				{some.map((status) => (
					<Choice
						key={status}
						href={`${base}?status=${status}`}
						current={status === chosen}
						text={`${capital(statusWords[status])} (${counts[status]})`}
					/>
				))}
			</ul>
			{twice > 0 && (
				<p className="govuk-body">
					{twice === 1
						? '1 action is worse than before and late, so it is counted under both.'
						: `${twice} actions are worse than before and late, so they are counted under both.`}
				</p>
			)}
		</nav>
	)
}

function Choice({ href, current, text }: { href: string; current: boolean; text: string }) {
	return (
		<li>
			<a href={href} aria-current={current ? 'page' : undefined}>
				{text}
			</a>
		</li>
	)
}
