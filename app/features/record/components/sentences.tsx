import type { ReactNode } from 'react'
import { actionStatuses } from '~/domain/actions/action.ts'
import type { Details, RecordKind } from '~/domain/record/entry.ts'
import { shortFingerprint } from '~/domain/short-fingerprint.ts'
import { statusWords } from '~/features/actions/status-words.ts'
import { longDate } from '~/ui/dates.ts'

export interface Told {
	/** What it happened to. */
	it: ReactNode
	/** The person it was about, when that is not `it`. */
	person: ReactNode
	details: Details
	/** What a count came to, in a sentence of its own. */
	result?: string | null
}

/** One plain sentence for everything the record can hold. */
export const sentences: Record<RecordKind, (told: Told) => ReactNode> = {
	'partnership-started': () => 'The partnership was started.',
	'partnership-changed': ({ details }) =>
		`What the partnership says about itself was changed. It is ${details.open ? 'open to everyone' : 'open to its members only'}.`,
	'voice-changed': ({ it, details }) => (
		<>
			The voice {it} was {details.added ? 'added' : 'given its name'}.
		</>
	),
	'member-joined': ({ it }) => <>{it} joined.</>,
	'member-changed': ({ it, details }) => (
		<>
			The voice or role of {it} was changed{typeof details.role === 'string' && <> to {roleWords[details.role]}</>}.
		</>
	),
	'member-left': ({ it }) => <>{it} left.</>,
	'person-erased': () => 'Somebody’s personal details were erased at their own wish. What they did still stands.',
	'group-made': ({ it }) => <>The group {it} was made.</>,
	'group-closed': ({ it }) => <>The group {it} was closed.</>,
	'seat-given': ({ it, person, details }) => (
		<>
			{person ?? 'Somebody'} was given a seat in {it}
			{seatWords(details)}.
		</>
	),
	'seat-changed': ({ it, person, details }) => (
		<>
			The seat of {person ?? 'somebody'} in {it} was changed{seatWords(details)}.
		</>
	),
	'seat-taken-away': ({ it, person }) => (
		<>
			{person ?? 'Somebody'} has no seat in {it} any more.
		</>
	),
	'card-made': ({ it }) => <>A return card was made for {it}.</>,
	'card-revoked': ({ it }) => <>The return card of {it} was ended.</>,
	'supporter-named': ({ details }) => (
		<>
			Somebody agreed to be helped with their votes
			{typeof details.until === 'string' && <>, until {longDate(new Date(details.until))}</>}.
		</>
	),
	'supporter-ended': () => 'Somebody’s help with their votes ended.',
	'document-started': ({ it }) => <>{it} was started.</>,
	'document-terms-changed': ({ it }) => <>The statement of power and money of {it} was changed.</>,
	'document-visibility-changed': ({ it, details }) => (
		<>
			Who can read {it} was changed{typeof details.to === 'string' && <>: now {visibilityWords[details.to]}</>}.
		</>
	),
	'document-proposed': ({ it }) => <>{it} left draft and was put forward for a decision.</>,
	'document-finished': ({ it, details }) => (
		<>
			Version {details.number} of {it} was said to be final: nobody writes in it any more. The reason stands on its
			page.
		</>
	),
	'document-opened-again': ({ it }) => <>{it} was opened again for writing. The reason stands on its page.</>,
	'document-stopped': ({ it }) => <>Work on {it} was stopped. The reason stands on its page.</>,
	'version-frozen': ({ it, details }) => (
		<>
			Version {details.number} of {it} was frozen.
		</>
	),
	'words-removed': ({ it, details }) => (
		<>
			Words were removed from {it} for good
			{Number(details.versions) > 0 && ', also from its frozen versions'}
			{Number(details.around) > 0 && ', and from what was said about it'}. The reason stands on the page of the words.
		</>
	),
	'decision-opened': ({ it, details }) => (
		<>
			Voting on {it} was opened.
			<Seal details={details} />
		</>
	),
	'ballot-cast': ({ it, details }) => (
		<>
			A vote was cast {details.orChanged && 'or changed '}on {it}.
		</>
	),
	'ballot-changed': ({ it }) => <>A vote on {it} was changed.</>,
	'option-withdrawn': ({ it }) => (
		<>Something people choose from in {it} was withdrawn while they vote. What it is, and why, stands on its page.</>
	),
	'paper-taken-in': ({ it }) => <>A paper vote on {it} came back.</>,
	'paper-given-back': ({ it }) => <>A paper vote on {it} had been noted by mistake, and was taken off again.</>,
	'decision-closed': ({ it, result, details }) => (
		<>
			Voting on {it} closed and was counted.{result && ` ${result}`}
			<Seal details={details} />
		</>
	),
	'casting-vote-given': ({ it, details }) => (
		<>
			Votes on {it} were level. The casting vote was used{typeof details.choice === 'string' && ` ${details.choice}`}.
		</>
	),
	'decision-stopped': ({ it }) => <>Voting on {it} was stopped. The reason stands on its page.</>,
	'body-rules-set': ({ it }) => <>The rules of {it} for its own meetings were written down.</>,
	'board-decision-recorded': ({ it, result, details }) => (
		<>
			By its clerk, {it} was entered from a meeting.{result && ` ${result}`}
			<Seal details={details} />
		</>
	),
	'board-decision-corrected': ({ it, result, details }) => (
		<>
			The minute of {it} was corrected, for the reason on its page.{result && ` It now says: ${result}`}
			<Seal details={details} />
		</>
	),
	'board-decision-approved': ({ it, details }) => (
		<>
			The minute of {it} was approved
			{typeof details.approvedOn === 'string' && <> at the meeting on {longDate(details.approvedOn)}</>}
			{details.elsewhere && ', which was not entered here,'} and is locked.
		</>
	),
	'minute-names-removed': ({ it }) => (
		<>Names of other people were taken out of the minute of {it}. The reason stands on its page.</>
	),
	'meeting-published': ({ it, details }) => (
		<>
			The agenda of {it} was published
			{details.begun === true
				? ', after the meeting had begun'
				: details.short === true && ', fewer than five clear working days before'}
			.{enteredFor(details)}
		</>
	),
	'meeting-item-added': ({ it, details }) => (
		<>
			An item was added to the published agenda of {it}
			{details.late === true && ', with fewer than five clear working days left. The reason stands beside it'}.
			{enteredFor(details)}
		</>
	),
	'meeting-item-taken-off': ({ it }) => (
		<>An item was taken off the published agenda of {it}. The reason stands beside it.</>
	),
	'meeting-item-retitled': ({ it }) => (
		<>The title of an item on the published agenda of {it} was corrected. The reason stands beside it.</>
	),
	'meeting-called-off': ({ it }) => <>Called off: {it}. The reason stands on its page.</>,
	'meeting-moved': ({ it, details }) => (
		<>
			{typeof details.from === 'string' && typeof details.to === 'string' && details.from !== details.to ? (
				<>
					The day of {it} was moved from {longDate(details.from)} to {longDate(details.to)}
				</>
			) : (
				<>The hour or place of {it} was changed</>
			)}
			{details.short === true && ', fewer than five clear working days before'}. The reason stands on its page.
			{enteredFor(details)}
			{details.unsaid === true && ' What was written down of who was there went with the old hour.'}
		</>
	),
	'meeting-attendance-set': ({ it, details }) => (
		<>
			Who was at {it} was written down: {details.present} there who count, so{' '}
			{details.quorum ? 'there was a quorum' : 'there was no quorum'}.
		</>
	),
	'interest-declared': ({ it, details }) => (
		<>
			An interest in an item of {it} was {details.byClerk ? 'entered by its clerk' : 'declared'}.
		</>
	),
	'interest-withdrawn': ({ it }) => (
		<>An interest in an item of {it} was withdrawn by its clerk. The reason stands beside the item.</>
	),
	'dispensation-set': ({ it, details }) => (
		<>
			Somebody with an interest in an item of {it} was {details.given ? '' : 'no longer '}allowed to take part in it. By
			whom and why stands beside the item.
		</>
	),
	'meeting-item-decided': ({ it }) => <>What was decided was entered under an item of {it}.</>,
	'meeting-item-noted': ({ it, details }) => (
		<>
			What was said on an item of {it} was {details.again ? 'written again' : 'written down'}.
		</>
	),
	'meeting-minutes-approved': ({ it, details }) => (
		<>
			The minutes of {it} were approved
			{typeof details.approvedOn === 'string' && <> at the meeting on {longDate(details.approvedOn)}</>}
			{details.elsewhere && ', which was not entered here,'} and are locked.
		</>
	),
	'meeting-names-removed': ({ it }) => (
		<>Names of other people were taken out of the agenda and minutes of {it}. The reason stands on its page.</>
	),
	'outcome-written': ({ it }) => <>What {it} led to was written down.</>,
	'note-added': ({ it }) => <>An “I see it differently” note was added to {it}.</>,
	'note-withdrawn': ({ it }) => <>An “I see it differently” note on {it} was taken back by its writer.</>,
	'action-agreed': ({ it, details }) => (
		<>
			{it} was agreed{typeof details.dueOn === 'string' && <>, due {longDate(details.dueOn)}</>}.
		</>
	),
	'action-updated': ({ it, details }) => (
		<>
			A report on {it} says “{statusOf(details)}”
			{typeof details.dueOn === 'string' && <>, with a new due date, {longDate(details.dueOn)}</>}.
		</>
	),
	'verdict-given': ({ it }) => <>Somebody said whether {it} made a difference.</>,
}

