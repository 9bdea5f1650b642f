import type { ReactNode } from 'react'
import { isChoosing } from '~/domain/decisions/decision.ts'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { Details } from '~/ui/Details.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import type { ShownDecision } from '../present-decision.server.ts'
import { sayFor } from '../would-words.ts'
import { BallotAbout } from './BallotAbout.tsx'
import { BallotForm } from './BallotForm.tsx'
import { BallotPaper } from './BallotPaper.tsx'
import { Carried } from './Carried.tsx'
import { Shortlist } from './Shortlist.tsx'

interface BallotPreviewsProps {
	preview: ShownDecision
	electorate: Elector[]
	/** By name. */
	partnership: string
	/** The answers; `as` in it says whose ballot is shown: a voice by its id, or `helped`. The first voice unless said. */
	form: FormState
}

interface Elector {
	memberId: string
	name: string
	voiceId: string
	voice: string
}

interface Voice {
	id: string
	name: string
	people: Elector[]
}

const helped = 'helped'

/**
 * How it will look to everyone it reaches, before anything is fixed: the very ballot of each voice, of whoever is helped,
 * and the very paper. One ballot is shown at a time, since a page cannot hold the same fields twice.
 */
export function BallotPreviews({ preview, electorate, partnership, form }: BallotPreviewsProps) {
	const as = form.values.as
	const voices = voicesOf(electorate)
	const chosen = as === helped ? helped : (voices.find(({ id }) => id === as) ?? voices[0])
	if (!chosen) return null
	return (
		<>
			{/* biome-ignore lint/a11y/noAutofocus: whoever asked for another ballot is brought to it */}
			<h2 className="govuk-heading-m" tabIndex={-1} autoFocus={as !== undefined}>
				What people will see
			</h2>
			<p className="govuk-body">
				This is the ballot as each of them will see it. Somebody who comes in with a printed card sees the same.
			</p>
			<form method="post">
				<Carried form={form} except={['as']} />
				<ButtonGroup>
					{voices.map(({ id, name }) => (
						<Button key={id} kind="secondary" name="as" value={id}>
							Show the ballot of: {name}
						</Button>
					))}
					<Button kind="secondary" name="as" value={helped}>
						Show it with a supporter
					</Button>
				</ButtonGroup>
			</form>
			{chosen === helped ? (
				<HelpedBallot preview={preview} elector={electorate[0]!} />
			) : (
				<VoiceBallot preview={preview} voice={chosen} />
			)}
			<Details summary="On paper">
				<BallotPaper decision={preview} partnership={partnership} voice={paperVoice(preview, voices, chosen)} />
			</Details>
			<Details summary="Somebody who may not vote">
				<p className="govuk-body">
					{preview.seenBy} They see the question, the words it is about, the rules and how many have voted. In place of
					the ballot stands:
				</p>
				<p className="govuk-body">
					The people in {preview.groupName} answer this. Who may vote is fixed when it opens.
				</p>
			</Details>
		</>
	)
}

function VoiceBallot({ preview, voice: { id, name, people } }: { preview: ShownDecision; voice: Voice }) {
	return (
		<section aria-label={`The ballot of: ${name}`}>
			<h3 className="govuk-heading-s">
				{name}: {people.length === 1 ? '1 person' : `${people.length} people`}
			</h3>
			<p className="govuk-body">{people.map((person) => person.name).join(', ')}.</p>
			{ofVoice(preview, id).map((words) => (
				<p key={words} className="govuk-body">
					{words}
				</p>
			))}
			<BallotAbout decision={preview} />
			<ToLookAt>
				<BallotForm decision={preview} address="" ballotId="" hasVoted={false} mine={null} />
			</ToLookAt>
			<Shortlist shortlist={preview.shortlist} />
		</section>
	)
}

/** As their supporter's page has it, with somebody's name who is really asked. */
function HelpedBallot({ preview, elector }: { preview: ShownDecision; elector: Elector }) {
	const { memberId: id, name } = elector
	return (
		<section aria-label="The ballot with a supporter">
			<h3 className="govuk-heading-s">What a supporter of {name} would see</h3>
			<p className="govuk-body">
				A supporter has no part in it, and votes only if they are on the list themselves. {name} can also fill in their
				own ballot with somebody beside them, and say so on it.
			</p>
			<WarningText>
				You are helping {name}. This is {name}’s vote, not yours.
			</WarningText>
			<BallotAbout decision={preview} helping={{ name }} />
			<ToLookAt>
				<BallotForm decision={preview} address="" ballotId="" hasVoted={false} mine={null} helping={{ id, name }} />
			</ToLookAt>
			<Shortlist shortlist={preview.shortlist} />
		</section>
	)
}

/** Its boxes show how it looks and cannot be used. */
function ToLookAt({ children }: { children: ReactNode }) {
	return (
		<fieldset className="govuk-fieldset" disabled>
			<legend className="govuk-visually-hidden">The ballot, to look at</legend>
			{children}
		</fieldset>
	)
}

/** What the rules say of one voice and of no other. */
function ofVoice({ rules, ...asked }: ShownDecision, voiceId: string): string[] {
	const say = sayFor(asked)
	const own = (list: readonly { voiceId: string; quorum: number }[] | undefined) =>
		list?.find((one) => one.voiceId === voiceId)?.quorum
	const locked = 'voiceLock' in rules ? own(rules.voiceLock) : undefined
	const least = 'voiceQuorum' in rules ? own(rules.voiceQuorum) : undefined
	return [
		...(locked === undefined
			? []
			: [
					`This voice is asked by itself: it must ${say('agree', 'be in favour')} too, with at least ${locked} of them taking part.`,
				]),
		...(least === undefined
			? []
			: [`At least ${least} of them must take part, or ${say('there is no decision', 'nothing can be said')}.`]),
		...(isChoosing({ ...asked, rules } as ShownDecision) && 'byVoice' in rules && rules.byVoice
			? ['This voice has an equal share of the money, divided among those of them who vote.']
			: []),
	]
}

/** A secret paper says whose side it speaks from and nothing else, where there is more than one. */
function paperVoice({ rules }: ShownDecision, voices: Voice[], chosen: Voice | typeof helped): string | undefined {
	if (rules.secrecy !== 'secret' || voices.length < 2) return undefined
	return (chosen === helped ? voices[0] : chosen)?.name
}

function voicesOf(electorate: Elector[]): Voice[] {
	const voices = new Map<string, Voice>()
	for (const person of electorate) {
		const { voiceId: id, voice: name } = person
		voices.set(id, { id, name, people: [...(voices.get(id)?.people ?? []), person] })
	}
	return [...voices.values()]
}
