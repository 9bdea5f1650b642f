import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { lazy, Suspense } from 'react'
import { templates } from '~/domain/documents/templates.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { listVoices } from '../../../../db/queries/partnerships.ts'
import { DocumentTitle } from '../components/DocumentTitle.tsx'
import { DocumentWords } from '../components/DocumentWords.tsx'
import { PowerAndMoneyInShort } from '../components/PowerAndMoney.tsx'
import { Unreadable } from '../components/Unreadable.tsx'
import { findWords } from '../find-words.server.ts'
import { StillInstead } from '../live/StillInstead.tsx'
import { useIsAlive } from '../live/use-is-alive.ts'
import { pageTitle } from '../page-title.ts'
import { endedWords, unsentWhy } from '../visibility-words.ts'
import { visitAsWriterEvenEnded } from '../visit-document.server.ts'

export const handle = { scripts: true }

export async function loader(args: LoaderFunctionArgs) {
	const { db } = args.context
	const { place, partnership, document, membership, visitor, address, seenBy, ended } =
		await visitAsWriterEvenEnded(args)
	const { sections, unreadable } = await findWords(args.context, place, document)
	const voices = await listVoices(db.read, place)
	return {
		place: partnership.name,
		document,
		address,
		seenBy,
		words: sections,
		unreadable,
		ended,
		shapes: Object.fromEntries(voices.map(({ name, shape }) => [name, shape])),
		opening: {
			documentId: document.id,
			generation: document.generation,
			memberId: membership.memberId,
			name: membership.name,
			voice: membership.voice,
			mayKeep: visitor?.sharedDevice === false,
			mayWrite: true,
		},
	}
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(data && `Write – ${data.document.title}`, data?.place)

// The editor is fetched by browsers only: the server has no document to open.
const LiveEditor = lazy(() => import('../live/LiveEditor.tsx'))
const UnsentHere = lazy(() => import('../live/UnsentHere.tsx'))

export default function WriteTogether() {
	const { document, address, seenBy, shapes, opening, unreadable, ended } = useLoaderData<typeof loader>()
	const isAlive = useIsAlive()
	if (unreadable || ended) return <NoWriting />
	const still = <StillWords />
	return (
		<>
			<BackLink href={address}>Back to the document</BackLink>
			<DocumentTitle document={document} seenBy={seenBy}>
				Write together
			</DocumentTitle>
			<PowerAndMoneyInShort terms={document.terms} change={`${address}/terms`} />
			{isAlive ? (
				<StillInstead still={still}>
					<Suspense fallback={still}>
						<LiveEditor
							opening={opening}
							sections={templates[document.template].sections}
							address={address}
							shapes={shapes}
							still={still}
						/>
					</Suspense>
				</StillInstead>
			) : (
				<>
					<ToPlainForm />
					{still}
				</>
			)}
		</>
	)
}

/** Where no script will ever run, this page has nothing to write in: straight on to the form of the first section. */
function ToPlainForm() {
	const { address, words } = useLoaderData<typeof loader>()
	const [first] = words
	if (!first) return null
	const form = `${address}/sections/${first.id}`
	return (
		<noscript>
			<meta httpEquiv="refresh" content={`0;url=${form}`} />
			<p className="govuk-body">
				<a href={form}>Write in the plain form</a>
			</p>
		</noscript>
	)
}

/** Nobody can write in it now: the words to read, and what waits on this device to be sent. */
function NoWriting() {
	const { document, address, seenBy, words, opening, unreadable, ended } = useLoaderData<typeof loader>()
	const isAlive = useIsAlive()
	const why = unreadable ? 'They cannot be sent until the document is mended.' : unsentWhy[ended ?? 'ended']
	return (
		<>
			<BackLink href={address}>Back to the document</BackLink>
			<DocumentTitle document={document} seenBy={seenBy}>
				{unreadable ? 'Read only' : ended === 'final' ? 'These words are final' : 'This work was stopped'}
			</DocumentTitle>
			<Unreadable unreadable={unreadable} reference={document.reference} />
			{!unreadable && ended && <p className="govuk-body">{endedWords[ended]} You can still read them.</p>}
			{isAlive && opening.mayKeep && (
				<Suspense>
					<UnsentHere whose={opening} why={why} />
				</Suspense>
			)}
			<DocumentWords sections={words} />
		</>
	)
}

/** The page without JavaScript, and until it has come: the words, and a form for each section. */
function StillWords() {
	const { address, words } = useLoaderData<typeof loader>()
	return (
		<DocumentWords
			sections={words}
			after={({ id, title }) => (
				<p className="govuk-body">
					<a href={`${address}/sections/${id}`}>
						Edit this section on its own page<span className="govuk-visually-hidden">: {title}</span>
					</a>
				</p>
			)}
		/>
	)
}
