import { useRevalidator } from '@remix-run/react'
import type { Editor } from '@tiptap/react'
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { closeCodes } from '~/domain/documents/live-messages.ts'
import { findNhsNumbers } from '~/domain/documents/nhs-number.ts'
import type { TemplateSection } from '~/domain/documents/templates.ts'
import { endedWords } from '../visibility-words.ts'
import { LiveDocument, type Opening } from './live-document.ts'
import { SectionEditor } from './SectionEditor.tsx'
import { StatusLine } from './StatusLine.tsx'
import { endingWords, type Standing, strandedWords, untilMended } from './status-words.ts'
import { Toolbar } from './Toolbar.tsx'
import { WordsToCopy } from './WordsToCopy.tsx'

export interface LiveEditorProps {
	opening: Opening
	sections: readonly TemplateSection[]
	/** `/p/harbourside/documents/…` */
	address: string
	/** The shape of each voice, by its name. */
	shapes: Record<string, number>
	/** The words as they were when the page was sent, for as long as the live document has not come. */
	still: ReactNode
}

/** Whoever else signs in on the device meanwhile begins anew: nothing of whoever was here before goes on to them. */
export default function LiveEditor(props: LiveEditorProps) {
	return <OneMember {...props} key={props.opening.memberId} />
}

/** The document in one tab. When it is rebuilt meanwhile, the tab goes on in the new one and merges nothing of the old. */
function OneMember(props: LiveEditorProps) {
	const [first] = useState(props.opening.generation)
	const carried = useRef('')
	return (
		<OneGeneration
			{...props}
			key={props.opening.generation}
			carried={carried}
			isMoved={props.opening.generation !== first}
		/>
	)
}

interface OneGenerationProps extends LiveEditorProps {
	/** From one generation to the next: words typed here that are nowhere else. */
	carried: { current: string }
	isMoved: boolean
}

/** Opens the document when the page has come alive, and closes it when the page goes. */
function OneGeneration({ carried, ...props }: OneGenerationProps) {
	const [live, setLive] = useState<LiveDocument | null>(null)
	const opening = useRef(props.opening)
	useEffect(() => {
		const opened = new LiveDocument(opening.current, carried.current)
		setLive(opened)
		const leave = leavingPage(opened)
		return () => {
			leave()
			opened.destroy()
			carried.current = opened.onlyHere
		}
	}, [carried])
	return live ? <OpenDocument {...props} live={live} /> : props.still
}

function leavingPage(live: LiveDocument) {
	const onHide = () => document.visibilityState === 'hidden' && live.keepNow()
	const onLeave = (event: BeforeUnloadEvent) => {
		live.keepNow()
		const { unsent, kept } = live.now()
		if (unsent && !kept) event.preventDefault()
	}
	const onSubmit = ({ target }: Event) => {
		if (target instanceof HTMLFormElement && target.action.endsWith('/sign-out')) live.forget()
	}
	document.addEventListener('visibilitychange', onHide)
	window.addEventListener('pagehide', live.keepNow)
	window.addEventListener('beforeunload', onLeave)
	document.addEventListener('submit', onSubmit)
	return () => {
		document.removeEventListener('visibilitychange', onHide)
		window.removeEventListener('pagehide', live.keepNow)
		window.removeEventListener('beforeunload', onLeave)
		document.removeEventListener('submit', onSubmit)
	}
}

type OpenDocumentProps = Omit<OneGenerationProps, 'carried'> & { live: LiveDocument }

