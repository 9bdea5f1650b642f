/** A ProseMirror node as JSON, as TipTap writes it. */
export interface Block {
	type: string
	attrs?: Record<string, unknown>
	content?: Block[]
	text?: string
	marks?: { type: string; attrs?: Record<string, unknown> }[]
}

/** One section of a document as it is read, frozen and hashed. */
export interface Section {
	id: string
	title: string
	content: Block[]
}

/** The words of some blocks, with a line break between blocks: for emptiness, search, and showing people their words. */
export function plainText(blocks: readonly Block[]): string {
	return blocks
		.map((block) => (block.type === 'hardBreak' ? '\n' : (block.text ?? inner(block))))
		.join('')
		.trim()
}

function inner(block: Block): string {
	const words = (block.content ?? [])
		.map((child) => child.text ?? (child.type === 'hardBreak' ? '\n' : inner(child)))
		.join('')
	return `${words}\n`
}

export function isEmpty(blocks: readonly Block[]): boolean {
	return plainText(blocks) === ''
}
