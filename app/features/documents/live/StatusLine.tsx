import { useEffect, useState } from 'react'
import { VoiceMark } from '~/ui/VoiceMark.tsx'
import type { Live } from './live-document.ts'
import { type PersonHere, peopleWords } from './people-here.ts'
import { savedWords } from './status-words.ts'

/** Screen readers hear a change once it has settled, so that typing is not talked over. */
const settleMs = 3_000

export interface StatusLineProps {
	live: Live
	shapes: Record<string, number>
	/** `/p/harbourside/documents/…` */
	address: string
}

export function StatusLine({ live, shapes, address }: StatusLineProps) {
	const saved = savedWords(live)
	const people = live.arrived && live.connected && !live.ending && !live.damaged ? peopleWords(live.people) : ''
	return (
		<div className="editor__status">
			<p data-testid="saved">{saved}</p>
			{people && (
				<p>
					{people} {live.people.length > 1 && <Names people={live.people} shapes={shapes} />}
				</p>
			)}
			{live.rescued && (
				<p>
					Some of your words were put aside for you. <a href={`${address}/rescued`}>Look at them</a>
				</p>
			)}
			{live.slowDown && <p>You are sending a lot at once. It arrives a little later.</p>}
			<Said words={people} />
			<Said words={isPassing(live) || isOnBanner(live) ? '' : saved} />
		</div>
	)
}

const mostNames = 4

function Names({ people, shapes }: { people: PersonHere[]; shapes: Record<string, number> }) {
	return (
		<>
			{people.slice(0, mostNames).map(({ memberId, name, voice }, at) => (
				<span key={memberId}>
					{at > 0 && ', '}
					<VoiceMark shape={shapes[voice] ?? 0} name={voice ? `${name} (${voice.toLowerCase()})` : name} />
				</span>
			))}
			{people.length > mostNames && ` and ${people.length - mostNames} more.`}
		</>
	)
}

function Said({ words }: { words: string }) {
	const settled = useSettled(words)
	return (
		<div role="status" aria-live="polite" className="govuk-visually-hidden">
			{settled}
		</div>
	)
}

function useSettled(words: string) {
	const [settled, setSettled] = useState('')
	useEffect(() => {
		const timer = setTimeout(() => setSettled(words), settleMs)
		return () => clearTimeout(timer)
	}, [words])
	return settled
}

/** "Not saved yet." comes and goes with every word: to be seen, not to be heard. */
function isPassing({ unsent, mayWrite, connected, slow, serverCannotSave }: Live) {
	return unsent && mayWrite && connected && !slow && !serverCannotSave
}

/** A banner has said all of it once. */
function isOnBanner({ ending, damaged }: Live) {
	return ending !== null || damaged
}
