import type { ReactNode } from 'react'

/** A ruled box that says which words are being voted on, and that no others are. */
export function Seal({ children }: { children: ReactNode }) {
	return <div className="seal">{children}</div>
}
