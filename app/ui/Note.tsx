import type { ReactNode } from 'react'

/** A remark on the warm wash, at the passage it belongs to: what came of this. */
export function Note({ children }: { children: ReactNode }) {
	return <div className="note">{children}</div>
}
