import type * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep2, writeSyncStep1 } from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import {
	closeCodes,
	decodeNotice,
	decodeSaved,
	type Notice,
	noticeType,
	savedType,
} from '~/domain/documents/live-messages.ts'
import { type Kept, KeptWords, wordsOf } from './kept-words.ts'
import { LostFrames } from './lost-frames.ts'
import { speakForOneself } from './own-presence.ts'
import { type PersonHere, peopleHere } from './people-here.ts'
import { comesBack, refusesWords, type Standing } from './status-words.ts'
import { UnsentWords } from './unsent-words.ts'

export interface Opening {
	documentId: string
	generation: number
	memberId: string
	/** As the server shows this person to others, whatever a client says; here only to count oneself. */
	name: string
	voice: string
	/** False on a shared device: then nothing is left on it. */
	mayKeep: boolean
	mayWrite: boolean
}

export interface Live extends Standing {
	people: PersonHere[]
	rescued: boolean
	slowDown: boolean
	/** Words that can no longer be merged, because the document was rebuilt since they were typed. */
	leftOver: string
	/** Words of this visit that the server will not take any more: the right or the line has ended. */
	stranded: string
}

const keepAfterMs = 250
const slowAfterMs = 5_000
/** How far apart the tries to come back grow: after a line that was lost, and to a document that must be mended first. */
const lostBackoffMs = 2_500
const mendBackoffMs = 30_000
/** In the place of a generation: no document takes these words. */
const refused = 0
const syncType = 0

/** One open document in one tab: the shared words, who is here, and what is truly saved. */
export class LiveDocument {
	readonly doc = new Y.Doc()
	readonly provider: WebsocketProvider
	readonly #opening: Opening
	#carried: string
	readonly #unsent = new UnsentWords()
	readonly #lost = new LostFrames(this.#unsent, { ask: () => this.#ask(), startOver: () => this.#startOver() })
	readonly #keeper: KeptWords
	readonly #listeners = new Set<() => void>()
	#found: Kept[] = []
	#keepTimer: ReturnType<typeof setTimeout> | undefined
	/** Signing out: until something is typed again, nothing is put on the device. */
	#isLeaving = false
	#slowTimer: ReturnType<typeof setTimeout> | undefined
	/** On the line that is open now, which is told so before it is sent the words. */
	#isToldReadOnly = false
	#keptUnder: number
	#now: Live

	/** `carried`: words typed before the document was rebuilt, on a device that keeps nothing. */
	constructor(opening: Opening, carried = '') {
		this.#opening = opening
		this.#keptUnder = opening.generation
		this.#carried = carried
		this.#keeper = new KeptWords(opening)
		this.#now = {
			arrived: false,
			connected: false,
			closed: null,
			mayWrite: opening.mayWrite,
			ending: null,
			damaged: false,
			unsent: false,
			kept: false,
			slow: false,
			serverCannotSave: false,
			savedAt: null,
			people: [],
			rescued: false,
			slowDown: false,
			leftOver: carried,
			stranded: '',
		}
		// Before the provider listens, so that an update is known here when the provider sends it.
		this.doc.on('update', this.#onUpdate)
		this.provider = this.#connect(opening)
		this.provider.awareness.setLocalStateField('user', this.user)
		this.#takeUpKeptWords()
		this.#expectAnswer()
		this.provider.connect()
	}

	readonly subscribe = (listener: () => void) => {
		this.#listeners.add(listener)
		return () => this.#listeners.delete(listener)
	}

	readonly now = () => this.#now

