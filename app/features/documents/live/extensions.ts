import StarterKit from '@tiptap/starter-kit'

/**
 * What a section may hold, for the live editor and for the plain form alike: paragraphs, one kind of heading, lists,
 * quotations, bold, italic and links. History belongs to the shared document (Collaboration); a trailing empty
 * paragraph would be typed by every open tab at once.
 */
export const sectionExtensions = [
	StarterKit.configure({
		heading: { levels: [3] },
		undoRedo: false,
		trailingNode: false,
		code: false,
		codeBlock: false,
		strike: false,
		underline: false,
		horizontalRule: false,
		dropcursor: false,
		gapcursor: false,
		link: {
			openOnClick: false,
			autolink: false,
			linkOnPaste: true,
			protocols: ['http', 'https', 'mailto'],
			HTMLAttributes: { target: null, rel: 'nofollow noopener', class: null },
		},
	}),
]
