import { expect, test } from 'vitest'
import { compareWording } from './compare-wording.ts'

const marked = (before: string, after: string) =>
	compareWording(before, after)
		.map(({ is, words }) => (is === 'same' ? words : `${is === 'out' ? '-' : '+'}{${words}}`))
		.join('')

test.each([
	['one word', 'a priority for 2027 here', 'a priority for 2028 here', 'a priority for -{2027 }+{2028 }here'],
	['at the end', 'in the library', 'in the library every spring', 'in the library +{every spring}'],
	['nothing', 'the same', 'the same', 'the same'],
	['from nothing', '', 'all new', '+{all new}'],
	['to nothing', 'all old', '', '-{all old}'],
	[
		'a name that was taken out',
		'as [name removed] asked',
		'as the [name removed]’s son asked',
		'as -{[name removed] }+{the [name removed]’s son }asked',
	],
	['a name put in', 'the removed] wall', 'the [name removed] wall', 'the -{removed] }+{[name removed] }wall'],
	['everything', 'one two', 'three four', '-{one two}+{three four}'],
])('%s', (_what, before, after, shown) => {
	expect(marked(before, after)).toBe(shown)
})

test('both texts can be read back from it, also where they are too long to be compared', () => {
	const before = 'left right '.repeat(600).trim()
	const after = 'right up left '.repeat(500).trim()
	const passages = compareWording(before, after)
	const text = (without: 'in' | 'out') =>
		passages
			.filter(({ is }) => is !== without)
			.map(({ words }) => words)
			.join('')
	expect(text('out')).toBe(after)
	expect(text('in').trim()).toBe(before)
})
