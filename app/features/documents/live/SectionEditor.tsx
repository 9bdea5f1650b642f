import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useEffect } from 'react'
import { safeAddress } from '~/domain/documents/safe-address.ts'
import { shapeOf, voiceClass } from '~/ui/voice-shapes.ts'
import { sectionExtensions } from './extensions.ts'
import type { LiveDocument } from './live-document.ts'

export interface SectionEditorProps {
	live: LiveDocument
	sectionId: string
	mayWrite: boolean
	/** The ids of the section's heading and of its help. */
	labelledBy: string
	describedBy: string
	/** The shape of each voice, by its name. */
	shapes: Record<string, number>
	onFocus(editor: Editor): void
	onWords(text: string): void
}

/** One section of the shared document, in place. */
export function SectionEditor({
	live,
	sectionId,
	mayWrite,
	labelledBy,
	describedBy,
	shapes,
	onFocus,
	onWords,
}: SectionEditorProps) {
	const editor = useEditor(
		{
			immediatelyRender: false,
			injectCSS: false,
			editable: mayWrite,
			extensions: [
				...sectionExtensions,
				Collaboration.configure({ fragment: live.doc.getXmlFragment(sectionId) }),
				CollaborationCaret.configure({
					provider: live.provider,
					user: { ...live.user },
					render: (user) => caret(user, shapes),
					selectionRender: (user) => ({ nodeName: 'span', class: `caret-selection ${classOf(user, shapes)}` }),
				}),
			],
			editorProps: {
				attributes: {
					role: 'textbox',
					// Words that can only be read any more keep their place for whoever stands in them.
					tabindex: '0',
					'aria-multiline': 'true',
					'aria-labelledby': labelledBy,
					'aria-describedby': describedBy,
					spellcheck: 'true',
				},
				handleDOMEvents: {
					// Tab goes on to the next thing on the page, in lists too; Escape need not be known.
					keydown: (_view, event) => event.key === 'Tab',
				},
				transformPastedHTML: withoutForeignLinks,
			},
			onFocus: ({ editor }) => onFocus(editor),
			onUpdate: ({ editor }) => onWords(editor.getText()),
		},
		[live, sectionId],
	)
	useEffect(() => {
		editor?.setEditable(mayWrite, false)
		editor?.view.dom.setAttribute('aria-readonly', String(!mayWrite))
	}, [editor, mayWrite])
	return <EditorContent editor={editor} className="editor__surface" />
}

interface Shown {
	name?: string
	voice?: string
}

function classOf({ voice = '' }: Shown, shapes: Record<string, number>) {
	return voiceClass(shapes[voice] ?? 0)
}

/** Shape, name and voice in words. Hidden from screen readers, who hear who is here from the status line instead. */
function caret(user: Shown, shapes: Record<string, number>): HTMLElement {
	const place = document.createElement('span')
	place.className = `caret ${classOf(user, shapes)}`
	place.setAttribute('aria-hidden', 'true')
	const name = document.createElement('span')
	name.className = 'caret__name'
	name.textContent = [shapeOf(shapes[user.voice ?? ''] ?? 0), user.name, user.voice && `(${user.voice.toLowerCase()})`]
		.filter(Boolean)
		.join(' ')
	place.append(name)
	requestAnimationFrame(() => keepInSight(name))
	return place
}

/** At the end of a line on a narrow screen the name stands to the left of its caret. */
function keepInSight(name: HTMLElement) {
	const edge = name.closest('.editor__surface')?.getBoundingClientRect().right
	if (edge !== undefined && name.getBoundingClientRect().right > edge) name.classList.add('caret__name--before')
}

function withoutForeignLinks(html: string): string {
	const pasted = new DOMParser().parseFromString(html, 'text/html')
	for (const link of pasted.querySelectorAll('a'))
		if (!safeAddress(link.getAttribute('href'))) link.replaceWith(...link.childNodes)
	return pasted.body.innerHTML
}