	/** Puts what is unsent on the device now: when the page is being left. */
	readonly keepNow = () => {
		clearTimeout(this.#keepTimer)
		this.#keepTimer = undefined
		const update = this.#unsent.merged()
		if (!this.#opening.mayKeep || this.#isLeaving) return
		if (update) this.#tell({ kept: this.#keeper.keep(this.#keptUnder, this.#tab, update) })
		else this.#letGo()
	}

	/** The person leaves this device: nothing of theirs stays on it. */
	readonly forget = () => {
		this.#isLeaving = true
		this.#keeper.dropAll()
		this.#tell({ kept: false })
	}

	readonly forgetLeftOver = () => {
		for (const kept of this.#keeper.find()) if (kept.generation !== this.#opening.generation) this.#keeper.drop(kept)
		this.#carried = ''
		this.#tell({ leftOver: '' })
	}

	destroy() {
		this.keepNow()
		clearTimeout(this.#slowTimer)
		this.#lost.end()
		this.provider.destroy()
		this.doc.destroy()
		this.#listeners.clear()
	}

	/** What was typed here, is not known to be stored, and is not on the device either. */
	get onlyHere(): string {
		return this.#now.kept ? '' : this.#unsentWords()
	}

	get user(): PersonHere {
		const { memberId, name, voice } = this.#opening
		return { memberId, name, voice }
	}

	get #tab() {
		return String(this.doc.clientID)
	}

	#connect({ documentId, generation, memberId }: Opening): WebsocketProvider {
		const { protocol, host } = window.location
		const provider = new WebsocketProvider(
			`${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/live`,
			documentId,
			this.doc,
			{
				connect: false,
				disableBc: true,
				maxBackoffTime: lostBackoffMs,
				shouldReconnect: ({ code }) => comesBack(code),
				params: { ack: '1', generation: String(generation), member: memberId },
				WebSocketPolyfill: countingSocket((step) =>
					step === 1 ? this.#unsent.sentEverything() : this.#unsent.sentNewest(),
				),
			},
		)
		speakForOneself(provider)
		const hearSync = provider.messageHandlers[syncType]!
		provider.messageHandlers[syncType] = (encoder, decoder, ...rest) => {
			const step = decoder.arr[decoder.pos]
			hearSync(encoder, decoder, ...rest)
			if (step === messageYjsSyncStep2) this.#lost.answered()
		}
		provider.messageHandlers[savedType] = (_encoder, decoder) => this.#onSaved(rest(decoder))
		provider.messageHandlers[noticeType] = (_encoder, decoder) => this.#onNotice(decodeNotice(rest(decoder)))
		provider.on('status', ({ status }) => {
			if (status === 'connected') {
				this.#unsent.connectionOpened()
				this.#lost.connectionOpened()
				this.#isToldReadOnly = false
			}
			// Whether this line's server can save is not known before it says so.
			const isOpen = status === 'connected'
			this.#tell({ connected: isOpen, ...(isOpen && { serverCannotSave: false }) })
			if (status === 'disconnected' && !this.#unsent.isEmpty) this.keepNow()
		})
		provider.on('sync', (synced) => {
			if (!synced) return
			provider.maxBackoffTime = lostBackoffMs
			this.#answered()
			this.#tell({ arrived: true })
			// Whoever is sent the words of a document that can be read, and is not told otherwise, may write in it (again).
			if (!this.#now.mayWrite && !this.#isToldReadOnly) this.#mayWrite(this.#opening.mayWrite)
		})
		provider.on('connection-close', (event) => {
			if (event?.code !== closeCodes.unreadable) return
			provider.maxBackoffTime = mendBackoffMs
			this.#onDamaged()
		})
		provider.on('closed', ({ code }) => {
			if (refusesWords(code)) this.#setAside()
			this.keepNow()
			this.#tell({ closed: code, connected: false, mayWrite: false, stranded: this.#unsentWords() })
		})
		provider.awareness.on('change', () => this.#tell({ people: peopleHere(provider.awareness.getStates().values()) }))
		return provider
	}

	/** Words typed at an earlier visit that were never known to be stored. */
	#takeUpKeptWords() {
		if (!this.#opening.mayKeep) return
		const found = this.#keeper.find()
		this.#found = found.filter(({ generation }) => generation === this.#opening.generation)
		for (const { update } of this.#found) {
			this.#unsent.add(update)
			Y.applyUpdate(this.doc, update, this)
		}
		const leftOver = found
			.filter(({ generation }) => generation !== this.#opening.generation)
			.map(({ update }) => wordsOf(update))
		this.#tell({
			unsent: this.#found.length > 0,
			kept: this.#found.length > 0,
			leftOver: [...leftOver, this.#carried].filter(Boolean).join('\n'),
		})
	}

	#onUpdate = (update: Uint8Array, origin: unknown) => {
		if (origin === this.provider || origin === this) return
		this.#isLeaving = false
		this.#unsent.add(update)
		this.#tell({ unsent: true, kept: false })
		this.#expectAnswer()
		if (this.#opening.mayKeep) this.#keepTimer ??= setTimeout(this.keepNow, keepAfterMs)
	}

	#onSaved(frame: Uint8Array) {
		const saved = decodeSaved(frame)
		if (!saved) return
		const wasUnsent = !this.#unsent.isEmpty
		this.#unsent.stored(saved.frames)
		const unsent = !this.#unsent.isEmpty
		this.#answered()
		if (unsent) this.#expectAnswer()
		this.#tell({
			unsent,
			serverCannotSave: false,
			...(wasUnsent && !unsent ? { savedAt: new Date(saved.at), kept: false, slowDown: false } : {}),
			...(this.#now.mayWrite ? {} : { stranded: this.#unsentWords() }),
		})
		if (unsent) return
		this.#lost.arrived()
		this.#letGo()
	}

	/** "What do I lack?", as the stock client asks when a line opens. */
	#ask(): boolean {
		const { ws, wsconnected } = this.provider
		if (!ws || !wsconnected || !this.#now.mayWrite) return false
		const encoder = encoding.createEncoder()
		encoding.writeVarUint(encoder, syncType)
		writeSyncStep1(encoder, this.doc)
		ws.send(encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>)
		return true
	}

	#startOver() {
		this.provider.disconnect()
		this.provider.connect()
	}

	/** A dead line looks alive for half a minute; what is said about saving must not wait for that. */
	#expectAnswer() {
		this.#lost.expect()
		this.#slowTimer ??= setTimeout(() => this.#tell({ slow: true }), slowAfterMs)
	}

	#answered() {
		clearTimeout(this.#slowTimer)
		this.#slowTimer = undefined
		if (this.#now.slow) this.#tell({ slow: false })
	}

	#unsentWords(): string {
		const update = this.#unsent.merged()
		return update ? wordsOf(update) : ''
	}

	#letGo() {
		clearTimeout(this.#keepTimer)
		this.#keepTimer = undefined
		if (!this.#opening.mayKeep) return
		this.#keeper.letGo(this.#keptUnder, this.#tab)
		for (const kept of this.#found) this.#keeper.drop(kept)
		this.#found = []
	}

	/** Sent again by a later visit, they would only end its line as well: from now on they are kept to be copied. */
	#setAside() {
		this.#letGo()
		this.#keptUnder = refused
	}

	#onDamaged() {
		// What is said of unsent words must not change again in the next moment.
		this.keepNow()
		this.#tell({ mayWrite: false, ending: null, damaged: true, stranded: this.#unsentWords() })
	}

	#onNotice(notice: Notice | null) {
		if (notice?.kind === 'not-saved') this.#tell({ serverCannotSave: true })
		if (notice?.kind === 'rescued') this.#tell({ rescued: true })
		if (notice?.kind === 'read-only') this.#onReadOnly(notice)
		if (notice?.kind === 'may-write') this.#mayWrite(true)
		if (notice?.kind === 'slow-down') this.#tell({ slowDown: true })
	}

