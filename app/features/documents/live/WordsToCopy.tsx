import { type ReactNode, useId, useRef, useState } from 'react'

export interface WordsToCopyProps {
	title: string
	/** Why they are not in the document, and what to do. */
	children: ReactNode
	words: string
	/** Forgets them on this device; without it they cannot be let go of here. */
	onLetGo?: () => void
}

/** Somebody's own words that could not be put into the document, to be taken elsewhere. */
export function WordsToCopy({ title, children, words, onLetGo }: WordsToCopyProps) {
	const id = useId()
	const field = useRef<HTMLTextAreaElement>(null)
	const [said, setSaid] = useState('')
	const copy = async () => {
		field.current?.select()
		const isCopied = await navigator.clipboard?.writeText(words).then(
			() => true,
			() => false,
		)
		setSaid(
			isCopied ? 'Your words are copied.' : 'Your words are marked. Press Ctrl and C, or copy them with a long press.',
		)
	}
	return (
		<section className="govuk-inset-text" aria-labelledby={`${id}-title`}>
			<h2 className="govuk-heading-s" id={`${id}-title`}>
				{title}
			</h2>
			<p className="govuk-body">{children}</p>
			<label className="govuk-label" htmlFor={`${id}-words`}>
				Your words
			</label>
			<textarea
				className="govuk-textarea"
				id={`${id}-words`}
				ref={field}
				readOnly
				rows={Math.min(12, words.split('\n').length + 2)}
				value={words}
			/>
			<div className="govuk-button-group">
				<button type="button" className="govuk-button govuk-button--secondary" onClick={copy}>
					Copy my words
				</button>
				{onLetGo && (
					<button type="button" className="govuk-button govuk-button--secondary" onClick={onLetGo}>
						Let these words go
					</button>
				)}
			</div>
			<p className="govuk-body" role="status">
				{said}
			</p>
		</section>
	)
}
