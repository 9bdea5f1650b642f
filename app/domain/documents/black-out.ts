import { canonicalJson } from '../canonical-json.ts'
import type { Block, Section } from './content.ts'
import type { Version } from './version.ts'

/** What stands in a version where words were. Read aloud it says what happened. */
export const blackedOut = '[words removed]'

/** Fewer letters would take parts out of other people's words everywhere. */
export const shortestPassage = 4

type Words = Pick<Version, 'title' | 'sections' | 'terms'>

/**
 * A version without these passages, wherever they stand in it word for word, and at how many places they stood. A passage
 * is found across bold and links, and never across paragraphs.
 */
export function blackOut(words: Words, passages: readonly string[]): { words: Words; places: number } {
	const eraser = new Eraser(passages)
	const sections = words.sections.map((section): Section => ({ ...section, content: eraser.blocks(section.content) }))
	const terms = Object.entries(JSON.parse(words.terms) as Record<string, unknown>).map(([name, value]) => [
		name,
		typeof value === 'string' ? eraser.text(value) : value,
	])
	const title = eraser.text(words.title)
	return { words: { title, sections, terms: canonicalJson(Object.fromEntries(terms)) }, places: eraser.places }
}

/** Takes the same passages out of plain text. */
export function blackOutText(text: string, passages: readonly string[]): string {
	return new Eraser(passages).text(text)
}

/** Those of the passages that stand in the version somewhere. */
export function passagesIn(words: Words, passages: readonly string[]): string[] {
	return passages.filter((passage) => blackOut(words, [passage]).places > 0)
}

class Eraser {
	places = 0
	readonly #passages: string[]

	constructor(passages: readonly string[]) {
		// The longest first: a shorter one inside it would leave its ends standing.
		this.#passages = [...new Set(passages)]
			.filter((passage) => passage.trim().length >= shortestPassage)
			.sort((a, b) => b.length - a.length)
	}

	blocks(blocks: readonly Block[]): Block[] {
		const done: Block[] = []
		for (let at = 0; at < blocks.length; ) {
			const run = runFrom(blocks, at)
			if (run.length > 0) done.push(...this.#run(run))
			else done.push(this.#block(blocks[at]!))
			at += Math.max(1, run.length)
		}
		return done
	}

	text(text: string): string {
		let rest = text
		let done = ''
		for (const { from, to } of this.#find(text)) {
			done += rest.slice(0, from - (text.length - rest.length)) + blackedOut
			rest = text.slice(to)
		}
		return done + rest
	}

	#block(block: Block): Block {
		return block.content ? { ...block, content: this.blocks(block.content) } : block
	}

	/** Neighbouring pieces of text, read as one. A passage's place is taken in the piece it begins in. */
	#run(pieces: readonly Block[]): Block[] {
		const found = this.#find(pieces.map(({ text }) => text).join(''))
		if (found.length === 0) return [...pieces]
		let start = 0
		return pieces.flatMap((piece): Block[] => {
			const end = start + piece.text!.length
			let words = ''
			let at = start
			for (const { from, to } of found) {
				if (to <= at || from >= end) continue
				words += piece.text!.slice(at - start, Math.max(from, at) - start)
				if (from >= start) words += blackedOut
				at = Math.min(to, end)
			}
			words += piece.text!.slice(at - start)
			start = end
			return words ? [{ ...piece, text: words }] : []
		})
	}

	/** Where the passages stand, in order, none in another; what was blacked out before is not looked into. */
	#find(text: string): { from: number; to: number }[] {
		const found: { from: number; to: number; isNew: boolean }[] = []
		const isFree = (from: number, to: number) => found.every((one) => to <= one.from || from >= one.to)
		for (const passage of [blackedOut, ...this.#passages]) {
			for (let from = text.indexOf(passage); from >= 0; from = text.indexOf(passage, from + 1)) {
				const to = from + passage.length
				if (isFree(from, to)) found.push({ from, to, isNew: passage !== blackedOut })
			}
		}
		const erased = found.filter(({ isNew }) => isNew).sort((a, b) => a.from - b.from)
		this.places += erased.length
		return erased
	}
}

function runFrom(blocks: readonly Block[], start: number): Block[] {
	let end = start
	while (end < blocks.length && blocks[end]!.text !== undefined) end++
	return blocks.slice(start, end)
}
