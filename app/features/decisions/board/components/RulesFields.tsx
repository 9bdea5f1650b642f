import type { ReactNode } from 'react'
import { Fieldset } from '~/ui/Fieldset.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { classRows } from '../rules-form.ts'
import type { Field } from './field.ts'

/** A body's rules as questions: on its own page, and in a correction where they were written down wrongly. */
export function RulesFields({ field, prefix, children }: { field: Field; prefix: string; children?: ReactNode }) {
	const of = (name: string) => field(prefix + name)
	return (
		<>
			<TextInput
				{...of('least')}
				label="How many voting members must be there?"
				labelSize="m"
				hint="A number, like 7, or a share of all voting seats, like 1/4. A share is rounded up."
				width={5}
			/>
			<Radios
				{...of('interests')}
				legend="Does a member with an interest count towards that number?"
				hint="Such a member never takes part in the item or votes on it."
				items={[
					{ value: 'leave', text: 'No, they leave the quorum for that item' },
					{ value: 'count', text: 'Yes, they are counted' },
				]}
			/>
			<Radios
				{...of('remote')}
				legend="Does a member who joins remotely count, and vote?"
				hint="In a formal board of a council in England they may speak, and do neither."
				items={[
					{ value: 'listen', text: 'No, they may speak only' },
					{ value: 'count', text: 'Yes, as if they were in the room' },
				]}
			/>
			<Radios
				{...of('late')}
				legend="May a member vote who came in after the debate had begun?"
				items={[
					{ value: 'listen', text: 'No, not on that item' },
					{ value: 'vote', text: 'Yes' },
				]}
			/>
			<Radios
				{...of('casting')}
				legend="Is there a casting vote when votes are level?"
				hint="Without one, a level vote is not carried."
				items={[
					{ value: 'yes', text: 'Yes, whoever presides has one' },
					{ value: 'no', text: 'No' },
				]}
			/>
			<Radios
				{...of('threshold')}
				legend="What does a motion need to be carried?"
				hint="An amendment always needs more for than against."
				items={[
					{ value: 'majority', text: 'More for than against' },
					{ value: 'two-thirds-voting', text: 'At least two thirds of those for or against' },
					{ value: 'two-thirds-present', text: 'At least two thirds of those present' },
					{ value: 'two-thirds-entitled', text: 'At least two thirds of all who may vote' },
					{ value: 'three-quarters-voting', text: 'At least three quarters of those for or against' },
				]}
			/>
			{children}
			<Fieldset legend="Must some of them be of a certain kind?" legendSize="m">
				<p className="govuk-hint">
					Leave this empty if not. Write the kind as you wrote it above: “NHS member”, and how many of them.
				</p>
				{Array.from({ length: classRows }, (_, at) => (
					<div className="part" key={at}>
						<TextInput {...of(`classes.${at}.seat`)} label={`Kind ${at + 1}`} optional />
						<TextInput
							{...of(`classes.${at}.least`)}
							label={`How many of kind ${at + 1}`}
							optional
							inputMode="numeric"
							width={3}
						/>
					</div>
				))}
			</Fieldset>
		</>
	)
}
