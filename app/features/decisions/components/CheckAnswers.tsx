import { isBudget } from '~/domain/decisions/askable.ts'
import type { DecisionKind, DecisionPart } from '~/domain/decisions/decision.ts'
import { fewestShown } from '~/domain/decisions/small-numbers.ts'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { longMoment } from '~/ui/dates.ts'
import { SummaryList } from '~/ui/SummaryList.tsx'
import { Table } from '~/ui/Table.tsx'
import { VoiceMark } from '~/ui/VoiceMark.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { codeOfWords } from '../code-words.ts'
import { kindWords, secrecyWords } from '../decision-words.ts'
import { drawsLots, ruleWords, tieWords } from '../method-words.ts'
import { poundsText } from '../money-words.ts'
import { quorumRows, type RuleNames } from '../motion-words.ts'
import type { ShownDecision } from '../present-decision.server.ts'
import { type WantName, wants } from '../wants.ts'
import { exceptWithdrawing } from '../withdrawn-words.ts'
import { BallotPreviews } from './BallotPreviews.tsx'
import { Carried } from './Carried.tsx'
import { OptionTable } from './OptionTable.tsx'
import { Shortlist } from './Shortlist.tsx'

export type CheckedQuestion = DecisionPart<'method' | 'rules' | 'options'> &
	RuleNames & {
		/** The version that is put to people. */
		about: { title: string; number: number; fingerprint: string }
		/** `rollHash` of `electorate`: opening is refused when it is another by then. */
		roll: string
		want: WantName
		kind: DecisionKind
		question: string
		closesAt: Date
		/** The clocks go back that night and the later of two such times is meant. */
		twice: boolean
		/** What may not have been meant by the closing time: it is opened only once somebody says that it was. */
		cautions: string[]
		groupName: string
		electorate: { memberId: string; name: string; voiceId: string; voice: string; shape: number }[]
		/** Each voice that is asked by itself. */
		lock: { name: string; electors: number; quorum: number }[]
		preview: ShownDecision
	}

interface CheckAnswersProps {
	checked: CheckedQuestion
	form: FormState
	/** By name, as papers say it. */
	partnership: string
}

/** The last look before everything is fixed. */
export function CheckAnswers({ checked, form, partnership }: CheckAnswersProps) {
	const {
		cautions,
		want,
		kind,
		question,
		rules,
		options,
		closesAt,
		twice,
		groupName,
		electorate,
		lock,
		preview,
		about,
		roll,
	} = checked
	return (
		<>
			<SummaryList
				rows={[
					{ key: 'What this is', value: kindWords[kind].means },
					{ key: 'Who is asked', value: groupName },
					{ key: 'What you want to know', value: wants[want].title },
					{ key: 'The question', value: question },
					{
						key: 'The words it is about',
						value: (
							<>
								Version {about.number} of “{about.title}”, fingerprint{' '}
								<code className="fingerprint">{about.fingerprint}</code>, {codeOfWords}
							</>
						),
					},
					{
						key: 'Votes are',
						value: `${rules.secrecy === 'secret' ? 'Secret' : 'Named'}. People are told: “${secrecyWords(rules, electorate.length)}”`,
					},
					{
						key: 'Voting closes',
						value: `${longMoment(closesAt)}${twice ? '. The clocks go back that night and this time comes twice: the later one is meant.' : ''}`,
					},
					...('budget' in rules && rules.budget !== undefined
						? [{ key: 'Money to share', value: poundsText(rules.budget) }]
						: []),
					{ key: 'How many must take part', value: <Quorum checked={checked} /> },
					{ key: 'How it is counted', value: ruleWords(checked) },
					...(lock.length > 0 ? [{ key: 'Asked separately', value: <Lock lock={lock} /> }] : []),
					...(drawsLots(checked) ? [{ key: 'If two are level', value: tieWords }] : []),
					{
						key: 'Before it closes',
						value: rules.showsStanding ? 'Everyone sees how it stands' : 'Nobody sees how it stands',
					},
				]}
			/>
			<OptionTable
				caption={isBudget(checked.method) ? `Projects: ${options.length}` : `To choose from: ${options.length}`}
				method={checked.method}
				options={options}
				isLettered
			/>
			<Shortlist shortlist={preview.shortlist} />
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
			<BallotPreviews preview={preview} electorate={electorate} partnership={partnership} form={form} />
			<form method="post" noValidate>
				<Carried form={form} except={['roll', 'as', 'closesSure']} />
				<input type="hidden" name="roll" value={roll} />
				<WarningText>
					Once voting opens, none of this can be changed{exceptWithdrawing(checked)}. The vote can only be stopped, with
					a reason everyone can read.
				</WarningText>
				{cautions.length > 0 && <ClosingTime cautions={cautions} form={form} />}
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

function ClosingTime({ cautions, form }: { cautions: string[]; form: FormState }) {
	return (
		<>
			<h2 className="govuk-heading-m">Is the closing time right?</h2>
			{cautions.map((words) => (
				<p key={words} className="govuk-body">
					{words}
				</p>
			))}
			<Checkboxes
				name="closesSure"
				legend="Is this what you mean?"
				legendSize="s"
				errors={form.errors.closesSure}
				defaultValues={[form.values.closesSure ?? []].flat()}
				items={[{ value: 'yes', text: 'Yes, close voting then' }]}
			/>
		</>
	)
}

function Quorum({ checked: { rules, electorate, voiceNames } }: { checked: CheckedQuestion }) {
	const said = quorumRows(rules, electorate.length, voiceNames)
	return said.length === 1 ? (
		said[0]
	) : (
		<ul className="govuk-list">
			{said.map((words) => (
				<li key={words}>{words}</li>
			))}
		</ul>
	)
}

function Lock({ lock }: Pick<CheckedQuestion, 'lock'>) {
	return (
		<ul className="govuk-list">
			{lock.map(({ name, electors, quorum }) => (
				<li key={name}>
					{name}: {electors} may vote, at least {quorum} must take part
				</li>
			))}
		</ul>
	)
}
