import type { ReactNode } from 'react'
import type { Method } from '~/domain/decisions/decision.ts'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { Details } from '~/ui/Details.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import type { Asked } from '../askable-group.ts'
import { barWords, comparisonWords } from '../method-words.ts'
import { ballotChoices, completionChoices, utilityChoices } from '../rule-choices.ts'
import { MotionRules } from './MotionRules.tsx'
import type { SetUpFields } from './set-up-fields.ts'

type Rules = (props: { fields: SetUpFields; asked: Asked }) => ReactNode

/** What is asked of one way of counting and of no other. */
export const ruleFields: Record<Method, Rules> = {
	motion: MotionRules,
	consent: ConsentRules,
	approval: ApprovalRules,
	score: ScoreRules,
	points: PointsRules,
	irv: () => null,
	'scottish-stv': ({ fields }) => (
		<NumberInput fields={fields} name="seats" label="How many are chosen?" hint="For example, 3." large />
	),
	schulze: () => null,
	greedy: MostVotesRules,
	'greedy-no-skip': MostVotesRules,
	'equal-shares': EqualSharesRules,
}

function ConsentRules({ fields: { typed, errors } }: { fields: SetUpFields }) {
	return (
		<Radios
			name="silence"
			legend="What does it mean when somebody does not answer?"
			errors={errors.silence}
			defaultValue={typed('silence', 'says-nothing')}
			items={[
				{ value: 'says-nothing', text: 'Nothing', hint: 'Only answers count.' },
				{ value: 'agrees', text: 'That they agree', hint: 'Everybody is told so before they answer.' },
			]}
		/>
	)
}

function ApprovalRules({ fields }: { fields: SetUpFields }) {
	return (
		<>
			<NumberInput fields={fields} name="seats" label="How many can be chosen?" usual="1" large />
			<MoreRules fields={fields} names={['most']}>
				<MostChoices fields={fields} />
			</MoreRules>
		</>
	)
}

function ScoreRules({ fields }: { fields: SetUpFields }) {
	const { typed, errors } = fields
	return (
		<>
			<NumberInput
				fields={fields}
				name="highest"
				label="What is the highest score?"
				hint="Scores go from 0 to this number."
				usual="5"
				large
			/>
			<Radios
				name="missing"
				legend="What does no score mean?"
				errors={errors.missing}
				defaultValue={typed('missing', 'no-opinion')}
				items={[
					{ value: 'no-opinion', text: 'No opinion', hint: 'The average is of the scores given.' },
					{ value: 'zero', text: 'The same as 0' },
				]}
			/>
			<MoreRules fields={fields} names={['seats']}>
				<Winners fields={fields} />
			</MoreRules>
		</>
	)
}

function PointsRules({ fields }: { fields: SetUpFields }) {
	return (
		<>
			<NumberInput fields={fields} name="points" label="How many points does each person have?" usual="10" large />
			<MoreRules fields={fields} names={['cap', 'seats']}>
				<NumberInput
					fields={fields}
					name="cap"
					label="The most points one person may give to one thing"
					hint="Leave it empty for no limit but their points."
				/>
				<Winners fields={fields} />
			</MoreRules>
		</>
	)
}

function MostVotesRules({ fields }: { fields: SetUpFields }) {
	return (
		<>
			<Budget fields={fields} />
			<MoreRules fields={fields} names={['support', 'most']}>
				<NumberInput
					fields={fields}
					name="support"
					label="The fewest votes or points a project needs"
					hint="Votes if people tick, points if they do not. Leave it empty for one."
				/>
				<MostChoices fields={fields} isBudget />
			</MoreRules>
		</>
	)
}

