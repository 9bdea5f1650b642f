import { createElement, Fragment, type ReactNode } from 'react'
import { type Block, isEmpty, type Section } from '~/domain/documents/content.ts'
import { safeAddress } from '~/domain/documents/safe-address.ts'
import { Prose } from '~/ui/Prose.tsx'

export interface DocumentWordsProps {
	sections: readonly Section[]
	/** What stands under a section's words: a link to change them. */
	after?: (section: Section) => ReactNode
}

/** A document's words as they are read, live or frozen: each section under its heading. */
export function DocumentWords({ sections, after }: DocumentWordsProps) {
	return (
		<>
			{sections.map((section) => (
				<section key={section.id} aria-labelledby={section.id} className="document-section">
					<h2 className="govuk-heading-m" id={section.id}>
						{section.title}
					</h2>
					<SectionWords content={section.content} />
					{after?.(section)}
				</section>
			))}
		</>
	)
}

export function SectionWords({ content }: { content: readonly Block[] }) {
	if (isEmpty(content)) return <p className="govuk-body nobody-yet">Nobody has written here yet.</p>
	return <Prose>{blocks(content)}</Prose>
}

const elements: Record<string, string> = {
	paragraph: 'p',
	heading: 'h3',
	bulletList: 'ul',
	orderedList: 'ol',
	listItem: 'li',
	blockquote: 'blockquote',
}

function blocks(content: readonly Block[]): ReactNode {
	return content.map((block, at) => (
		<Fragment key={at}>{block.type === 'text' || block.type === 'hardBreak' ? inline(block) : element(block)}</Fragment>
	))
}

function element({ type, attrs, content = [] }: Block): ReactNode {
	const tag = elements[type]
	if (!tag) return blocks(content)
	const start =
		type === 'orderedList' && typeof attrs?.start === 'number' && attrs.start !== 1 ? attrs.start : undefined
	return createElement(tag, { start }, blocks(content))
}

function inline({ type, text, marks = [] }: Block): ReactNode {
	if (type === 'hardBreak') return <br />
	let words: ReactNode = text
	for (const mark of marks) words = marked(mark, words)
	return words
}

function marked({ type, attrs }: NonNullable<Block['marks']>[number], words: ReactNode): ReactNode {
	if (type === 'bold') return <strong>{words}</strong>
	if (type === 'italic') return <em>{words}</em>
	const href = type === 'link' ? safeAddress(attrs?.href) : null
	if (!href) return words
	return (
		<a className="govuk-link" href={href} rel="nofollow noopener">
			{words}
		</a>
	)
}