	#onReadOnly(notice: Extract<Notice, { kind: 'read-only' }>) {
		this.#isToldReadOnly = true
		if ('isDamaged' in notice) return this.#onDamaged()
		this.#tell({
			mayWrite: false,
			ending: notice.ending ?? null,
			damaged: false,
			stranded: this.#unsentWords(),
		})
	}

	#mayWrite(mayWrite: boolean) {
		this.#tell({ mayWrite, ending: null, damaged: false, stranded: '' })
	}

	#tell(change: Partial<Live>) {
		this.#now = { ...this.#now, ...change }
		for (const listener of this.#listeners) listener()
	}
}

/** The whole frame again: the stock client has read its type already. */
function rest(decoder: decoding.Decoder): Uint8Array {
	return decoder.arr
}

/** A socket that tells which edit frames it sends: sync step 2 (1) and sync update (2). */
function countingSocket(onEdit: (step: 1 | 2) => void): typeof WebSocket {
	return class extends WebSocket {
		override send(frame: string | ArrayBufferLike | Blob | ArrayBufferView) {
			if (frame instanceof Uint8Array && frame[0] === 0 && (frame[1] === 1 || frame[1] === 2)) onEdit(frame[1])
			super.send(frame as ArrayBufferView<ArrayBuffer>)
		}
	}
}
