import type { ReactNode } from 'react'

/** Long text at a comfortable width, with what is worth knowing about it at its side. */
export function Reading({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
	return (
		<div className="reading">
			<div className="reading__text">{children}</div>
			{aside && <div className="reading__aside">{aside}</div>}
		</div>
	)
}
