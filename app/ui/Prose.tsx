import type { ReactNode } from 'react'

/** People's own words: plain headings, paragraphs and lists inside are set for reading. */
export function Prose({ children }: { children: ReactNode }) {
	return <div className="prose">{children}</div>
}
