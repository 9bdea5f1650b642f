import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { DateInput } from '~/ui/DateInput.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { TextInput } from '~/ui/TextInput.tsx'

export interface GroupToAsk {
	id: string
	name: string
	voting: number
	all: number
	usualSecrecy: 'secret' | 'named'
}

export interface SetUpFormProps {
	id: string
	groups: GroupToAsk[]
	form?: FormState
}

/** Everything that is fixed once voting opens. */
export function SetUpForm({ id, groups, form }: SetUpFormProps) {
	const errors = form?.errors ?? {}
	const typed = (name: string) => {
		const value = form?.values[name]
		return typeof value === 'string' ? value : undefined
	}
	const onlyGroup = groups.length === 1 ? groups[0]!.id : undefined
	const secretByDefault = groups.some(({ usualSecrecy }) => usualSecrecy === 'secret')
	return (
		<form method="post" noValidate>
			<input type="hidden" name="id" value={typed('id') ?? id} />
			<Radios
				name="kind"
				legend="What are you asking for?"
				errors={errors.kind}
				defaultValue={typed('kind')}
				items={[
					{
						value: 'show-of-views',
						text: 'A show of views',
						hint: 'Advice. Everyone with a seat is asked. It binds nobody, and it is not a board decision.',
					},
					{
						value: 'panel-vote',
						text: 'A panel vote',
						hint: 'Binds as the group’s own rules say. Only voting seats are asked. It is not a board decision.',
					},
				]}
			/>
			<Radios
				name="group"
				legend="Which group are you asking?"
				errors={errors.group}
				defaultValue={typed('group') ?? onlyGroup}
				items={groups.map(({ id, name, voting, all }) => ({
					value: id,
					text: name,
					hint: `${people(all)} in a show of views, ${people(voting)} in a panel vote.`,
				}))}
			/>
			<TextInput
				name="question"
				label="What is the question?"
				labelSize="m"
				hint="People answer for, against or abstain. Ask one thing."
				errors={errors.question}
				defaultValue={typed('question')}
			/>
			<Radios
				name="secrecy"
				legend="Are votes secret or named?"
				errors={errors.secrecy}
				defaultValue={typed('secrecy') ?? (secretByDefault ? 'secret' : 'named')}
				items={[
					{ value: 'secret', text: 'Secret', hint: 'Nobody can see how anybody voted. Usual where citizens vote.' },
					{ value: 'named', text: 'Named', hint: 'The result shows who voted how.' },
				]}
			/>
			<DateInput
				name="closes"
				legend="On which day does voting close?"
				hint="For example, 14 6 2027."
				errors={errors.closes ?? errors['closes.day'] ?? errors['closes.month'] ?? errors['closes.year']}
				defaultValue={{ day: typed('closes.day'), month: typed('closes.month'), year: typed('closes.year') }}
			/>
			<TextInput
				name="time"
				label="At what time?"
				labelSize="m"
				hint="By the clock in London, for example 5pm. A vote that arrives at that very moment is too late."
				width={10}
				errors={errors.time}
				defaultValue={typed('time') ?? '5pm'}
			/>
			<Radios
				name="threshold"
				legend="What does it need to be carried?"
				hint="Abstaining counts as taking part and is on neither side."
				errors={errors.threshold}
				defaultValue={typed('threshold') ?? 'majority'}
				items={[
					{ value: 'majority', text: 'More for than against' },
					{ value: 'two-thirds', text: 'At least two thirds of those for or against to be for' },
					{ value: 'three-quarters', text: 'At least three quarters of those for or against to be for' },
					{ value: 'everyone', text: 'Nobody against' },
				]}
			/>
			<TextInput
				name="quorum"
				label="How many must take part?"
				labelSize="m"
				hint="With fewer there is no decision, which is not the same as a lost vote. Enter 0 if there is no such rule."
				inputMode="numeric"
				width={3}
				errors={errors.quorum}
				defaultValue={typed('quorum')}
			/>
			<Checkboxes
				name="standing"
				legend="Before it closes"
				errors={errors.standing}
				defaultValues={typed('standing') ? ['yes'] : []}
				items={[
					{
						value: 'yes',
						text: 'Show how it stands while voting is open',
						hint: 'For named votes only. Otherwise nobody sees it, you included.',
					},
				]}
			/>
			<NhsNumberChoice form={form} />
			<Button>Check your answers</Button>
		</form>
	)
}

function people(count: number) {
	return count === 1 ? '1 person' : `${count} people`
}
