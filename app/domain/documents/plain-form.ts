import type { Block } from './content.ts'
import { fromInlineForm, toInlineForm } from './inline-form.ts'
import { deepest, isList, normalise } from './normalise.ts'

/**
 * The words of a section as plain text that can be edited in any form, on any device:
 *
 *     A paragraph. A new line starts a new line; an empty line starts a new paragraph.
 *     ### A heading     - a list     1. a numbered list     > somebody's words
 *     **bold**   *italic*   [words](https://address)   and a backslash to mean a sign itself
 *
 * Reading back what was written gives the same blocks, for every normalised section (property-tested). Two lists in a
 * row change their sign (`-` then `*`, `1.` then `1)`), as in CommonMark, so that they stay two.
 */
export function toPlainForm(blocks: readonly Block[]): string {
	return writeBlocks(blocks).join('\n')
}

/** Reads what somebody typed. Every text means something: there is no wrong form. */
export function fromPlainForm(text: string): Block[] {
	const tidy = text.replace(/\r\n?/g, '\n').replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')
	return normalise(readBlocks(tidy.split('\n'), 0))
}

const emptyLine = '\\'
const opening = /^(?:#{1,6}(?: |$)|[-*•](?: |$)|\d{1,3}[.)](?: |$)|>)/

function writeBlocks(blocks: readonly Block[], depth = 0): string[] {
	return blocks.flatMap((block, at) => {
		const previous = blocks[at - 1]
		const sign = isList(block) ? listSign(blocks, at) : ''
		const lines = writeBlock(block, sign, depth)
		// Inside an item a list may follow its words at once: an everyday list keeps its everyday shape.
		const apart = previous && !(depth > 0 && isList(block) && previous.type === 'paragraph') ? [''] : []
		return [...apart, ...lines]
	})
}

function writeBlock({ type, attrs, content = [] }: Block, sign: string, depth: number): string[] {
	if (type === 'heading') return [`### ${guardSpaces(toInlineForm(content))}`]
	if (type === 'blockquote') return writeBlocks(content, depth + 1).map((line) => (line === '' ? '>' : `> ${line}`))
	if (type === 'bulletList') return content.flatMap((item) => writeItem(item, sign, '  ', depth))
	if (type === 'orderedList') {
		const start = Number(attrs?.start ?? 1)
		return content.flatMap((item, at) => writeItem(item, `${Math.min(start + at, 999)}${sign}`, '   ', depth))
	}
	return linesOf(content).map(writeLine)
}

function writeItem({ content = [] }: Block, marker: string, indent: string, depth: number): string[] {
	const lines =
		content.length === 1 && content[0]!.type === 'paragraph' && !content[0]!.content
			? ['']
			: writeBlocks(content, depth + 1)
	return lines.map((line, at) => (line === '' ? (at === 0 ? marker : '') : (at === 0 ? `${marker} ` : indent) + line))
}

function listSign(blocks: readonly Block[], at: number): string {
	const [usual, other] = blocks[at]!.type === 'bulletList' ? ['-', '*'] : ['.', ')']
	let before = 0
	while (blocks[at - before - 1]?.type === blocks[at]!.type) before++
	return before % 2 === 0 ? usual! : other!
}

function linesOf(content: readonly Block[]): Block[][] {
	const lines: Block[][] = [[]]
	for (const node of content) {
		if (node.type === 'hardBreak') lines.push([])
		else lines.at(-1)!.push(node)
	}
	return lines
}

function writeLine(line: readonly Block[]): string {
	if (line.length === 0) return emptyLine
	const text = guardSpaces(toInlineForm(line))
	if (text === emptyLine) return `\\${emptyLine}`
	return opening.test(text) ? text.replace(/^(\d*)/, '$1\\') : text
}

/** Spaces at the start of a line say how deep it stands, so one that belongs to the words is marked. */
function guardSpaces(text: string) {
	return text.replace(/^ /, '\\ ')
}

function readBlocks(lines: readonly string[], depth: number): Block[] {
	const blocks: Block[] = []
	let at = 0
	while (at < lines.length) {
		const line = unindent(lines[at]!)
		if (isBlank(line)) at++
		else {
			const nested = depth < deepest ? (readQuote(lines, at, depth) ?? readList(lines, at, depth)) : null
			const read = readHeading(line) ?? nested ?? readParagraph(lines, at)
			blocks.push(read.block)
			at += read.lines
		}
	}
	return blocks
}

interface Read {
	block: Block
	lines: number
}

function readHeading(line: string): Read | null {
	const [, words] = /^#{1,6}(?: +(.*))?$/.exec(line) ?? []
	if (words === undefined) return null
	return { block: { type: 'heading', content: fromInlineForm(words) }, lines: 1 }
}

function readQuote(lines: readonly string[], from: number, depth: number): Read | null {
	let at = from
	while (at < lines.length && unindent(lines[at]!).startsWith('>')) at++
	if (at === from) return null
	const inside = lines.slice(from, at).map((line) => unindent(line).replace(/^> ?/, ''))
	return { block: { type: 'blockquote', content: readBlocks(inside, depth + 1) }, lines: at - from }
}

function readList(lines: readonly string[], from: number, depth: number): Read | null {
	const first = readMarker(unindent(lines[from]!))
	if (!first) return null
	const items: Block[] = []
	let at = from
	let next = at
	while (next < lines.length) {
		const marker = indentOf(lines[next]!) < 2 || next === from ? readMarker(unindent(lines[next]!)) : null
		if (!marker || marker.sign !== first.sign) break
		const inside = [marker.words]
		at = next + 1
		while (at < lines.length && belongsToItem(lines, at)) {
			inside.push(strip(lines[at]!, first.ordered ? 3 : 2))
			at++
		}
		items.push({ type: 'listItem', content: readBlocks(inside, depth + 1) })
		next = skipBlank(lines, at)
	}
	const type = first.ordered ? 'orderedList' : 'bulletList'
	return {
		block: { type, attrs: first.ordered ? { start: first.number } : undefined, content: items },
		lines: at - from,
	}
}

/** Indented lines go on with the item; so does an empty one, when an indented line comes after it. */
function belongsToItem(lines: readonly string[], at: number): boolean {
	if (!isBlank(lines[at]!)) return indentOf(lines[at]!) >= 2
	const next = skipBlank(lines, at)
	return next < lines.length && indentOf(lines[next]!) >= 2
}

function readMarker(line: string) {
	const bullet = /^([-*•])(?: +(.*))?$/.exec(line)
	if (bullet) return { ordered: false, number: 0, sign: bullet[1]!, words: bullet[2] ?? '' }
	const numbered = /^(\d{1,3})([.)])(?: +(.*))?$/.exec(line)
	return numbered && { ordered: true, number: Number(numbered[1]), sign: numbered[2]!, words: numbered[3] ?? '' }
}

function readParagraph(lines: readonly string[], from: number): Read {
	let at = from + 1
	while (at < lines.length && !isBlank(lines[at]!) && !opening.test(unindent(lines[at]!))) at++
	return { block: { type: 'paragraph', content: joinLines(lines.slice(from, at).map(unindent)) }, lines: at - from }
}

function joinLines(lines: readonly string[]): Block[] {
	return lines.flatMap((line, at) => [
		...(at > 0 ? [{ type: 'hardBreak' }] : []),
		...(line === emptyLine ? [] : fromInlineForm(line)),
	])
}

function unindent(line: string) {
	return line.replace(/^[ \t]+/, '')
}

function indentOf(line: string) {
	return /^[ \t]*/.exec(line)![0].replaceAll('\t', '    ').length
}

function strip(line: string, width: number) {
	const indent = indentOf(line)
	return ' '.repeat(Math.max(0, indent - width)) + unindent(line)
}

function isBlank(line: string) {
	return /^[ \t]*$/.test(line)
}

function skipBlank(lines: readonly string[], from: number) {
	let at = from
	while (at < lines.length && isBlank(lines[at]!)) at++
	return at
}
