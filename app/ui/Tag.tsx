import type { ReactNode } from 'react'

/** A status: the word says it, the frame repeats it. */
export function Tag({ children, tone = 'plain' }: { children: ReactNode; tone?: 'open' | 'good' | 'late' | 'plain' }) {
	return <strong className={`tag tag--${tone}`}>{children}</strong>
}
