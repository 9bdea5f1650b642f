export interface Stop {
	key: string
	name: string
	/** A few words under the name: a date, a count, a reason. */
	detail?: string
	href?: string
	state: StopState
}

export type StopState = 'done' | 'now' | 'ahead' | 'stopped'

/** Where this stands: solid behind, dotted ahead, the present ringed, and all of it said in words. */
export function Thread({ label = 'Where this stands', stops }: { label?: string; stops: Stop[] }) {
	return (
		<div className="thread-room">
			{/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role when a list has no numbers */}
			<ol className="thread" role="list" aria-label={label}>
				{stops.map((stop) => (
					<li
						key={stop.key}
						className={`thread__stop thread__stop--${stop.state}`}
						aria-current={stop.state === 'now' ? 'step' : undefined}
					>
						<span className="thread__name">{stop.href ? <a href={stop.href}>{stop.name}</a> : stop.name}</span>
						<StateWords state={stop.state} detail={stop.detail} />
						{stop.detail && <span className="thread__detail">{stop.detail}</span>}
					</li>
				))}
			</ol>
		</div>
	)
}

const hiddenWords = { done: 'done', now: 'now', ahead: 'not yet' }

function StateWords({ state, detail }: Pick<Stop, 'state' | 'detail'>) {
	if (state === 'stopped') return <strong className="thread__stopped">Stopped here</strong>
	if (state === 'ahead' && !detail) return <span className="thread__detail">not yet</span>
	if (detail === hiddenWords[state]) return null
	return <span className="govuk-visually-hidden"> ({hiddenWords[state]}) </span>
}
