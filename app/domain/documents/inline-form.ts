import type { Block } from './content.ts'
import { safeAddress } from './safe-address.ts'

/**
 * One line of words with `**bold**`, `*italic*` and `[words](address)`. Stars switch on or off, so that overlapping
 * marks have a form too. A sign that stands for itself is written plainly wherever it reads back as itself ("5 * 3"),
 * and with a backslash only where it would not.
 */
export function toInlineForm(line: readonly Block[]): string {
	const plainly = write(line, (text) => text)
	const same = JSON.stringify(fromInlineForm(plainly)) === JSON.stringify(line)
	return same ? plainly : write(line, guardSigns)
}

function guardSigns(text: string) {
	return text.replace(/[\\*[\]]|^ | $/g, '\\$&')
}

function write(line: readonly Block[], form: (text: string) => string): string {
	let written = ''
	let before = marksOf({ type: 'text' })
	for (const node of [...line, { type: 'text' }]) {
		const now = marksOf(node)
		if (before.href && before.href !== now.href) written += `](${before.href})`
		if (before.bold !== now.bold) written += '**'
		if (before.italic !== now.italic) written += '*'
		if (now.href && before.href !== now.href) written += '['
		written += form(node.text ?? '')
		before = now
	}
	return written
}

function marksOf({ marks = [] }: Block) {
	const find = (type: string) => marks.find((mark) => mark.type === type)
	return {
		bold: Boolean(find('bold')),
		italic: Boolean(find('italic')),
		href: find('link')?.attrs?.href as string | undefined,
	}
}

type Token =
	| { kind: 'sign'; sign: string; space: boolean }
	| { kind: 'stars'; count: number; bold?: boolean; italic?: boolean }
	| { kind: 'link'; href: string | null }

/** Unmatched stars and broken links are read as the signs they are. */
export function fromInlineForm(text: string): Block[] {
	const tokens = readTokens(text)
	pairStars(tokens)
	return joinTokens(tokens)
}

function readTokens(text: string): Token[] {
	const tokens: Token[] = []
	let closeAt = -1
	let afterLink = -1
	for (let at = 0; at < text.length; ) {
		if (at === closeAt) {
			tokens.push({ kind: 'link', href: null })
			at = afterLink
			continue
		}
		const sign = text[at]!
		if (sign === '\\' && /[!-/:-@[-`{-~ •]/.test(text[at + 1] ?? '')) {
			tokens.push({ kind: 'sign', sign: text[at + 1]!, space: false })
			at += 2
			continue
		}
		const link = sign === '[' ? readLink(text, at) : null
		const stars = sign === '*' ? /^\*+/.exec(text.slice(at, at + 5))![0].length : 0
		if (link) {
			tokens.push({ kind: 'link', href: link.href })
			closeAt = link.closeAt
			afterLink = link.end
			at++
		} else if (stars >= 1 && stars <= 3) {
			tokens.push({ kind: 'stars', count: stars })
			at += stars
		} else {
			// Four stars and more mean nothing here: they stay as they were typed.
			const run = stars > 3 ? /^\*+/.exec(text.slice(at))![0] : sign
			for (const each of run) tokens.push({ kind: 'sign', sign: each, space: each === ' ' })
			at += run.length
		}
	}
	return tokens
}

function readLink(text: string, from: number) {
	let at = from + 1
	while (at < text.length && text[at] !== ']' && text[at] !== '[') at += text[at] === '\\' ? 2 : 1
	if (text[at] !== ']' || at === from + 1) return null
	const [whole, address] = /^\]\(([^()\s]+)\)/.exec(text.slice(at, at + 2100)) ?? []
	const href = safeAddress(address)
	return whole && href ? { href, closeAt: at, end: at + whole.length } : null
}

function pairStars(tokens: Token[]) {
	const open: Record<'bold' | 'italic', Extract<Token, { kind: 'stars' }> | null> = { bold: null, italic: null }
	tokens.forEach((token, at) => {
		if (token.kind !== 'stars') return
		const kinds = ([token.count > 1 && 'bold', token.count !== 2 && 'italic'] as const).filter((kind) => kind !== false)
		for (const kind of kinds) {
			const opener = open[kind]
			if (opener && isSolid(tokens[at - 1])) {
				opener[kind] = true
				token[kind] = true
				open[kind] = null
			} else if (!opener && isSolid(tokens[at + 1])) open[kind] = token
		}
	})
}

function isSolid(token: Token | undefined) {
	return token !== undefined && !(token.kind === 'sign' && token.space)
}

function joinTokens(tokens: readonly Token[]): Block[] {
	const nodes: Block[] = []
	const on = { bold: false, italic: false }
	let href: string | null = null
	const say = (text: string) => {
		const marks = [
			...(on.bold ? [{ type: 'bold' }] : []),
			...(on.italic ? [{ type: 'italic' }] : []),
			...(href ? [{ type: 'link', attrs: { href } }] : []),
		]
		const last = nodes.at(-1)
		if (last && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += text
		else nodes.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text })
	}
	for (const token of tokens) {
		if (token.kind === 'sign') say(token.sign)
		else if (token.kind === 'link') href = token.href
		else {
			if (token.bold) on.bold = !on.bold
			else if (token.count > 1) say('**')
			if (token.italic) on.italic = !on.italic
			else if (token.count !== 2) say('*')
		}
	}
	return nodes
}
