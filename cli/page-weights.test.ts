import { expect, test } from 'vitest'
import { type Chunks, filesOf } from './page-weights.ts'

const chunks: Chunks = {
	'entry.tsx': { file: 'assets/entry.js', imports: ['_react'] },
	_react: { file: 'assets/react.js' },
	'write.tsx': { file: 'assets/write.js', imports: ['_react', '_words'], dynamicImports: ['editor.tsx'] },
	_words: { file: 'assets/words.js', imports: ['_react'] },
	'editor.tsx': { file: 'assets/editor.js', imports: ['_words', '_yjs'], dynamicImports: ['emoji.tsx'] },
	_yjs: { file: 'assets/yjs.js', imports: ['editor.tsx'] },
	'emoji.tsx': { file: 'assets/emoji.js' },
	'other.tsx': { file: 'assets/other.js' },
}

test('what a page asks for later counts too, each file once', () => {
	const { atOnce, inAll } = filesOf(['/assets/entry.js', '/assets/write.js'], chunks)
	expect([...atOnce].sort()).toEqual(['assets/entry.js', 'assets/react.js', 'assets/words.js', 'assets/write.js'])
	expect([...inAll].filter((file) => !atOnce.has(file)).sort()).toEqual([
		'assets/editor.js',
		'assets/emoji.js',
		'assets/yjs.js',
	])
})
