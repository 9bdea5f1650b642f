import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '~/ui/BackLink.tsx'
import { SummaryList } from '~/ui/SummaryList.tsx'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { kindWords } from '../decision-words.ts'
import { fileWords } from '../file-words.ts'
import { nothingToRecount, tooFewToShow } from '../outcome-only-words.ts'
import { pageTitle } from '../page-title.ts'
import { presentDecision } from '../present-decision.server.ts'
import { readFiles, visitClosedDecision } from '../read-files.server.ts'

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
				The fingerprint of what is stored is <code className="fingerprint">{ballotsHash}</code>. It was written into the
				record when voting closed. It is made with the receipts as well, so that nobody can find the votes by trying.
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

function AllFiles({ address, base, decision, files, ballotsHash, saysVoices, isMissingVoices, ballots }: Facts) {
	const isSecret = decision.rules.secrecy === 'secret'
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
			<FileList address={address} files={files} />
			<h2 className="govuk-heading-m">How to count them again</h2>
			<p className="govuk-body">
				You need a computer with Node.js and a copy of Alongside, made ready with “npm ci”. Download a file of ballots
				and the result into the folder of that copy, open a terminal there, and run the line for your file. It counts
				with a second program that shares no code with ours, and says “The same” or every place where it is not.
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
			{files.some(({ file, command }) => file === 'ballots.csv' && !command) && (
				<p className="govuk-body">
					The spreadsheet does not hold the costs, so a budget is counted again from the other files.
				</p>
			)}
			<p className="govuk-body">
				The fingerprint of the ballots is <code className="fingerprint">{ballotsHash}</code>. It was written into the
				record when voting closed. A recount prints the same one.
			</p>
		</>
	)
}
