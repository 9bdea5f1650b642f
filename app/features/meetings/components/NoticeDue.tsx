import { InsetText } from '~/ui/InsetText.tsx'
import { type NoticeLeft, noticeLeftWords } from '../meeting-words.ts'

/** On a draft: by when it is to be published, or that it is too late for enough notice and what is needed then. */
export function NoticeDue({ notice }: { notice: NoticeLeft | null }) {
	if (!notice) return null
	const { now, next } = noticeLeftWords(notice)
	const words = (
		<>
			<strong>{now}</strong> {next}
		</>
	)
	return notice.isShort || notice.hasBegun ? <InsetText>{words}</InsetText> : <p className="govuk-body">{words}</p>
}
