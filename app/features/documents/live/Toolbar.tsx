import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { safeAddress } from '~/domain/documents/safe-address.ts'

interface Tool {
	name: string
	isOn(editor: Editor): boolean
	press(editor: Editor): void
}

const tools: Tool[] = [
	{
		name: 'Bold',
		isOn: (editor) => editor.isActive('bold'),
		press: (editor) => editor.chain().focus().toggleBold().run(),
	},
	{
		name: 'Italic',
		isOn: (editor) => editor.isActive('italic'),
		press: (editor) => editor.chain().focus().toggleItalic().run(),
	},
	{
		name: 'Heading',
		isOn: (editor) => editor.isActive('heading'),
		press: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
	},
	{
		name: 'List',
		isOn: (editor) => editor.isActive('bulletList'),
		press: (editor) => editor.chain().focus().toggleBulletList().run(),
	},
	{
		name: 'Numbered list',
		isOn: (editor) => editor.isActive('orderedList'),
		press: (editor) => editor.chain().focus().toggleOrderedList().run(),
	},
	{
		name: 'Quote',
		isOn: (editor) => editor.isActive('blockquote'),
		press: (editor) => editor.chain().focus().toggleBlockquote().run(),
	},
]

export interface ToolbarProps {
	/** The editor that was written in last; null until somebody has put their caret in one. */
	editor: Editor | null
	mayWrite: boolean
	/** The title of that editor's section. */
	section: string | null
}

/** One stop for Tab, arrow keys inside (ARIA Authoring Practices, "Toolbar"). */
export function Toolbar({ editor, mayWrite, section }: ToolbarProps) {
	const bar = useRef<HTMLDivElement>(null)
	const [stop, setStop] = useState(0)
	const [linking, setLinking] = useState(false)
	const on = useEditorState({
		editor,
		selector: ({ editor }) => [
			...tools.map((tool) => (editor ? tool.isOn(editor) : false)),
			editor?.isActive('link') ?? false,
		],
	})
	const usable = editor !== null && mayWrite
	const names = [...tools.map(({ name }) => name), 'Link', 'Undo', 'Redo']
	const press = (at: number) => {
		if (!editor || !usable) return
		const tool = tools[at]
		if (tool) tool.press(editor)
		else if (names[at] === 'Undo') editor.chain().focus().undo().run()
		else if (names[at] === 'Redo') editor.chain().focus().redo().run()
		else if (editor.isActive('link')) editor.chain().focus().extendMarkRange('link').unsetLink().run()
		else setLinking(true)
	}
	const onKeyDown = (event: KeyboardEvent) => {
		const next = nextStop(event.key, stop, names.length)
		if (next === null) return
		event.preventDefault()
		setStop(next)
		bar.current?.querySelectorAll('button')[next]?.focus()
	}
	return (
		<div className="editor__tools">
			<div
				ref={bar}
				role="toolbar"
				aria-label={section ? `Formatting, for “${section}”` : 'Formatting'}
				className="editor__toolbar"
				onKeyDown={onKeyDown}
			>
				{names.map((name, at) => (
					<button
						key={name}
						type="button"
						className="editor__button"
						tabIndex={at === stop ? 0 : -1}
						aria-pressed={at <= tools.length ? Boolean(on?.[at]) : undefined}
						aria-disabled={!usable}
						onFocus={() => setStop(at)}
						// The caret stays where it is, so that pressing changes what was chosen.
						onMouseDown={(event) => event.preventDefault()}
						onClick={() => press(at)}
					>
						{name}
					</button>
				))}
			</div>
			{linking && editor && <LinkForm editor={editor} onDone={() => setLinking(false)} />}
		</div>
	)
}

function nextStop(key: string, stop: number, count: number): number | null {
	if (key === 'ArrowRight') return (stop + 1) % count
	if (key === 'ArrowLeft') return (stop + count - 1) % count
	if (key === 'Home') return 0
	return key === 'End' ? count - 1 : null
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone(): void }) {
	const [error, setError] = useState('')
	const address = useRef<HTMLInputElement>(null)
	const done = () => {
		onDone()
		editor.commands.focus()
	}
	const put = () => {
		const href = safeAddress(address.current?.value.trim())
		if (!href) return setError('Enter a whole web or mail address, such as https://example.org')
		if (editor.state.selection.empty)
			editor
				.chain()
				.focus()
				.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
				.run()
		else editor.chain().focus().setLink({ href }).run()
		done()
	}
	return (
		<form
			className="editor__link"
			onSubmit={(event) => {
				event.preventDefault()
				put()
			}}
			onKeyDown={(event) => event.key === 'Escape' && done()}
		>
			<label className="govuk-label" htmlFor="link-address">
				Where the link goes
			</label>
			{error && (
				<p className="govuk-error-message" id="link-error">
					{error}
				</p>
			)}
			<input
				ref={address}
				id="link-address"
				className="govuk-input"
				inputMode="url"
				// biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
				autoFocus
				aria-invalid={error ? true : undefined}
				aria-describedby={error ? 'link-error' : undefined}
			/>
			<div className="govuk-button-group">
				<button type="submit" className="govuk-button">
					Add the link
				</button>
				<button type="button" className="govuk-button govuk-button--secondary" onClick={done}>
					Cancel
				</button>
			</div>
		</form>
	)
}
