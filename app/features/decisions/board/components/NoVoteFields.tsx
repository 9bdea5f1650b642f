import { partField } from '../seat-form.ts'
import type { Field } from './field.ts'

const outWords = { interest: 'does not take part: interest', absent: 'absent' } as const

/**
 * What stands in place of a vote of somebody who takes no part by what the form says above. A vote that was entered for them all
 * the same stays to be seen and taken away (`asked`). Null: they are asked.
 */
export function noVoteWords(field: Field, memberId: string, asked: ReturnType<Field>): string | null {
	const part = field(partField(memberId)).defaultValue
	const isEntered = asked.errors !== undefined || !['', 'present'].includes(asked.defaultValue ?? '')
	if (isEntered) return null
	return part === 'interest' || part === 'absent' ? outWords[part] : null
}

export function NoVote({ name, words }: { name: string; words: string }) {
	return (
		<p className="govuk-body">
			{name}: {words}
		</p>
	)
}
