import type { Ending as DocumentEnding } from '~/domain/documents/document.ts'
import { closeCodes } from '~/domain/documents/live-messages.ts'
import { timeOf } from '~/ui/dates.ts'
import { endedWords, unsentWhy } from '../visibility-words.ts'

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
	if (standing.serverCannotSave) return `Not saved yet. We cannot save just now. ${untilWeCan(standing)}`
	return standing.connected && !standing.slow ? 'Not saved yet.' : whatHappensNext(standing)
}

function opening({ slow, damaged }: Standing): string {
	if (damaged) return 'Nobody can write here until the document is mended. This page opens it then.'
	return slow
		? 'There is no connection yet. We keep trying. You can edit each section on its own page meanwhile.'
		: 'Opening the document. You can write as soon as it is here.'
}

function allSaved({ connected, savedAt, mayWrite, ending, damaged }: Standing): string {
	// What is stored is damaged: nobody knows now what of it can be brought back.
	if (damaged) return 'Nobody can write here until the document is mended.'
	const saved = savedAt ? `Saved at ${timeOf(savedAt)}.` : 'Everything here is saved.'
	if (!connected) return `${saved} There is no connection now. ${mayWrite ? 'You can go on writing.' : ''}`.trim()
	return mayWrite ? saved : `${saved} ${cannotWrite({ ending })}`
}

function cannotWrite({ ending }: Pick<Standing, 'ending'>): string {
	return ending ? endedWords[ending] : 'You can read this, but you cannot write in it now.'
}

function whatHappensNext({ kept }: Standing): string {
	return kept
		? safeUntil('sent when the connection is back')
		: `Not saved yet. ${openUntil('sent when the connection is back')}`
}

function untilWeCan({ kept }: Standing): string {
	return kept ? safeUntil('saved as soon as we can') : openUntil('saved as soon as we can')
}

/** What becomes of unsent words in a document that is damaged. */
export function untilMended({ kept }: Pick<Standing, 'kept'>): string {
	return kept ? safeUntil('sent when the document is mended') : openUntil('sent when the document is mended')
}

/** On the device: nothing sends them while the page is closed, and whoever signs out leaves nothing there. */
function safeUntil(what: string): string {
	return `Your words are safe on this device and will be ${what}. You can close this page: the words are sent when you open it on this device again. Do not sign out before then.`
}

/** In this page only. */
function openUntil(what: string): string {
	return `Keep this page open: your words will be ${what}. If you close it before then, they may be lost.`
}

/** Whether the page comes back by itself after the server ended its line. Of the codes that end a stock client's tries, one. */
export function comesBack(code: number): boolean {
	return code === closeCodes.unreadable || code < 4400 || code > 4499
}

/** Whether the server will not take the words that were on their way, however often they are sent. */
export function refusesWords(code: number): boolean {
	return code === closeCodes.malformed || code === closeCodes.tooLarge
}

export interface Ending {
	title: string
	words: string
	/** What to do next. Without it the page does it by itself. */
	link?: 'sign-in' | 'read' | 'list' | 'again'
}

/** Why the server ended the connection for good: what happened, why, what next. The words stay on the page. */
export function endingWords(code: number, standing: Pick<Standing, 'arrived' | 'unsent' | 'kept'>): Ending {
	const { title, words, link, ifKept = keptToCopy, ifNotKept = toCopy } = endings[code] ?? unknownEnding
	const saved = standing.arrived ? 'All your words are saved.' : ''
	const unsent = standing.kept ? ifKept : ifNotKept
	return { title, words: `${words} ${standing.unsent ? unsent : saved}`.trim(), ...(link && { link }) }
}

const keptToCopy =
	'Some of your last words were not saved. They are on this page and on this device: copy what you want to keep.'
const toCopy = 'Some of your last words were not saved. They are on this page: copy them before you leave it.'

interface EndingFor extends Ending {
	/** What becomes of words that are not known to be stored, and are on this device. */
	ifKept?: string
	/** And of those that are in this page only. */
	ifNotKept?: string
}

const unknownEnding: EndingFor = {
	title: 'Live writing has stopped',
	words: 'The server ended the connection and gave no reason that we know. Load the page again to go on writing.',
	link: 'again',
}

const besideIt = 'Some of your last words were not saved. We show them to you there, to copy.'

const endings: Record<number, EndingFor> = {
	[closeCodes.malformed]: {
		title: 'Live writing has stopped',
		words:
			'Something that this page sent could not be read, so it was not taken. Nobody else’s words are changed by it. Load the page again to go on writing.',
		link: 'again',
	},
	[closeCodes.signedOut]: {
		title: 'You are signed out',
		words:
			'Your sign-in has ended, perhaps because it ran out or because you signed out in another place. Sign in again to go on writing.',
		link: 'sign-in',
		ifKept:
			'Your last words are on this device until somebody signs out on it. They are sent when you have signed in again and are back here. Copy them to be sure.',
	},
	[closeCodes.noRight]: {
		title: 'You can no longer write here',
		words: 'The document has ended, or your seat or your part in it has changed. A facilitator can tell you more.',
		link: 'read',
	},
	[closeCodes.notFound]: {
		title: 'This document is no longer here',
		words: 'It may have been closed to you, or its address has changed. A facilitator can tell you more.',
		link: 'list',
	},
	[closeCodes.rebuilt]: {
		title: 'This document was rebuilt',
		words:
			'Words were removed from it for good while you had it open. We are opening it as it stands now. If it does not come, load the page again.',
		link: 'again',
		ifKept: besideIt,
		ifNotKept: besideIt,
	},
	[closeCodes.tooLarge]: {
		title: 'That was too much at once',
		words:
			'What you typed or pasted is more than the document has room for, so it could not be saved. Load the page again. Then put in a smaller part, or take something else out first.',
		link: 'again',
	},
}

/** Over words of this visit that the server did not take: why, and what next. */
export function strandedWords(standing: Pick<Standing, 'closed' | 'damaged' | 'ending' | 'kept'>): string {
	const { closed, damaged, ending, kept } = standing
	if (closed === closeCodes.signedOut && kept)
		return 'Your sign-in ended before they were sent. They are on this device until somebody signs out on it, and are sent when you have signed in again and are back here. You can copy them to be sure.'
	if (closed !== null && refusesWords(closed)) return 'The server cannot take them. Copy what you want to keep.'
	if (closed !== null) return 'The server did not take them before the connection ended. Copy what you want to keep.'
	if (damaged)
		return 'You typed them before we knew that the document is damaged. They are sent when it is mended. You can copy them to be sure.'
	if (ending) return `${unsentWhy[ending]} Copy what you want to keep.`
	return 'You can no longer write in this document: your part in it has changed. You typed these words before you could know. Copy what you want to keep.'
}
