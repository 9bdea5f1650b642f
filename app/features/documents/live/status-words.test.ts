import { describe, expect, test } from 'vitest'
import { closeCodes } from '~/domain/documents/live-messages.ts'
import { peopleHere, peopleWords } from './people-here.ts'
import {
	comesBack,
	type Ending,
	endingWords,
	refusesWords,
	type Standing,
	savedWords,
	strandedWords,
} from './status-words.ts'

const calm: Standing = {
	arrived: true,
	connected: true,
	closed: null,
	mayWrite: true,
	ending: null,
	damaged: false,
	unsent: false,
	kept: false,
	slow: false,
	serverCannotSave: false,
	savedAt: new Date('2026-11-21T14:14:00Z'),
}

const mayClose =
	'You can close this page: the words are sent when you open it on this device again. Do not sign out before then.'
const mayNotClose = 'If you close it before then, they may be lost.'
const safe = `Your words are safe on this device and will be sent when the connection is back. ${mayClose}`
const stayHere = `Not saved yet. Keep this page open: your words will be sent when the connection is back. ${mayNotClose}`

describe('what is said about saving', () => {
	test.each<[string, Partial<Standing>, string]>([
		['everything stored', {}, 'Saved at 2:14pm.'],
		['nothing typed yet', { savedAt: null }, 'Everything here is saved.'],
		['typed, not answered', { unsent: true }, 'Not saved yet.'],
		['typed and kept, the line is up', { unsent: true, kept: true }, 'Not saved yet.'],
		['no answer for long, kept', { unsent: true, kept: true, slow: true }, safe],
		['no answer for long, not kept', { unsent: true, slow: true }, stayHere],
		['away, kept', { unsent: true, kept: true, connected: false }, safe],
		['away on a shared device', { unsent: true, connected: false }, stayHere],
		[
			'away, nothing unsent',
			{ connected: false },
			'Saved at 2:14pm. There is no connection now. You can go on writing.',
		],
		[
			'the database is away',
			{ unsent: true, kept: true, serverCannotSave: true },
			`Not saved yet. We cannot save just now. Your words are safe on this device and will be saved as soon as we can. ${mayClose}`,
		],
		[
			'the database is away, on a shared device',
			{ unsent: true, serverCannotSave: true },
			`Not saved yet. We cannot save just now. Keep this page open: your words will be saved as soon as we can. ${mayNotClose}`,
		],
		[
			'damaged while it was open, kept',
			{ mayWrite: false, damaged: true, unsent: true, kept: true },
			`Not saved yet. Your words are safe on this device and will be sent when the document is mended. ${mayClose}`,
		],
		[
			'damaged while it was open, on a shared device',
			{ mayWrite: false, damaged: true, unsent: true },
			`Not saved yet. Keep this page open: your words will be sent when the document is mended. ${mayNotClose}`,
		],
		[
			'damaged while it was open, nothing unsent',
			{ mayWrite: false, damaged: true },
			'Nobody can write here until the document is mended.',
		],
		[
			'damaged before it came',
			{ arrived: false, mayWrite: false, damaged: true },
			'Nobody can write here until the document is mended. This page opens it then.',
		],
		[
			'a reader',
			{ mayWrite: false, savedAt: null },
			'Everything here is saved. You can read this, but you cannot write in it now.',
		],
		[
			'somebody whose words became final under the pen',
			{ mayWrite: false, ending: 'final', unsent: true },
			'Some of your words were not saved. These words are final, so nobody can change them. They are above, to copy.',
		],
		[
			'not yet here',
			{ arrived: false, connected: false },
			'Opening the document. You can write as soon as it is here.',
		],
		[
			'not yet here for long',
			{ arrived: false, slow: true },
			'There is no connection yet. We keep trying. You can edit each section on its own page meanwhile.',
		],
		['ended: the ending speaks', { closed: closeCodes.noRight, unsent: true }, ''],
	])('%s', (_case, change, words) => {
		expect(savedWords({ ...calm, ...change })).toBe(words)
	})

	const toCopy = 'They are on this page: copy them before you leave it.'
	const alsoKept = 'They are on this page and on this device: copy what you want to keep.'
	// Whoever signs out leaves nothing on the device, also not of those who were here before.
	const onDevice = 'Your last words are on this device until somebody signs out on it. They are sent when you have'
	const { restart, tryLater, malformed, signedOut, noRight, notFound, rebuilt, tooLarge } = closeCodes

	test.each([[1000], [1006], [restart], [tryLater], [closeCodes.unreadable], [4500]])(
		'after %i the page comes back by itself, so nothing is said to have ended',
		(code) => expect(comesBack(code)).toBe(true),
	)

	test.each<[number, Ending['link'], Record<'unsent' | 'kept', string>]>([
		[malformed, 'again', { unsent: toCopy, kept: alsoKept }],
		[signedOut, 'sign-in', { unsent: toCopy, kept: onDevice }],
		[noRight, 'read', { unsent: toCopy, kept: alsoKept }],
		[notFound, 'list', { unsent: toCopy, kept: alsoKept }],
		[rebuilt, 'again', { unsent: 'We show them to you there, to copy.', kept: 'We show them to you there, to copy.' }],
		[tooLarge, 'again', { unsent: toCopy, kept: alsoKept }],
		[4499, 'again', { unsent: toCopy, kept: alsoKept }],
	])('after %i it does not, and says what happened, what to do, and what is known of the words', (code, link, last) => {
		expect(comesBack(code)).toBe(false)
		const said = (change: Partial<Standing>) => endingWords(code, { ...calm, ...change })
		expect(said({ unsent: true })).toMatchObject({ title: expect.any(String), link })
		expect(said({ unsent: true }).words).toContain(last.unsent)
		expect(said({ unsent: true, kept: true }).words).toContain(last.kept)
		for (const kept of [false, true]) expect(said({ unsent: true, kept }).words).not.toContain('All your words')
		expect(said({}).words).toMatch(/[.] All your words are saved[.]$/)
		// Nobody could type yet, and nothing is known of what is stored.
		expect(said({ arrived: false }).words).not.toContain('All your words are saved')
	})

	test.each<[string, Partial<Standing>, string]>([
		[
			'signed out, kept',
			{ closed: signedOut, kept: true },
			'They are on this device until somebody signs out on it, and are sent when',
		],
		['signed out', { closed: signedOut }, 'before the connection ended. Copy what you want to keep.'],
		['refused', { closed: tooLarge, kept: true }, 'The server cannot take them. Copy what you want to keep.'],
		['no right to be here', { closed: noRight, kept: true }, 'before the connection ended. Copy what'],
		['damaged', { damaged: true }, 'They are sent when it is mended.'],
		['final', { ending: 'final' }, 'they can open it again, and then yours are sent'],
		['read only', {}, 'your part in it has changed'],
	])('over words that were not saved, %s: why, and what next', (_case, change, words) => {
		expect(strandedWords({ ...calm, mayWrite: false, unsent: true, ...change })).toContain(words)
	})

	test('every code of ours is in one of the two tables', () => {
		const away = [malformed, signedOut, noRight, notFound, rebuilt, tooLarge]
		expect(Object.values(closeCodes).filter((code) => !comesBack(code))).toEqual(away)
		expect(away.filter(refusesWords)).toEqual([malformed, tooLarge])
	})
})

test('each person counts once, and only those the server has named', () => {
	const amina = { memberId: 'a', name: 'Amina', voice: 'Citizen' }
	const here = peopleHere([{ user: amina }, { user: { ...amina }, cursor: {} }, {}, null, { user: { name: 'Nobody' } }])
	expect(here).toEqual([amina])
	expect(peopleWords(here)).toBe('You are the only one writing here now.')
	expect(peopleWords([...here, { ...amina, memberId: 'b' }, { ...amina, memberId: 'c' }])).toBe(
		'3 people are writing here.',
	)
})
