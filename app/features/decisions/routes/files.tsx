import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { Option } from '~/domain/decisions/decision.ts'
import { withdrawnIds } from '~/domain/decisions/withdrawn.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { SummaryList } from '~/ui/SummaryList.tsx'
import { Table } from '~/ui/Table.tsx'
import { byHandOf, levelByHand, withdrawnByHand } from '../by-hand-words.ts'
import { codeOfBallots } from '../code-words.ts'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { kindWords } from '../decision-words.ts'
import { fileWords } from '../file-words.ts'
import { poundsText } from '../money-words.ts'
import { nothingToRecount, tooFewToShow } from '../outcome-only-words.ts'
import { pageTitle } from '../page-title.ts'
import { presentDecision } from '../present-decision.server.ts'
import { readFiles, visitClosedDecision } from '../read-files.server.ts'
import { namedAsCast } from '../withdrawn-words.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Ballots and result', data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { decision, partnership, base, address } = await visitClosedDecision(args)
	return {
		...(await readFiles(args)),
		base,
		address,
		name: partnership.name,
		decision: presentDecision(decision, new Date()),
	}
}

export default function FilesPage() {
	const facts = useLoaderData<typeof loader>() as Facts
	const { address, decision, isHidden } = facts
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<DecisionTitle decision={decision}>
				{isHidden ? 'Take the outcome away' : 'Take the ballots away and count them yourself'}
			</DecisionTitle>
			{isHidden ? <OutcomeAlone {...facts} /> : <AllFiles {...facts} />}
		</>
	)
}

type Facts = Awaited<ReturnType<typeof loader>>

function OutcomeAlone({ address, files, ballotsHash }: Facts) {
	return (
		<>
			<p className="govuk-body">{tooFewToShow}</p>
			<p className="govuk-body">{nothingToRecount}</p>
			<FileList address={address} files={files} isHidden />
			<p className="govuk-body">
				The fingerprint of what is stored is <code className="fingerprint">{ballotsHash}</code>, {codeOfBallots} It was
				written into the record when voting closed. It is made with the receipts as well, so that nobody can find the
				votes by trying.
			</p>
		</>
	)
}

function FileList({ address, files, isHidden = false }: Pick<Facts, 'address' | 'files'> & { isHidden?: boolean }) {
	return (
		<SummaryList
			rows={files.map(({ file, name }) => ({
				key: (
					<a href={`${address}/files/${file}`} download>
						{name}
					</a>
				),
				value: fileWords(file, isHidden),
			}))}
		/>
	)
}

function AllFiles(facts: Facts) {
	const { address, base, decision, files, ballotsHash, engine, saysVoices, isMissingVoices, ballots, hasSteps } = facts
	const isSecret = decision.rules.secrecy === 'secret'
	const spreadsheet = files.find(({ file }) => file === 'ballots.csv')?.name
	return (
		<>
			<p className="govuk-body">
				{ballots === 0
					? 'Nobody handed in a ballot, so the files hold none.'
					: `${ballots === 1 ? 'One ballot is' : `All ${ballots} ballots are`} here, with no names and no times, in an order that says nothing about who came when.`}{' '}
				{ballots > 0 &&
					(saysVoices ? 'Each says the voice it was cast in.' : 'No ballot says the voice it was cast in.')}{' '}
				{isSecret && <a href={`${base}/decisions/secrecy`}>What secrecy does and does not protect</a>}
			</p>
			{isMissingVoices && (
				<p className="govuk-body">
					The rule asks each voice by itself. Some voices are so small that their ballots could show how one person
					voted, so no ballot says its voice. The totals can be counted again from these files. What each voice said
					cannot.
				</p>
			)}
			<h2 className="govuk-heading-m">Which file is for what</h2>
			<FileList address={address} files={files} />
			<p className="govuk-body">
				Each file says inside, and in its name, that this was a {kindWords[decision.kind].name.toLowerCase()}.
			</p>
			<h2 className="govuk-heading-m">Look at the ballots, and count a small vote by hand</h2>
			<p className="govuk-body">
				You need a spreadsheet and no program of ours. Open <strong>{spreadsheet}</strong>.{' '}
				{columnWords(decision.options)}
			</p>
			<Columns decision={decision} />
			<ol className="govuk-list govuk-list--number">
				{decision.withdrawn.length > 0 && <li>{withdrawnByHand(decision)}</li>}
				{byHandOf(decision).map((step) => (
					<li key={step}>{step}</li>
				))}
				{decision.options.length > 0 && <li>{levelByHand}</li>}
			</ol>
			{hasSteps && (
				<p className="govuk-body">
					<a href={`${address}/steps`}>The count, step by step</a>
				</p>
			)}
			<h2 className="govuk-heading-m">Count it again with a second program</h2>
			<p className="govuk-body">
				You need a computer with Node.js (from nodejs.org, it costs nothing) and a copy of Alongside, made ready with
				“npm ci”. Download a file of ballots and the result into the folder of that copy, open a terminal there, and run
				the line for your file. It counts with a second program that shares no code with ours, and says “The same” or
				every place where it is not. Somebody who knows computers can do it for you: the files are all they need.
			</p>
			{files.map(
				({ file, name, command }) =>
					command && (
						<div key={file}>
							<h3 className="govuk-heading-s">{name}</h3>
							<p className="govuk-body">
								<code className="fingerprint">{command}</code>
							</p>
						</div>
					),
			)}
			<p className="govuk-body">
				The fingerprint of the ballots is <code className="fingerprint">{ballotsHash}</code>, {codeOfBallots} It was
				written into the record when voting closed. A recount prints the same one. They were counted by{' '}
				<code>{engine}</code>.
			</p>
		</>
	)
}

function columnWords(options: readonly Option[]): string {
	return options.length === 0
		? 'Each row is one ballot, and the column “choice” says how it was cast.'
		: 'Each row is one ballot. The columns have letters:'
}

function Columns({ decision }: Pick<Facts, 'decision'>) {
	const { options } = decision
	if (options.length === 0) return null
	const gone = withdrawnIds(decision)
	const hasCosts = options.some(({ cost }) => cost !== undefined)
	return (
		<Table
			caption="What the columns stand for"
			captionSize="s"
			head={[{ text: 'Column' }, { text: 'Option' }, ...(hasCosts ? [{ text: 'Cost', numeric: true }] : [])]}
			rows={namedAsCast(decision).map(({ id, name, cost }) => [
				gone.has(id) ? `withdrawn:${id}` : id,
				name,
				...(hasCosts ? [poundsText(cost ?? 0)] : []),
			])}
		/>
	)
}
