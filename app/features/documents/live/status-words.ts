import type { Ending as DocumentEnding } from '~/domain/documents/document.ts'
import { closeCodes } from '~/domain/documents/live-messages.ts'
import { timeOf } from '~/ui/dates.ts'
import { endedWords } from '../visibility-words.ts'

/** What is known about the connection and the words. Only the server's own answers make `unsent` false. */
export interface Standing {
	/** Whole document received at least once: before that, nobody may type. */
	arrived: boolean
	connected: boolean
	/** The code the server closed with for good, or null. */
	closed: number | null
	mayWrite: boolean
	/** Why nobody may, when that is so. */
	ending: DocumentEnding | null
	/** What is stored cannot be read: nobody may write until it is mended, and what is unsent is sent then. */
	damaged: boolean
	/** Something typed here is not known to be stored. */
	unsent: boolean
	/** And it is on this device. */
	kept: boolean
	/** The server has not answered for some seconds. */
	slow: boolean
	/** The server said that it cannot store anything now. */
	serverCannotSave: boolean
	savedAt: Date | null
}

/** One line, true at every moment: "Saved at 2:14pm." is said on the server's word only. */
export function savedWords(standing: Standing): string {
	if (standing.closed !== null) return ''
	if (!standing.arrived) return opening(standing)
	if (!standing.unsent) return allSaved(standing)
	if (standing.damaged) return `Not saved yet. ${untilMended(standing)}`
	if (!standing.mayWrite) return `Some of your words were not saved. ${cannotWrite(standing)} They are above, to copy.`
	if (standing.serverCannotSave) return `Not saved yet. We cannot save just now. ${whatHappensNext(standing)}`
	return standing.connected && !standing.slow ? 'Not saved yet.' : whatHappensNext(standing)
}

function opening({ slow }: Standing): string {
	return slow
		? 'There is no connection yet. We keep trying. You can edit each section on its own page meanwhile.'
		: 'Opening the document. You can write as soon as it is here.'
}

function allSaved({ connected, savedAt, mayWrite, ending, damaged }: Standing): string {
	const saved = savedAt ? `Saved at ${timeOf(savedAt)}.` : 'Everything here is saved.'
	if (damaged) return `${saved} Nobody can write here until the document is mended.`
	if (!connected) return `${saved} There is no connection now. ${mayWrite ? 'You can go on writing.' : ''}`.trim()
	return mayWrite ? saved : `${saved} ${cannotWrite({ ending })}`
}

function cannotWrite({ ending }: Pick<Standing, 'ending'>): string {
	return ending ? endedWords[ending] : 'You can read this, but you cannot write in it now.'
}

function whatHappensNext({ kept }: Standing): string {
	return kept
		? 'Your words are safe on this device and will be sent when the connection is back.'
		: 'Not saved yet. Keep this page open: your words will be sent when the connection is back.'
}

/** What becomes of unsent words in a document that is damaged. */
export function untilMended({ kept }: Pick<Standing, 'kept'>): string {
	return kept
		? 'Your words are safe on this device and will be sent when the document is mended.'
		: 'Keep this page open: your words will be sent when the document is mended.'
}

export interface Ending {
	title: string
	words: string
	/** What to do next. */
	link?: 'sign-in' | 'read' | 'again'
}

/** Why the server ended the connection for good: what happened, why, what next. The words stay on the page. */
export function endingWords(code: number, { unsent }: Pick<Standing, 'unsent'>): Ending {
	const copy = unsent
		? ' Some of your last words were not saved. They are on this page: copy them before you leave it.'
		: ' All your words are saved.'
	return { ...(endings[code] ?? unknownEnding), words: (endings[code] ?? unknownEnding).words + copy }
}

const unknownEnding: Ending = {
	title: 'Live writing has stopped',
	words: 'The server ended the connection and did not say why it should be tried again.',
	link: 'again',
}

const endings: Record<number, Ending> = {
	[closeCodes.signedOut]: {
		title: 'You are signed out',
		words:
			'Your sign-in has ended, perhaps because it ran out or because you signed out in another place. Sign in again to go on writing.',
		link: 'sign-in',
	},
	[closeCodes.noRight]: {
		title: 'You can no longer write here',
		words: 'The document has ended, or your seat or your part in it has changed. A facilitator can tell you more.',
		link: 'read',
	},
	[closeCodes.notFound]: {
		title: 'This document is no longer here',
		words: 'It may have been closed to you, or its address has changed.',
		link: 'read',
	},
	[closeCodes.rebuilt]: {
		title: 'This document was rebuilt',
		words: 'It was saved in a new form while you had it open. Load the page again to go on writing.',
		link: 'again',
	},
	[closeCodes.unreadable]: {
		title: 'These words cannot be opened just now',
		words:
			'What is stored of this document is damaged, so nobody can write in it until it is mended. Nothing was thrown away. Load the page again to read what we can still show.',
		link: 'again',
	},
	[closeCodes.tooLarge]: {
		title: 'That was too much at once',
		words:
			'What you typed or pasted is larger than the document can take, so it could not be saved. Load the page again and put in a smaller part.',
		link: 'again',
	},
}
