import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { lazy, Suspense } from 'react'
import { mayEraseWords, mayRunDocument, mayWriteDocument } from '~/domain/access/policies.ts'
import { endingOf } from '~/domain/documents/document.ts'
import { isFrozenAs, restsOn } from '~/domain/documents/finish.ts'
import { missingTerms } from '~/domain/documents/propose.ts'
import { VotesOn } from '~/features/decisions/components/VotesOn.tsx'
import { listVotesOn } from '~/features/decisions/list-shown.server.ts'
import { OnAgenda } from '~/features/meetings/components/OnAgenda.tsx'
import { listOnAgenda } from '~/features/meetings/list-on-agenda.server.ts'
import { ThreadOf } from '~/features/thread/components/ThreadOf.tsx'
import type { PageHandle } from '~/http/page-handle.ts'
import { Aside } from '~/ui/Aside.tsx'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { longDate } from '~/ui/dates.ts'
import { InsetText } from '~/ui/InsetText.tsx'
import { Reading } from '~/ui/Reading.tsx'
import { listTurns } from '../../../../db/queries/document-turns.ts'
import { listErasureRequests, listErasures } from '../../../../db/queries/erasures.ts'
import { listWaitingRescues } from '../../../../db/queries/live-documents.ts'
import { findMember } from '../../../../db/queries/members.ts'
import { findThread, listDecisionFacts } from '../../../../db/queries/thread.ts'
import { listVersions } from '../../../../db/queries/versions.ts'
import { DocumentTitle } from '../components/DocumentTitle.tsx'
import { DocumentWords } from '../components/DocumentWords.tsx'
import { FinalWords } from '../components/FinalWords.tsx'
import { isOpen, NextStep } from '../components/NextStep.tsx'
import { PowerAndMoney } from '../components/PowerAndMoney.tsx'
import { Unreadable } from '../components/Unreadable.tsx'
import { WordsRemoved } from '../components/WordsRemoved.tsx'
import { findSteps } from '../find-steps.server.ts'
import { findWords } from '../find-words.server.ts'
import { useIsAlive } from '../live/use-is-alive.ts'
import { pageTitle } from '../page-title.ts'
import { endedWords, unsentWhy } from '../visibility-words.ts'
import { visitDocument } from '../visit-document.server.ts'

/** Of a document that has ended: its writer's unsent words wait in the browser, where only a script can find them. */
export const handle: PageHandle = {
	scripts: (data) => (data as { unsentOf?: unknown } | undefined)?.unsentOf != null,
}

export async function loader(args: LoaderFunctionArgs) {
	const { db, live } = args.context
	const here = await visitDocument(args)
	const { place, partnership, document, membership, visitor, base, address, seenBy } = here
	const [{ sections, unreadable }, thread, votes, versions, starter, rescues, erasures, asked, turns, onAgenda] =
		await Promise.all([
			findWords(args.context, place, document),
			findThread(db.read, place, document.id),
			listVotesOn(db.read, place, membership, { documentId: document.id, now: new Date() }),
			listVersions(db.read, place, document.id),
			findMember(db.read, place, document.createdBy),
			membership ? listWaitingRescues(db.read, document.id, membership.memberId) : [],
			listErasures(db.read, document.id),
			listErasureRequests(db.read, document.id),
			listTurns(db.read, document.id),
			listOnAgenda(db.read, place, membership, document.id),
		])
	const isFinalOfRunner = mayRunDocument(membership, document) && document.phase === 'final'
	const isDecided = isFinalOfRunner && restsOn(await listDecisionFacts(db.read, document.id))
	return {
		place: partnership.name,
		base,
		address,
		seenBy,
		document,
		thread,
		votes,
		sections,
		unreadable,
		way: unreadable ? null : await findSteps(args.context, here, { sections, thread }),
		versions: versions.map(({ number, frozenAt }) => ({ number, frozenAt })),
		starter: starter?.name ?? 'a participant',
		missing: missingTerms(document).length,
		writersNow: live.writersNow(document.id),
		rescues: rescues.length,
		erasures,
		mayErase: mayEraseWords(membership, document),
		asked: asked.length,
		turns,
		onAgenda,
		hasMore:
			document.phase === 'final' && !unreadable && !erasures.length && !isFrozenAs(versions[0]!, document, sections),
		mayWrite: !unreadable && mayWriteDocument(membership, document),
		unsentOf:
			endingOf(document) && visitor?.sharedDevice === false && membership
				? { memberId: membership.memberId, documentId: document.id }
				: null,
		mayRun: mayRunDocument(membership, document) && endingOf(document) === null,
		mayOpenAgain: isFinalOfRunner && !isDecided,
		/** Whoever runs it would look for the way to open it again. */
		isSettled: isFinalOfRunner && isDecided,
	}
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.document.title, data?.place)

const UnsentHere = lazy(() => import('../live/UnsentHere.tsx'))

