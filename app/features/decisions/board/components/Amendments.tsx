import type { ShownMinute } from '../present-minute.ts'

/** What was proposed to change in the motion, voted on before it. */
export function Amendments({ amendments }: Pick<ShownMinute, 'amendments'>) {
	if (amendments.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">Amendments, voted on first</h2>
			<ol className="govuk-list govuk-list--number">
				{amendments.map(({ change, mover, seconder, counted, levelSaid, outcomeSaid, wording }, index) => (
					<li key={index}>
						<p className="govuk-body as-typed">{change}</p>
						<p className="govuk-body">
							{mover && `Moved by ${mover}. `}
							{seconder && `Seconded by ${seconder}. `}
							{counted} {levelSaid} <strong>{outcomeSaid}</strong>
						</p>
						{wording && <p className="govuk-body as-typed">The motion then read: {wording}</p>}
					</li>
				))}
			</ol>
		</section>
	)
}
