import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { Terms } from '~/domain/documents/document.ts'
import { fingerprintOf } from '~/domain/documents/version.ts'
import { shortFingerprint } from '~/domain/short-fingerprint.ts'
import { listBodies } from '~/features/decisions/board/bodies.server.ts'
import { codeOfWords } from '~/features/decisions/code-words.ts'
import { VotesOn } from '~/features/decisions/components/VotesOn.tsx'
import { findSetUp } from '~/features/decisions/find-set-up.server.ts'
import { listVotesOn } from '~/features/decisions/list-shown.server.ts'
import { OnAgenda } from '~/features/meetings/components/OnAgenda.tsx'
import { listOnAgenda } from '~/features/meetings/list-on-agenda.server.ts'
import { ThreadOf } from '~/features/thread/components/ThreadOf.tsx'
import { Aside } from '~/ui/Aside.tsx'
import { BackLink } from '~/ui/BackLink.tsx'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { longMoment } from '~/ui/dates.ts'
import { Reading } from '~/ui/Reading.tsx'
import { Seal } from '~/ui/Seal.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { listErasuresIn } from '../../../../db/queries/erasures.ts'
import { findMember } from '../../../../db/queries/members.ts'
import { findThread } from '../../../../db/queries/thread.ts'
import { DocumentWords } from '../components/DocumentWords.tsx'
import { PowerAndMoney } from '../components/PowerAndMoney.tsx'
import { WordsRemoved } from '../components/WordsRemoved.tsx'
import { pageTitle } from '../page-title.ts'
import { visitVersion } from '../visit-version.server.ts'

export async function loader(args: LoaderFunctionArgs) {
	const { db } = args.context
	const { place, partnership, document, membership, base, address, seenBy, version } = await visitVersion(args)
	const [thread, votes, freezer, erasures, onAgenda] = await Promise.all([
		findThread(db.read, place, document.id, { through: { versionId: version.id } }),
		listVotesOn(db.read, place, membership, { documentId: document.id, now: new Date() }),
		findMember(db.read, place, version.frozenBy),
		listErasuresIn(db.read, version.id),
		listOnAgenda(db.read, place, membership, document.id),
	])
	const { need, needSource, ...terms } = JSON.parse(version.terms) as Terms & { need: string; needSource: string }
	const isAsked = thread.some(({ stop, standing }) => stop === 'decision' && standing.is !== 'not-asked')
	const asking = membership && document.phase !== 'stopped' ? await findSetUp(db.read, membership, version.id) : null
	const bodies = membership && asking ? await listBodies(db.read, membership, document) : []
	return {
		place: partnership.name,
		base,
		address,
		seenBy,
		thread,
		votes: votes.filter(({ about }) => about.number === version.number),
		ask: asking && { isAsked, may: asking.groups.length > 0, href: `${base}/decisions/new?version=${version.id}` },
		enter: bodies.length > 0 ? `${base}/decisions/board/new?version=${version.id}` : null,
		version,
		need,
		needSource,
		terms,
		freezer: freezer?.name ?? 'a participant',
		erasures,
		onAgenda: onAgenda.filter(({ number }) => number === version.number),
		matches: fingerprintOf(version) === version.fingerprint,
	}
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(data && `Version ${data.version.number} of ${data.version.title}`, data?.place)

export default function ReadVersion() {
	const {
		base,
		address,
		seenBy,
		thread,
		votes,
		ask,
		enter,
		version,
		need,
		needSource,
		terms,
		freezer,
		matches,
		erasures,
		onAgenda,
	} = useLoaderData<typeof loader>()
	return (
		<>
			<BackLink href={`${address}/versions`}>All versions</BackLink>
			<span className="govuk-caption-xl">Version {version.number}</span>
			<h1 className="govuk-heading-xl">{version.title}</h1>
			<VisibleTo>{seenBy}</VisibleTo>
			<ThreadOf thread={thread} here="version" base={base} />
			<Seal>
				<p className="govuk-body">
					<strong>These words are frozen.</strong> {freezer} froze them at {longMoment(version.frozenAt)}.{' '}
					{erasures.length > 0
						? 'Nobody can change them; words that had to be removed are marked where they stood.'
						: 'Nobody can change them.'}{' '}
					Their fingerprint is <code>{shortFingerprint(version.fingerprint)}</code>, {codeOfWords}
				</p>
			</Seal>
			<WordsRemoved erasures={erasures} from="this version" />
			{ask && <Asking {...ask} people={`${base}/people`} />}
			{enter && (
				<p className="govuk-body">
					Did a board decide about it at a meeting? <a href={enter}>Enter a board decision</a>
				</p>
			)}
			<OnAgenda items={onAgenda} base={base} />
			<VotesOn title="Votes on this version" votes={votes} base={base} />
			<h2 className="govuk-heading-m">Power and money</h2>
			<PowerAndMoney terms={terms} />
			<h2 className="govuk-heading-m" id="need">
				The need
			</h2>
			<p className="govuk-body as-typed">{need}</p>
			<p className="govuk-body">
				<strong>Heard:</strong> {needSource}
			</p>
			<Reading
				aside={
					<Aside title="About this version">
						<p className="govuk-body">
							{version.writers === 1 ? '1 person wrote in it.' : `${version.writers} people wrote in it.`}
						</p>
						<p className="govuk-body">
							{erasures.length > 0
								? 'The fingerprint is of the words as they were frozen. Words were removed since, so what is left has another one.'
								: matches
									? 'We have just gone through these words again. The fingerprint is the same.'
									: 'Take care: these words no longer have the fingerprint they were frozen with. Tell whoever runs this place.'}
						</p>
						<p className="govuk-body">
							The whole fingerprint: <code className="fingerprint">{version.fingerprint}</code>
						</p>
						<p className="govuk-body">
							<a href={`${address}/versions/${version.number}/content.json`}>
								{erasures.length > 0
									? 'Download what is left of it (JSON)'
									: 'Download the words the fingerprint was made from (JSON)'}
							</a>
						</p>
						<p className="govuk-body">
							<a href={address}>The document as it stands now</a>
						</p>
					</Aside>
				}
			>
				<DocumentWords sections={version.sections} />
			</Reading>
		</>
	)
}

function Asking({ isAsked, may, href, people }: { isAsked: boolean; may: boolean; href: string; people: string }) {
	if (may)
		return (
			<ButtonLink href={href} kind={isAsked ? 'secondary' : undefined}>
				Put this version to people{isAsked && ' again'}
			</ButtonLink>
		)
	if (isAsked) return null
	return (
		<p className="govuk-body">
			Nobody has been asked about it yet. A facilitator, or the chair or clerk of a group, can put it to people.{' '}
			<a href={people}>See who they are</a>
		</p>
	)
}