export default function ReadDocument() {
	const page = useLoaderData<typeof loader>()
	const {
		base,
		address,
		seenBy,
		document,
		thread,
		votes,
		sections,
		way,
		missing,
		mayWrite,
		rescues,
		unreadable,
		erasures,
	} = page
	const { turns, hasMore, unsentOf, onAgenda } = page
	const ending = endingOf(document)
	const isAlive = useIsAlive()
	const isVotedOn = votes.some(isOpen)
	return (
		<>
			<DocumentTitle document={document} seenBy={seenBy} isVotedOn={isVotedOn} />
			<ThreadOf thread={thread} here="words" base={base} />
			{document.phase === 'stopped' && (
				<InsetText>
					<strong>This work was stopped.</strong> <span className="as-typed">{document.stoppedReason}</span>
				</InsetText>
			)}
			<FinalWords phase={document.phase} turns={turns} hasMore={hasMore} />
			<WordsRemoved erasures={erasures} from="this document" />
			<Unreadable unreadable={unreadable} reference={document.reference} />
			{isAlive && unsentOf && ending && (
				<Suspense>
					<UnsentHere whose={unsentOf} why={unsentWhy[ending]} />
				</Suspense>
			)}
			{rescues > 0 && (
				<InsetText>
					Some of your words fell in a passage that somebody removed meanwhile. They are safe.{' '}
					<a href={`${address}/rescued`}>Look at them and say what to do</a>.
				</InsetText>
			)}
			{mayWrite && (
				<ButtonLink href={`${address}/write`} kind={isVotedOn ? 'secondary' : undefined}>
					Write
				</ButtonLink>
			)}
			<NextStep way={way} votes={votes} base={base} />
			<OnAgenda items={onAgenda} base={base} saysVersion />
			<VotesOn title="Votes on these words" votes={votes} base={base} withVersion />
			<h2 className="govuk-heading-m" id="power-and-money">
				Power and money
			</h2>
			{missing > 0 && document.phase === 'draft' && (
				<p className="govuk-body">These words cannot leave draft until every line here is filled in.</p>
			)}
			<PowerAndMoney terms={document.terms} change={mayWrite ? `${address}/terms` : undefined} />
			<h2 className="govuk-heading-m" id="need">
				The need
			</h2>
			<p className="govuk-body as-typed">{document.need}</p>
			<p className="govuk-body">
				<strong>Heard:</strong> {document.needSource}
			</p>
			<Reading aside={<Beside />}>
				<DocumentWords
					sections={sections}
					after={
						mayWrite
							? ({ id, title }) => (
									<p className="govuk-body">
										<a href={`${address}/sections/${id}`}>
											Edit this section<span className="govuk-visually-hidden">: {title}</span>
										</a>
									</p>
								)
							: undefined
					}
				/>
			</Reading>
		</>
	)
}

function Beside() {
	const {
		base,
		address,
		document,
		versions,
		starter,
		mayWrite,
		mayRun,
		writersNow,
		unreadable,
		mayErase,
		asked,
		mayOpenAgain,
		isSettled,
	} = useLoaderData<typeof loader>()
	const ending = endingOf(document)
	return (
		<>
			<Aside title="Take part">
				{writersNow > 0 && (
					<p className="govuk-body">
						{writersNow === 1 ? '1 person is writing here now.' : `${writersNow} people are writing here now.`}
					</p>
				)}
				{mayWrite ? (
					<p className="govuk-body">
						You can write in this. <a href={`${address}/proposal`}>From words to a decision</a>
					</p>
				) : (
					<p className="govuk-body">
						{unreadable
							? 'Nobody can write in this until its words can be opened again.'
							: ending
								? endedWords[ending]
								: 'You can read this. The people it belongs to write it.'}
					</p>
				)}
				<p className="govuk-body">
					Started by {starter} on {longDate(document.createdAt)}.
				</p>
			</Aside>
			<Aside title="Versions">
				{versions.length === 0 ? (
					<p className="govuk-body">
						No version yet. A version is a numbered copy that never changes, so that people can decide on it.
					</p>
				) : (
					<ul className="govuk-list">
						{versions.map(({ number, frozenAt }) => (
							<li key={number}>
								<a href={`${address}/versions/${number}`}>Version {number}</a>, {longDate(frozenAt)}
							</li>
						))}
					</ul>
				)}
				<p className="govuk-body">
					<a href={`${address}/versions`}>{mayWrite ? 'All versions, and freeze a new one' : 'All versions'}</a>
				</p>
			</Aside>
			{(mayRun || mayErase || mayOpenAgain || isSettled) && (
				<Aside title="Run this document">
					{mayErase && asked > 0 && (
						<p className="govuk-body">
							{asked === 1 ? '1 person has' : `${asked} people have`} asked for their words here to be removed.
						</p>
					)}
					{isSettled && (
						<p className="govuk-body">
							A decision rests on these words, so they cannot be opened again.{' '}
							<a href={`${base}/documents/new`}>Start a new document</a> to take them further.
						</p>
					)}
					<ul className="govuk-list">
						{mayRun && (
							<>
								<li>
									<a href={`${address}/visibility`}>Change who can read it</a>
								</li>
								<li>
									<a href={`${address}/final`}>Say that these words are final</a>
								</li>
								<li>
									<a href={`${address}/stop`}>Stop this work</a>
								</li>
							</>
						)}
						{mayOpenAgain && (
							<li>
								<a href={`${address}/open-again`}>Open these words again</a>
							</li>
						)}
						{mayErase && (
							<li>
								<a href={`${address}/erasure`}>Remove words for good</a>
							</li>
						)}
					</ul>
				</Aside>
			)}
		</>
	)
}
