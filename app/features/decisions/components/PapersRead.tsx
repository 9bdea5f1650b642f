import { Button } from '~/ui/Button.tsx'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { Details } from '~/ui/Details.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { Table } from '~/ui/Table.tsx'
import type { ShownDecision } from '../present-decision.server.ts'
import type { Papers } from '../read-papers.server.ts'

interface PapersReadProps {
	decision: ShownDecision
	papers: Papers
	address: string
}

/** Two people read every paper by themselves; only then is it said where they differ. */
export function PapersRead({ decision, papers, address }: PapersReadProps) {
	const { returned, next, agreed, once } = papers
	if (decision.state === 'closed' || decision.state === 'stopped')
		return <p className="govuk-body">This vote is over, so papers are no longer read.</p>
	return (
		<>
			<h2 className="govuk-heading-m">3. Read, two people each by themselves</h2>
			{returned === 0 ? (
				<p className="govuk-body">No paper has come back yet. When one has, it can be read here.</p>
			) : (
				<>
					<p className="govuk-body">
						Write a number on every paper, 1 to {returned}. Two people who run this vote read each of them, one after
						the other, without looking at what the other read. The votes are counted when all are read alike.
					</p>
					<p className="govuk-body">
						{agreed} of {returned} read alike by two people.
						{once.length > 0 && ` Read once so far: ${once.join(', ')}.`}
					</p>
					{next !== null && (
						<ButtonLink href={`${address}/paper/reading?number=${next}`}>{`Read paper ${next}`}</ButtonLink>
					)}
					{next === null && once.length > 0 && (
						<InsetText>You have read all you can. Somebody else reads them now.</InsetText>
					)}
					{agreed === returned && <InsetText>Every paper is read alike. {countedWhen(decision, papers)}</InsetText>}
				</>
			)}
			<Differing decision={decision} papers={papers} address={address} />
			{decision.state === 'open' && papers.mine.length > 0 && (
				<TakeBack isSecret={decision.rules.secrecy === 'secret'} mine={papers.mine} />
			)}
			<Uneven papers={papers} />
		</>
	)
}

function countedWhen({ state }: Pick<ShownDecision, 'state'>, { isComplete }: Pick<Papers, 'isComplete'>): string {
	if (!isComplete) return 'But what was read does not fit what came back, so they cannot be counted yet.'
	return state === 'open' ? 'They are counted when voting ends.' : 'Voting has ended, so they are being counted.'
}

function Differing({ decision, papers: { differing }, address }: PapersReadProps) {
	if (differing.length === 0) return null
	const isOpen = decision.state === 'open'
	return (
		<>
			<h2 className="govuk-heading-m">Read differently</h2>
			<p className="govuk-body">
				Take the paper out and look at it together. Whoever misread it corrects their own reading
				{isOpen ? '' : '; or both are thrown away and two people read it again'}.
			</p>
			{differing.map(({ number, readings }) => (
				<div key={number}>
					<Table
						caption={`Paper ${number}`}
						captionSize="s"
						head={[{ text: 'Reading' }, { text: 'Vote' }, { text: 'Voice or name' }, { text: 'Reason' }]}
						rows={readings.map(({ says, whose, reason }, at) => [at === 0 ? 'One' : 'The other', says, whose, reason])}
					/>
					<form method="post">
						<input type="hidden" name="number" value={number} />
						<p className="govuk-body">
							<a href={`${address}/paper/reading?number=${number}`}>Correct my reading of paper {number}</a>{' '}
							{!isOpen && (
								<button type="submit" className="link-button" name="does" value="again">
									Have paper {number} read again by two people
								</button>
							)}
						</p>
					</form>
				</div>
			))}
		</>
	)
}

/** Whoever read a paper makes it unread, and nobody else: only then may one be taken off the list again. */
function TakeBack({ isSecret, mine }: { isSecret: boolean; mine: number[] }) {
	return (
		<Details summary="A paper was noted by mistake, and papers have been read">
			<p className="govuk-body">
				{isSecret
					? 'Nobody can tell whose paper a number is. So a paper is taken off the list only while none is read.'
					: 'A paper is taken off the list only while it is unread and no other has the last number.'}{' '}
				Everybody who read papers takes back what they read. Then count the papers. Take one off only if there are fewer
				than came back. Number the papers anew and read them again.
			</p>
			<p className="govuk-body">
				You have read {mine.length === 1 ? 'paper' : 'papers'} {mine.join(', ')}.
			</p>
			<form method="post">
				<Button kind="secondary" name="does" value="take-back">
					Take back all I read
				</Button>
			</form>
		</Details>
	)
}

function Uneven({ papers: { uneven, twice, once, differing, returned } }: Pick<PapersReadProps, 'papers'>) {
	// Until everything is read, numbers differ because somebody is still at it.
	if (returned === 0 || once.length > 0 || differing.length > 0 || (uneven.length === 0 && twice.length === 0))
		return null
	return (
		<InsetText>
			{uneven.map(({ voice, by }) => (
				<p key={voice}>
					{voice}: {Math.abs(by)} {by > 0 ? 'more' : 'fewer'} read than came back.{' '}
					{by > 0
						? 'A paper may have been read with the wrong voice.'
						: 'Read the rest. One that is not there is read as a paper that cannot be counted.'}
				</p>
			))}
			{twice.map((name) => (
				<p key={name}>{name}: two papers carry this name. Look at both again.</p>
			))}
		</InsetText>
	)
}
