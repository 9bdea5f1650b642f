import { type ReactNode, useId } from 'react'

export interface Task {
	href?: string
	title: ReactNode
	hint?: ReactNode
	status: ReactNode
}

export function TaskList({ items }: { items: Task[] }) {
	return (
		<ul className="govuk-task-list">
			{items.map((task, index) => (
				<Item key={index} {...task} />
			))}
		</ul>
	)
}

function Item({ href, title, hint, status }: Task) {
	const id = useId()
	const describedBy = `${hint ? `${id}-hint ` : ''}${id}-status`
	return (
		<li className={`govuk-task-list__item${href ? ' govuk-task-list__item--with-link' : ''}`}>
			<div className="govuk-task-list__name-and-hint">
				{href ? (
					<a className="govuk-link govuk-task-list__link" href={href} aria-describedby={describedBy}>
						{title}
					</a>
				) : (
					<div>{title}</div>
				)}
				{hint && (
					<div id={`${id}-hint`} className="govuk-task-list__hint">
						{hint}
					</div>
				)}
			</div>
			<div className="govuk-task-list__status" id={`${id}-status`}>
				{status}
			</div>
		</li>
	)
}
