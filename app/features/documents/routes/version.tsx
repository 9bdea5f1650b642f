import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayOpenDecision } from '~/domain/access/policies.ts'
import type { Terms } from '~/domain/documents/document.ts'
import { fingerprintOf } from '~/domain/documents/version.ts'
import { shortFingerprint } from '~/domain/short-fingerprint.ts'
import { ThreadOf } from '~/features/thread/components/ThreadOf.tsx'
import { Aside } from '~/ui/Aside.tsx'
import { BackLink } from '~/ui/BackLink.tsx'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { longMoment } from '~/ui/dates.ts'
import { Reading } from '~/ui/Reading.tsx'
import { Seal } from '~/ui/Seal.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { findMember } from '../../../../db/queries/members.ts'
import { findThread } from '../../../../db/queries/thread.ts'
import { DocumentWords } from '../components/DocumentWords.tsx'
import { PowerAndMoney } from '../components/PowerAndMoney.tsx'
import { pageTitle } from '../page-title.ts'
import { visitVersion } from '../visit-version.server.ts'

export async function loader(args: LoaderFunctionArgs) {
	const { db } = args.context
	const { place, partnership, document, membership, base, address, seenBy, version } = await visitVersion(args)
	const [thread, freezer] = await Promise.all([
		findThread(db.read, place, document.id, { through: { versionId: version.id } }),
		findMember(db.read, place, version.frozenBy),
	])
	const { need, needSource, ...terms } = JSON.parse(version.terms) as Terms & { need: string; needSource: string }
	// Whether a group may be asked is settled on the decision's own page; here it is enough that somebody could ask.
	const kind = document.visibility === 'circle' ? 'circle' : 'panel'
	const groups = document.groupId ? [document.groupId] : (membership?.seats.map(({ groupId }) => groupId) ?? [])
	const mayAsk =
		membership?.role === 'facilitator' ||
		groups.some((id) => mayOpenDecision(membership, { partnershipId: place.partnershipId, id, kind }))
	return {
		place: partnership.name,
		base,
		address,
		seenBy,
		thread,
		mayAsk: mayAsk && document.phase !== 'stopped',
		version,
		need,
		needSource,
		terms,
		freezer: freezer?.name ?? 'a participant',
		matches: fingerprintOf(version) === version.fingerprint,
	}
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(data && `Version ${data.version.number} of ${data.version.title}`, data?.place)

export default function ReadVersion() {
	const { base, address, seenBy, thread, mayAsk, version, need, needSource, terms, freezer, matches } =
		useLoaderData<typeof loader>()
	return (
		<>
			<BackLink href={`${address}/versions`}>All versions</BackLink>
			<span className="govuk-caption-xl">Version {version.number}</span>
			<h1 className="govuk-heading-xl">{version.title}</h1>
			<VisibleTo>{seenBy}</VisibleTo>
			<ThreadOf thread={thread} here="version" base={base} />
			<Seal>
				<p className="govuk-body">
					<strong>These words are frozen.</strong> {freezer} froze them at {longMoment(version.frozenAt)}. Nobody can
					change them. Fingerprint <code>{shortFingerprint(version.fingerprint)}</code>.
				</p>
			</Seal>
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
					<>
						{mayAsk && (
							<Aside title="Decide">
								<ButtonLink href={`${base}/decisions/new?version=${version.id}`}>Put this version to people</ButtonLink>
							</Aside>
						)}
						<Aside title="About this version">
							<p className="govuk-body">
								{version.writers === 1 ? '1 person wrote in it.' : `${version.writers} people wrote in it.`}
							</p>
							<p className="govuk-body">
								{matches
									? 'We have just hashed these words again. The fingerprint is the same.'
									: 'Take care: these words no longer have the fingerprint they were frozen with. Tell whoever runs this place.'}
							</p>
							<p className="govuk-body">
								Full fingerprint (SHA-256): <code className="fingerprint">{version.fingerprint}</code>
							</p>
							<p className="govuk-body">
								<a href={`${address}/versions/${version.number}/content.json`}>
									Download exactly what was hashed (JSON)
								</a>
							</p>
							<p className="govuk-body">
								<a href={address}>The document as it stands now</a>
							</p>
						</Aside>
					</>
				}
			>
				<DocumentWords sections={version.sections} />
			</Reading>
		</>
	)
}