function OpenDocument({ live, still, sections, address, shapes, isMoved }: OpenDocumentProps) {
	const now = useSyncExternalStore(live.subscribe, live.now)
	const { revalidate } = useRevalidator()
	const isRebuilt = now.closed === closeCodes.rebuilt
	useEffect(() => {
		if (isRebuilt) revalidate()
	}, [isRebuilt, revalidate])
	const [focused, setFocused] = useState<{ editor: Editor; section: string } | null>(null)
	const [numbers, setNumbers] = useState<Record<string, string | undefined>>({})
	const mayWrite = now.arrived && now.mayWrite && now.closed === null
	return (
		<div className="live">
			{now.closed !== null && <Ended code={now.closed} standing={now} address={address} />}
			{/* Always here, because a screen reader hears what comes into a region and not the region that comes. */}
			<div role="status">
				{now.rescued && (
					<div className="govuk-inset-text">
						Some of your words fell in a passage that somebody removed meanwhile. They are safe.{' '}
						<a href={`${address}/rescued`}>Look at them and say what to do</a>.
					</div>
				)}
				{isMoved && now.closed === null && (
					<div className="govuk-inset-text">
						Words were removed from this document for good while you had it open. You are in the document as it stands
						now.
					</div>
				)}
			</div>
			{now.ending && now.closed === null && (
				<section className="banner" role="alert" aria-labelledby="ending">
					<h2 className="banner__title" id="ending">
						{now.ending === 'final' ? 'These words are final now' : 'This work was stopped'}
					</h2>
					<div className="banner__content">
						<p className="govuk-body">
							{endedWords[now.ending]}{' '}
							{now.unsent ? 'Some of your words were not saved. They are below, to copy.' : 'All your words are saved.'}
						</p>
						<p className="govuk-body">
							<a href={address}>Read why, and what you can do</a>
						</p>
					</div>
				</section>
			)}
			{now.damaged && now.closed === null && (
				<section className="banner" role="alert" aria-labelledby="damaged">
					<h2 className="banner__title" id="damaged">
						What is stored of this document is damaged
					</h2>
					<div className="banner__content">
						<p className="govuk-body">
							Nobody can write in it until it is mended. Nothing was thrown away.{' '}
							{now.unsent ? untilMended(now) : stayOpen}
						</p>
						<p className="govuk-body">
							Whoever runs this site can put it right. Tell them about it. This page goes on by itself when that is
							done.
						</p>
					</div>
				</section>
			)}
			{now.leftOver && (
				<WordsToCopy title="Words you typed here before" words={now.leftOver} onLetGo={live.forgetLeftOver}>
					They were not saved. The server did not take them, or words were removed from the document for good since, so
					we cannot put yours in their place. Copy what you want to keep, and put it in again where it belongs. If it
					was long, put in a smaller part.
				</WordsToCopy>
			)}
			{now.stranded && (
				<WordsToCopy title="Words of yours that were not saved" words={now.stranded}>
					{strandedWords(now)}
				</WordsToCopy>
			)}
			<div className="live__bar">
				{now.arrived && !now.ending && now.closed === null && (
					<Toolbar editor={focused?.editor ?? null} mayWrite={mayWrite} section={focused?.section ?? null} />
				)}
				{now.closed === null ? (
					<StatusLine live={now} shapes={shapes} address={address} />
				) : (
					<StoppedLine code={now.closed} standing={now} />
				)}
			</div>
			{!now.arrived && still}
			{(now.arrived ? sections : []).map(({ id, title, help }) => (
				<section key={id} aria-labelledby={`title-${id}`} className="live__section">
					<h2 className="govuk-heading-m" id={`title-${id}`}>
						{title}
					</h2>
					<p className="govuk-hint" id={`help-${id}`}>
						{help}
					</p>
					<SectionEditor
						live={live}
						sectionId={id}
						mayWrite={mayWrite}
						labelledBy={`title-${id}`}
						describedBy={`help-${id}`}
						shapes={shapes}
						onFocus={(editor) => setFocused({ editor, section: title })}
						onWords={(text) => setNumbers((before) => withNumber(before, id, findNhsNumbers(text)[0]))}
					/>
					<div role="status">
						{numbers[id] && (
							<p className="govuk-error-message">
								“{numbers[id]}” looks like an NHS number. Take it out if it is one: others can see these words as you
								type.
							</p>
						)}
					</div>
					{!now.ending && !now.damaged && (
						<p className="govuk-body">
							<a href={`${address}/sections/${id}`}>
								Edit this section on its own page<span className="govuk-visually-hidden">: {title}</span>
							</a>
						</p>
					)}
				</section>
			))}
		</div>
	)
}

/** What is missing from what is stored comes back from the tabs that still have it. */
const stayOpen = 'Keep this page open if you can: it may help to bring back what is missing.'

function withNumber(before: Record<string, string | undefined>, id: string, number: string | undefined) {
	return before[id] === number ? before : { ...before, [id]: number }
}

/** In sight wherever they are in the words; what a screen reader hears is the banner. */
function StoppedLine({ code, standing }: { code: number; standing: Standing }) {
	return (
		<div className="editor__status">
			<p>
				{endingWords(code, standing).title}. <a href="#ended">Read why, and what to do</a>
			</p>
		</div>
	)
}

function Ended({ code, standing, address }: { code: number; standing: Standing; address: string }) {
	const { title, words, link } = endingWords(code, standing)
	return (
		<section className="banner" role="alert" aria-labelledby="ended">
			<h2 className="banner__title" id="ended">
				{title}
			</h2>
			<div className="banner__content">
				<p className="govuk-body">{words}</p>
				<p className="govuk-body">
					{link === 'sign-in' && <a href={`/sign-in?next=${encodeURIComponent(`${address}/write`)}`}>Sign in again</a>}
					{link === 'read' && <a href={address}>Read the document</a>}
					{link === 'list' && <a href={address.replace(/\/[^/]+$/, '')}>See the documents you can read</a>}
					{link === 'again' && <a href={`${address}/write`}>Load the page again</a>}
				</p>
			</div>
		</section>
	)
}
