import type { ShownMinute } from '../present-minute.ts'
import { ComparedWords } from './ComparedWords.tsx'

type Shown = ShownMinute['amendments'][number]

/** What was proposed to change in the motion, voted on before it. */
export function Amendments({ amendments }: Pick<ShownMinute, 'amendments'>) {
	if (amendments.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">Amendments, voted on first</h2>
			<ol className="govuk-list govuk-list--number">
				{amendments.map((amendment, index) => (
					<li key={index}>
						<Amendment {...amendment} />
					</li>
				))}
			</ol>
		</section>
	)
}

function Amendment({ change, mover, seconder, how, counted, votesSaid, quorumSaid, levelSaid, ...then }: Shown) {
	const { outcomeSaid, wording, compared } = then
	return (
		<>
			<p className="govuk-body as-typed">{change}</p>
			<p className="govuk-body">
				{mover && `Moved by ${mover}. `}
				{seconder && `Seconded by ${seconder}. `}
				{!counted.startsWith(how) && `${how}. `}
				{[counted, votesSaid, quorumSaid, levelSaid].filter(Boolean).join(' ')} <strong>{outcomeSaid}</strong>
			</p>
			{wording && (
				<>
					<p className="govuk-body">The motion then read, with what was taken out and put in marked:</p>
					<ComparedWords passages={compared} />
				</>
			)}
		</>
	)
}
