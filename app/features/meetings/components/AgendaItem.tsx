import type { ReactNode } from 'react'
import { paperCheckWords, paperSaysAll, purposeWords } from '../meeting-words.ts'
import type { ShownItem } from '../read-agenda.server.ts'

/** One item of an agenda as everybody who may see it reads it. `children` stand below it: what came of it. */
export function AgendaItem({ item, base, children }: { item: ShownItem; base: string; children?: ReactNode }) {
	const {
		id,
		number,
		title,
		purpose,
		presenter,
		privateReason,
		lateReasonSaid,
		takenOffReason,
		paper,
		notes,
		retitled,
	} = item
	return (
		<li className="agenda__item" id={`item-${id}`}>
			<h3 className="govuk-heading-s agenda__title">
				{number === null ? 'Taken off' : number}. {title}
			</h3>
			{retitled.map((words) => (
				<p className="govuk-body as-typed" key={words}>
					{words}
				</p>
			))}
			{takenOffReason && <p className="govuk-body as-typed">Taken off the agenda. Why: {takenOffReason}</p>}
			<p className="govuk-body">
				<strong>{purposeWords[purpose]}.</strong>
				{presenter && <> Presented by {presenter}.</>}
			</p>
			{privateReason && <p className="govuk-body as-typed">Not public, because {privateReason}</p>}
			{paper && (
				<>
					<p className="govuk-body">
						Paper:{' '}
						<a href={base + paper.path}>
							{paper.reference}, version {paper.number} of “{paper.title}”
						</a>
					</p>
					<PaperCheck missing={paper.missing} />
				</>
			)}
			{notes.map(({ reference, path, notes }) => (
				<p className="govuk-body" key={reference}>
					<a href={base + path}>
						{notes === 1 ? '1 note' : `${notes} notes`} of disagreement on this paper, with {reference}
					</a>
				</p>
			))}
			{lateReasonSaid && <p className="govuk-body as-typed">Added late. {lateReasonSaid}</p>}
			{children}
		</li>
	)
}

/** What a paper does not say, in words: an empty box would say nothing. */
export function PaperCheck({ missing }: { missing: NonNullable<ShownItem['paper']>['missing'] }) {
	if (missing.length === 0) return <p className="govuk-body">{paperSaysAll}</p>
	return (
		<p className="govuk-body">
			<strong>{paperCheckWords(missing).join(' ')}</strong>
		</p>
	)
}
