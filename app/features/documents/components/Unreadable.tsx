import { longMoment } from '~/ui/dates.ts'
import type { FoundWords } from '../find-words.server.ts'

export interface UnreadableProps {
	unreadable: FoundWords['unreadable']
	reference: string
}

/** On every page of a document whose stored words cannot be read: what happened, what is shown instead, what next. */
export function Unreadable({ unreadable, reference }: UnreadableProps) {
	if (!unreadable) return null
	return (
		<section className="banner" aria-labelledby="unreadable">
			<h2 className="banner__title" id="unreadable">
				These words cannot be opened just now
			</h2>
			<div className="banner__content">
				<p className="govuk-body">
					What is stored of this document is damaged, so nobody can write in it until it is mended. Nothing was thrown
					away. {shown(unreadable.instead)}
				</p>
				<p className="govuk-body">
					Whoever runs this site can put the words back from a backup. Tell them about {reference}.
				</p>
			</div>
		</section>
	)
}

function shown(instead: NonNullable<FoundWords['unreadable']>['instead']): string {
	if (!instead) return 'There is no older copy that we could show you.'
	const copy =
		instead.from === 'version'
			? `version ${instead.number}, frozen at ${longMoment(instead.at)}`
			: `the words as they stood at ${longMoment(instead.at)}`
	return `Below is the last copy that we can read: ${copy}. Newer words may be missing from it.`
}
