import type { Block } from './content.ts'
import { safeAddress } from './safe-address.ts'

const blockTypes = new Set(['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote'])
const listTypes = new Set(['bulletList', 'orderedList'])
/** How deep lists and quotations may stand in one another. */
export const deepest = 12
const largestNumber = 999

/**
 * The words of a live document in the one shape that pages show, forms edit and versions hash, whatever a client wrote:
 * known blocks and marks, no empty paragraphs, neighbours with the same marks joined. Words are never dropped: what
 * stands in a block we do not know is kept as a paragraph. Normalising twice changes nothing.
 */
export function normalise(blocks: readonly Block[], depth = 0): Block[] {
	return gather(blocks).flatMap((block) => normaliseBlock(block, depth))
}

/** Words that stand where only blocks belong get a paragraph of their own. */
function gather(nodes: readonly Block[]): Block[] {
	const blocks: Block[] = []
	let loose: Block | null = null
	for (const node of nodes) {
		if (!isInline(node)) {
			loose = null
			blocks.push(node)
		} else if (loose) loose.content?.push(node)
		else {
			loose = { type: 'paragraph', content: [node] }
			blocks.push(loose)
		}
	}
	return blocks
}

function normaliseBlock({ type, attrs, content = [] }: Block, depth: number): Block[] {
	if (type === 'paragraph' || type === 'heading') {
		const inline = content.every(isInline)
			? normaliseInline(type === 'heading' ? content.map(breakToSpace) : content)
			: null
		if (!inline) return normalise(content, depth)
		if (inline.length === 0) return []
		return [type === 'heading' ? { type, attrs: { level: 3 }, content: inline } : { type, content: inline }]
	}
	if (!blockTypes.has(type) || depth >= deepest) return normalise(content, depth)
	if (type === 'blockquote') return filled({ type, content: normalise(content, depth + 1) })
	const list = { type, content: gather(content).map((item) => normaliseItem(item, depth + 1)) }
	return filled(type === 'orderedList' ? { ...list, attrs: { start: startOf(attrs?.start) } } : list)
}

function normaliseItem(item: Block, depth: number): Block {
	const content = normalise(item.type === 'listItem' ? (item.content ?? []) : [item], depth)
	return { type: 'listItem', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

/** A heading is one line. */
function breakToSpace(node: Block): Block {
	return node.type === 'hardBreak' ? { type: 'text', text: ' ' } : node
}

function filled(block: Block): Block[] {
	return block.content && block.content.length > 0 ? [block] : []
}

function startOf(start: unknown): number {
	return typeof start === 'number' && Number.isInteger(start) && start >= 1 && start <= largestNumber ? start : 1
}

function isInline({ type }: Block) {
	return type === 'text' || type === 'hardBreak'
}

function normaliseInline(nodes: readonly Block[]): Block[] {
	const inline: Block[] = []
	for (const node of nodes) {
		if (node.type === 'hardBreak') {
			inline.push({ type: 'hardBreak' })
			continue
		}
		const text = cleanText(node.text ?? '')
		if (text === '') continue
		const marks = normaliseMarks(node.marks ?? [])
		const last = inline.at(-1)
		if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += text
		else inline.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text })
	}
	return inline.some((node) => node.type === 'hardBreak' || node.text?.trim()) ? inline : []
}

/** Line breaks inside a text, control characters and half characters (which no database takes) become plain. */
function cleanText(text: string) {
	return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').replace(/\p{Cs}/gu, '\ufffd')
}

function normaliseMarks(marks: NonNullable<Block['marks']>): NonNullable<Block['marks']> {
	const href = safeAddress(marks.find(({ type }) => type === 'link')?.attrs?.href)
	const has = (wanted: string) => marks.some(({ type }) => type === wanted)
	return [
		...(has('bold') ? [{ type: 'bold' }] : []),
		...(has('italic') ? [{ type: 'italic' }] : []),
		...(href ? [{ type: 'link', attrs: { href } }] : []),
	]
}

export function isList({ type }: Block) {
	return listTypes.has(type)
}
