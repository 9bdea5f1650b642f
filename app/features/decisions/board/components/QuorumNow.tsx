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
	values: Values
	/** The page has come back because somebody asked for this. */
	asked: boolean
}

/** Is there a quorum, as the form stands? The button asks again once it stands differently. */
export function QuorumNow({ members, rules, values, asked }: QuorumNowProps) {
	const words = quorumNowWords(quorumNow(values, members, rules))
	return (
		<div className="part">
			<InsetText>
				{/* biome-ignore lint/a11y/noAutofocus: whoever asked for the quorum is brought to it */}
				<p tabIndex={-1} autoFocus={asked}>
					<strong>
						{asked
							? words.join(' ')
							: 'Are enough people there to decide (a quorum)? Say how each took part, then count it here.'}
					</strong>
				</p>
			</InsetText>
			<Button kind="secondary" name="step" value="quorum">
				Count the quorum
			</Button>
		</div>
	)
}
