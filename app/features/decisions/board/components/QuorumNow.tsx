import { useEffect, useRef, useState } from 'react'
import type { BodyRules } from '~/domain/decisions/board/minute.ts'
import { Button } from '~/ui/Button.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import type { Values } from '../amendment-count.ts'
import type { BodyMember } from '../body-member.ts'
import { quorumNowWords } from '../minute-words.ts'
import { quorumNow } from '../quorum-now.ts'

export interface QuorumNowProps {
	members: BodyMember[]
	rules: BodyRules
	/** As the form stood when the page was made. */
	values: Values
	/** The page has come back because somebody asked for this. */
	asked: boolean
}

/** Is there a quorum, as the form stands? With JavaScript off the button beside it asks again. */
export function QuorumNow({ members, rules, values, asked }: QuorumNowProps) {
	const place = useRef<HTMLDivElement>(null)
	const [typed, setTyped] = useState<Values>(values)
	useEffect(() => {
		const form = place.current?.closest('form')
		const read = () =>
			form && setTyped(Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])))
		read()
		form?.addEventListener('change', read)
		return () => form?.removeEventListener('change', read)
	}, [])
	const words = quorumNowWords(quorumNow(typed, members, rules))
	return (
		<div ref={place} className="part">
			<InsetText>
				<div role="status">
					{/* biome-ignore lint/a11y/noAutofocus: whoever asked for the quorum is brought to it */}
					<p tabIndex={-1} autoFocus={asked}>
						<strong>Quorum, as this form stands: {words.join(' ')}</strong>
					</p>
				</div>
			</InsetText>
			<Button kind="secondary" name="step" value="quorum">
				Count the quorum again
			</Button>
		</div>
	)
}
