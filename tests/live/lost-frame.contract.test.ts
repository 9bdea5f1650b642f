import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Document } from '../../app/domain/documents/document.ts'
import { LiveDocument } from '../../app/features/documents/live/live-document.ts'
import { savedWords } from '../../app/features/documents/live/status-words.ts'
import { scratchDatabase } from '../contracts/scratch.ts'
import { givenDocument, givenHarbour, type Harbour, Tab, until } from './harbour.ts'
import { givenLossyLine, isEdit, type LossyLine } from './lossy-line.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let harbour: Harbour
let line: LossyLine
let document: Document
let other: Tab
const open: LiveDocument[] = []

beforeAll(async () => {
	scratch = await scratchDatabase()
	harbour = await givenHarbour(scratch.db)
	line = await givenLossyLine(harbour.url)
	// The one thing a browser has that Node has not: a socket that brings the visitor's cookie along.
	const cookie = harbour.cookies.citizen
	class Socket extends WebSocket {
		constructor(address: string) {
			super(address, { headers: { cookie } })
		}
	}
	const { host } = new URL(line.url)
	vi.stubGlobal('WebSocket', Socket)
	vi.stubGlobal('window', { location: { protocol: 'http:', host } })
})
afterAll(async () => {
	vi.unstubAllGlobals()
	line.close()
	await harbour.close()
	await scratch.remove()
})
beforeEach(async () => {
	document = await givenDocument(scratch.db, harbour)
	other = await harbour.connect('commissioner', { document: document.id, ack: true }).synced()
})
afterEach(() => {
	for (const one of open.splice(0)) one.destroy()
	other.close()
})

/** Our own editor's document, through the line that loses frames. */
async function editor() {
	const { memberId, name, voice } = harbour.citizen
	const opening = { documentId: document.id, generation: 1, memberId, name, voice, mayKeep: false, mayWrite: true }
	const live = new LiveDocument(opening)
	open.push(live)
	await until(() => live.now().arrived)
	const text = live.doc.getText('good-life')
	return { live, text, type: (words: string) => text.insert(text.length, words) }
}

const isSaved = (live: LiveDocument) => /^Saved at/.test(savedWords(live.now()))

async function everybodyHas(words: string) {
	await until(() => other.text.toString() === words, 'the other has it')
	const late = await harbour.connect('provider', { document: document.id }).synced()
	expect(late.text.toString()).toBe(words)
	late.close()
}

describe('a proxy swallows one frame of our editor and keeps the line: nobody reloads, and everybody has everything', () => {
	test('the last that was typed, so that nothing follows which could show it', async () => {
		const { live, type } = await editor()
		line.loseNext(isEdit)
		type('swallowed')
		expect(isSaved(live)).toBe(false)
		await until(() => isSaved(live), 'saved')
		await everybodyHas('swallowed')
	})

	test('one in the middle, on which later ones stand', async () => {
		const { live, type } = await editor()
		type('one ')
		line.loseNext(isEdit)
		type('two ')
		type('three')
		await everybodyHas('one two three')
		await until(() => isSaved(live), 'saved')
	})

	test('a deletion, which moves no clock, with words after it', async () => {
		const { live, text, type } = await editor()
		type('wrong right')
		await until(() => isSaved(live))
		line.loseNext(isEdit)
		text.delete(0, 6)
		type('!')
		await until(() => other.text.toString() === 'wrong right!')
		expect(isSaved(live)).toBe(false)
		await everybodyHas('right!')
		await until(() => isSaved(live), 'saved')
	})

	test('words of both hands, one of them lost', async () => {
		const { live, type, text } = await editor()
		line.loseNext(isEdit)
		type('mine ')
		other.type('theirs ')
		await until(() => isSaved(live), 'saved')
		await until(() => other.text.toString() === text.toString())
		expect([...other.text.toString().split(' ')].sort()).toEqual(['', 'mine', 'theirs'])
	})
})

test('a stock client’s lost frame is asked for as soon as its next one shows the gap', async () => {
	const tab = new Tab(line.url, document.id, { cookie: harbour.cookies.citizen, doc: new Y.Doc() })
	await tab.synced()
	line.loseNext(isEdit)
	tab.type('lost ')
	tab.type('found')
	await everybodyHas('lost found')
	expect(tab.closes).toEqual([])
	tab.close()
})
