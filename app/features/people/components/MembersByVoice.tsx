import { roleNames } from '~/features/account/role-names.ts'
import { Row } from '~/ui/Row.tsx'
import { Rows } from '~/ui/Rows.tsx'
import { VoiceMark } from '~/ui/VoiceMark.tsx'

interface Listed {
	id: string
	name: string
	voiceId: string
	role: keyof typeof roleNames
	me: boolean
}

interface MembersByVoiceProps {
	base: string
	voices: { id: string; name: string; plural: string; shape: number }[]
	members: Listed[]
}

/** Who is here, side by side by voice. A voice with nobody in it is an empty chair, and says so. */
export function MembersByVoice({ base, voices, members }: MembersByVoiceProps) {
	return voices.map(({ id, plural, shape }) => {
		const ofVoice = members.filter(({ voiceId }) => voiceId === id)
		return (
			<section key={id}>
				<h2 className="govuk-heading-l">
					<VoiceMark shape={shape} name={plural} />
				</h2>
				{ofVoice.length === 0 ? (
					<p className="govuk-body">Nobody speaks from this side yet. Who is missing here?</p>
				) : (
					<Rows label={plural}>
						{ofVoice.map((member) => (
							<Row
								key={member.id}
								href={`${base}/${member.id}`}
								title={member.me ? `${member.name} (you)` : member.name}
								meta={member.role === 'member' ? undefined : roleNames[member.role]}
							/>
						))}
					</Rows>
				)}
			</section>
		)
	})
}
