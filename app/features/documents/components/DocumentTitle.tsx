import type { ReactNode } from 'react'
import type { Document } from '~/domain/documents/document.ts'
import { templates } from '~/domain/documents/templates.ts'
import { Tag } from '~/ui/Tag.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { phaseTones, phaseWords } from '../visibility-words.ts'

export interface DocumentTitleProps {
	document: Pick<Document, 'title' | 'reference' | 'template' | 'phase'>
	seenBy: string
	/** Says so in place of the phase: "open draft" would send people past the vote. */
	isVotedOn?: boolean
	/** What this page of the document is, before its title. */
	children?: ReactNode
}

/** The top of every page of a document: what it is called, what it is, and who can see it. */
export function DocumentTitle({ document, seenBy, isVotedOn = false, children }: DocumentTitleProps) {
	return (
		<>
			{children && <span className="govuk-caption-l">{document.title}</span>}
			<h1 className={children ? 'govuk-heading-l' : 'govuk-heading-xl'}>{children ?? document.title}</h1>
			<p className="govuk-body">
				{templates[document.template].name} {document.reference}{' '}
				{isVotedOn ? (
					<Tag tone="open">being voted on</Tag>
				) : (
					<Tag tone={phaseTones[document.phase]}>{phaseWords[document.phase]}</Tag>
				)}
			</p>
			<VisibleTo>{seenBy}</VisibleTo>
		</>
	)
}