const roleWords: Record<string, string> = { facilitator: 'facilitator', member: 'member', observer: 'observer' }

const visibilityWords: Record<string, string> = {
	public: 'everyone',
	partnership: 'the members of this partnership',
	group: 'its group and the facilitators',
	circle: 'its circle only',
}

/** Of a reason that the chair gives. An entry from before says nothing of it. */
function enteredFor({ asChair }: Details): string {
	if (typeof asChair !== 'boolean') return ''
	return asChair ? ' The reason was entered by the chair.' : ' The reason was entered for the chair.'
}

function seatWords({ votes, office }: Details): string {
	const words = [
		office === 'chair' && 'as chair',
		office === 'clerk' && 'as clerk',
		votes === true && 'with a vote',
		votes === false && 'without a vote',
	]
	const said = words.filter(Boolean)
	return said.length > 0 ? `, ${said.join(', ')}` : ''
}

function statusOf({ status }: Details): string {
	const known = actionStatuses.find((one) => one === status)
	return known ? statusWords[known] : 'something new'
}

/** The same short form as on the ballot, the receipt and the result. */
function Seal({ details: { seal } }: { details: Details }) {
	if (typeof seal !== 'string') return null
	return (
		<>
			{' '}
			Seal <code>{shortFingerprint(seal)}</code>.
		</>
	)
}
