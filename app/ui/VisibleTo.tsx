import type { ReactNode } from 'react'

/** Who can see this: stands under the title of every page that shows people's words. */
export function VisibleTo({ children }: { children: ReactNode }) {
	return <p className="visible-to">{children}</p>
}
