import type { DecisionKind, DecisionPart } from '~/domain/decisions/decision.ts'
import { fewestShown } from '~/domain/decisions/small-numbers.ts'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { longMoment } from '~/ui/dates.ts'
import { SummaryList } from '~/ui/SummaryList.tsx'
import { Table } from '~/ui/Table.tsx'
import { VoiceMark } from '~/ui/VoiceMark.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { kindWords, secrecyWords } from '../decision-words.ts'
import { ruleWords } from '../method-words.ts'

export type CheckedQuestion = DecisionPart<'method' | 'rules' | 'options'> & {
	kind: DecisionKind
	question: string
	closesAt: Date
	/** The clocks go back that night and the later of two such times is meant. */
	twice: boolean
	groupName: string
	electorate: { memberId: string; name: string; voice: string; shape: number }[]
}

/** The last look before everything is fixed. */
export function CheckAnswers({ checked, form }: { checked: CheckedQuestion; form: FormState }) {
	const { kind, question, rules, closesAt, twice, groupName, electorate } = checked
	return (
		<>
			<SummaryList
				rows={[
					{ key: 'What this is', value: kindWords[kind].means },
					{ key: 'Who is asked', value: groupName },
					{ key: 'The question', value: question },
					{
						key: 'Votes are',
						value: `${rules.secrecy === 'secret' ? 'Secret' : 'Named'}. People are told: “${secrecyWords(rules, electorate.length)}”`,
					},
					{
						key: 'Voting closes',
						value: `${longMoment(closesAt)}${twice ? '. The clocks go back that night and this time comes twice: the later one is meant.' : ''}`,
					},
					{ key: 'How it is decided', value: ruleWords(checked) },
					{
						key: 'Before it closes',
						value: rules.showsStanding ? 'Everyone sees how it stands' : 'Nobody sees how it stands',
					},
				]}
			/>
			{rules.secrecy === 'secret' && electorate.length < fewestShown && (
				<WarningText>So few people are asked that the result itself may show how they voted.</WarningText>
			)}
			<Table
				caption={`Who may vote: ${electorate.length}`}
				captionSize="m"
				head={[{ text: 'Name' }, { text: 'Voice' }]}
				rows={electorate.map(({ memberId, name, voice, shape }) => [
					name,
					<VoiceMark key={memberId} shape={shape} name={voice} />,
				])}
			/>
			<WarningText>
				Once voting opens, none of this can be changed. It can only be stopped, with a reason everyone can read.
			</WarningText>
			<form method="post">
				<Carried form={form} />
				<ButtonGroup>
					<Button name="step" value="open">
						Open voting now
					</Button>
					<Button kind="secondary" name="step" value="change">
						Change the answers
					</Button>
				</ButtonGroup>
			</form>
		</>
	)
}

/** The answers travel with the page, so that nothing typed is lost on the way back. */
export function Carried({ form }: { form: FormState }) {
	return Object.entries(form.values).map(
		([name, value]) =>
			name !== 'step' && typeof value === 'string' && <input key={name} type="hidden" name={name} value={value} />,
	)
}
