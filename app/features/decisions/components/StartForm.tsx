import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { Details } from '~/ui/Details.tsx'
import { Radios } from '~/ui/Radios.tsx'
import type { AskableGroup } from '../askable-group.ts'
import { isWant, startFields, type WantName, wantNames, wants } from '../wants.ts'
import { Carried } from './Carried.tsx'
import { setUpFields } from './set-up-fields.ts'

export interface StartFormProps {
	versionId: string
	groups: AskableGroup[]
	form?: FormState
	/** Somebody came back here from the next page: what they typed there travels with them. */
	cameBack: boolean
}

/** What somebody wants to know, what it is worth, and whom they ask. How it is counted follows from that. */
export function StartForm({ versionId, groups, form, cameBack }: StartFormProps) {
	const { typed, errors } = setUpFields(form)
	const onlyGroup = groups.length === 1 ? groups[0]!.id : undefined
	const want = typed('want')
	return (
		<form method={cameBack ? 'post' : 'get'} noValidate>
			{cameBack && form ? (
				<Carried form={form} except={startFields} />
			) : (
				<input type="hidden" name="version" value={versionId} />
			)}
			<Radios
				name="want"
				legend="What do you want to know?"
				hint="Choose the question that is most like yours. How votes are counted follows from it, and you see it before voting opens."
				errors={errors.want}
				defaultValue={want}
				items={items(false)}
			/>
			<Details summary="Other ways of counting" open={isWant(want) && 'other' in wants[want]}>
				<Radios
					name="want"
					idName="want-other"
					legend="For those who know them by name"
					legendSize="s"
					defaultValue={want}
					items={items(true)}
				/>
			</Details>
			<Radios
				name="kind"
				legend="What are you asking for?"
				hint="A board decision is neither of these. It is taken at a meeting and recorded by its clerk."
				errors={errors.kind}
				defaultValue={typed('kind')}
				items={[
					{
						value: 'show-of-views',
						text: 'A show of views',
						hint: 'Advice, to find out what people think. Everyone with a seat is asked. It binds nobody, and it is not a board decision.',
					},
					{
						value: 'panel-vote',
						text: 'A panel vote',
						hint: 'To decide. It binds as the group’s own rules say: ask whoever chairs it. Only voting seats are asked. It is not a board decision.',
					},
				]}
			/>
			<Radios
				name="group"
				legend="Which group are you asking?"
				errors={errors.group}
				defaultValue={typed('group', onlyGroup)}
				items={groups.map(({ id, name, asked }) => ({
					value: id,
					text: name,
					hint: `${people(asked['show-of-views'].electors)} in a show of views, ${people(asked['panel-vote'].electors)} in a panel vote.`,
				}))}
			/>
			<Button name="step" value="questions">
				Continue
			</Button>
		</form>
	)
}

function items(other: boolean) {
	return wantNames
		.filter((name: WantName) => 'other' in wants[name] === other)
		.map((name) => ({ value: name, text: wants[name].title, hint: wants[name].means }))
}

function people(count: number) {
	return count === 1 ? '1 person' : `${count} people`
}