function EqualSharesRules({ fields }: { fields: SetUpFields }) {
	const { typed, ticked, errors } = fields
	const more = ['most', 'completion', 'utility', 'comparison', 'bar']
	return (
		<>
			<Budget fields={fields} />
			<Checkboxes
				name="byVoice"
				legend="Whose money is it to share?"
				hint="Without this, every person who votes has an equal share of the money."
				errors={errors.byVoice}
				defaultValues={ticked('byVoice')}
				items={[
					{
						value: 'yes',
						text: 'Give each voice an equal share of the money',
						hint: 'It is divided among the people of that voice who vote, however many they are. A voice of which nobody votes gets none.',
					},
				]}
			/>
			<MoreRules fields={fields} names={more}>
				<MostChoices fields={fields} isBudget />
				<Radios
					name="completion"
					legend="What happens with money that is left?"
					legendSize="s"
					errors={errors.completion}
					defaultValue={typed('completion', 'add1')}
					items={choices(completionChoices)}
				/>
				<Radios
					name="utility"
					legend="With ticks: what does a funded project count for?"
					legendSize="s"
					errors={errors.utility}
					defaultValue={typed('utility', 'cost')}
					items={choices(utilityChoices)}
				/>
				<Checkboxes
					name="comparison"
					legend="Comparing with most votes first"
					legendSize="s"
					hint={comparisonWords}
					defaultValues={ticked('comparison')}
					items={[{ value: 'yes', text: 'Compare the two and take the better liked' }]}
				/>
				<Checkboxes
					name="bar"
					legend="A bar for dear projects"
					legendSize="s"
					hint={barWords}
					defaultValues={ticked('bar')}
					items={[{ value: 'yes', text: 'Leave such projects out' }]}
				/>
			</MoreRules>
		</>
	)
}

function Budget({ fields }: { fields: SetUpFields }) {
	const { typed, ticked, errors } = fields
	return (
		<>
			<TextInput
				name="budget"
				label="How much money is there to share?"
				labelSize="m"
				hint="In pounds, like 20000. What does not win stays unspent."
				prefix="£"
				width={10}
				inputMode="decimal"
				errors={errors.budget}
				defaultValue={typed('budget')}
			/>
			<Radios
				name="ballot"
				legend="How do people say what they want?"
				errors={errors.ballot}
				defaultValue={typed('ballot', 'ticks')}
				items={choices(ballotChoices)}
			/>
			<Details
				summary="If they share out points or put them in order"
				open={typed('ballot', 'ticks') !== 'ticks' || ['points', 'cap', 'places'].some((name) => errors[name])}
			>
				<NumberInput
					fields={fields}
					name="points"
					label="With points: how many has each person?"
					hint="Needed with points only."
					usual="10"
				/>
				<NumberInput
					fields={fields}
					name="cap"
					label="With points: the most one person may give to one project"
					hint="Leave it empty for no limit but their points."
				/>
				<NumberInput
					fields={fields}
					name="places"
					label="In order: how many may each person put in order?"
					hint="With 3, a first place gets 3 points, the next 2, then 1. Leave it empty for as many as there are projects."
				/>
			</Details>
			<Checkboxes
				name="withinBudget"
				legend="With ticks: how much may one person choose?"
				legendSize="s"
				hint="Without this, people tick all they would like, whatever it costs together."
				errors={errors.withinBudget}
				defaultValues={ticked('withinBudget')}
				items={[
					{
						value: 'yes',
						text: 'Each person spends the pot: what they choose may cost that much together at most',
					},
				]}
			/>
		</>
	)
}

function Winners({ fields }: { fields: SetUpFields }) {
	return <NumberInput fields={fields} name="seats" label="How many come out as chosen?" usual="1" />
}

function MostChoices({ fields, isBudget = false }: { fields: SetUpFields; isBudget?: boolean }) {
	return (
		<NumberInput
			fields={fields}
			name="most"
			label={isBudget ? 'With ticks: the most one person may choose' : 'The most one person may choose'}
			hint="Leave it empty if they may choose as many as they like."
		/>
	)
}

interface NumberInputProps {
	fields: SetUpFields
	name: string
	label: string
	hint?: string
	usual?: string
	large?: boolean
}

function NumberInput({ fields: { typed, errors }, name, label, hint, usual, large }: NumberInputProps) {
	return (
		<TextInput
			name={name}
			label={label}
			labelSize={large ? 'm' : undefined}
			hint={hint}
			inputMode="numeric"
			width={4}
			errors={errors[name]}
			defaultValue={typed(name, usual)}
		/>
	)
}

/** Rules with a usual answer, folded away until one of them matters. */
function MoreRules({ fields, names, children }: { fields: SetUpFields; names: string[]; children: ReactNode }) {
	return (
		<Details summary="More rules" open={names.some((name) => fields.errors[name])}>
			{children}
		</Details>
	)
}

function choices(words: Record<string, { text: string; hint: string }>) {
	return Object.entries(words).map(([value, words]) => ({ value, ...words }))
}
