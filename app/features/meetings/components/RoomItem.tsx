import { longMoment, type Moment } from '~/ui/dates.ts'
import { InsetText } from '~/ui/InsetText.tsx'
import { purposeWords } from '../meeting-words.ts'
import type { ShownRoom } from '../read-room.server.ts'
import { ItemOutcome } from './ItemOutcome.tsx'
import { OnSamePaper } from './OnSamePaper.tsx'

export interface RoomItemProps {
	item: ShownRoom['items'][number]
	base: string
	address: string
	groupId: string
	/** Nothing may be changed any more. */
	isLocked: boolean
	startsAt: Moment
	/** Its hour has come, so what was decided may be entered. */
	hasBegun: boolean
}

/** One item as the clerk takes it: who is shut out of it, whether there is a quorum for it, and what came of it. */
export function RoomItem({ item, base, address, groupId, isLocked, startsAt, hasBegun }: RoomItemProps) {
	const {
		id,
		number,
		title,
		purpose,
		presenter,
		versionId,
		takenOffReason,
		isPrivate,
		outcome,
		elsewhere,
		quorum,
		presiderIsOut,
	} = item
	const isOpen = !isLocked && takenOffReason === null
	const isUndecided = isOpen && !outcome.decision
	const mayDecide = isUndecided && purpose === 'decide' && versionId !== null
	const entry = `${base}/decisions/board/new?version=${versionId}&group=${groupId}&item=${id}`
	const on = <span className="govuk-visually-hidden"> on {title}</span>
	return (
		<section>
			<h3 className="govuk-heading-s as-typed">
				{number !== null && `${number}. `}
				{title}
			</h3>
			<p className="govuk-body">
				{purposeWords[purpose]}.{presenter && ` Presented by ${presenter}.`}
				{isPrivate && ' Part B: not public.'}
			</p>
			{takenOffReason && (
				<p className="govuk-body as-typed">This item was taken off the agenda. The reason: {takenOffReason}</p>
			)}
			<ItemOutcome base={base} outcome={outcome} />
			<OnSamePaper base={base} elsewhere={elsewhere} />
			{quorum && !outcome.decision && (
				<InsetText>
					<p>For this item, without those who have an interest in it: {quorum.join(' ')}</p>
					{presiderIsOut && <p>Whoever presides has an interest in this item. Somebody else presides over it.</p>}
				</InsetText>
			)}
			<ul className="govuk-list">
				{isUndecided &&
					outcome.interests
						.filter(({ isWithdrawn }) => !isWithdrawn)
						.map(({ id, name }) => (
							<li key={id}>
								<a href={`${address}/interests/${id}/dispensation`}>
									Allow {name} to take part in spite of it{on}
								</a>{' '}
								or{' '}
								<a href={`${address}/interests/${id}/withdrawal`}>
									withdraw {name}’s interest{on}
								</a>
							</li>
						))}
				{mayDecide && hasBegun && (
					<li>
						<a href={entry}>Enter what was decided{on}</a>
					</li>
				)}
				{mayDecide && !hasBegun && (
					<li>
						What is decided is entered once the meeting has begun: come back at {longMoment(startsAt)}. If that hour is
						wrong, <a href={`${address}/move`}>move the meeting</a>.
					</li>
				)}
				{isUndecided && (
					<li>
						<a href={`${address}/items/${id}/interest`}>Write down an interest{on}</a>
					</li>
				)}
				{isOpen && (
					<li>
						<a href={`${address}/items/${id}/noted`}>
							{outcome.noted ? 'Write again what was said' : 'Write what was said'}
							{on}
						</a>
					</li>
				)}
			</ul>
		</section>
	)
}
