import { expect, test } from 'vitest'
import { quorumChoices } from './quorum-choices.ts'

test.each<[number, string, string[]]>([
	[
		13,
		'half',
		['A quarter of them: 4 of 13', 'A third of them: 5 of 13', 'Half of them: 7 of 13', 'Two thirds of them: 9 of 13'],
	],
	[
		6,
		'half',
		[
			'A quarter of them: 2 of 6 (A third of them comes to the same.)',
			'Half of them: 3 of 6',
			'Two thirds of them: 4 of 6',
		],
	],
	[
		6,
		'third',
		[
			'A third of them: 2 of 6 (A quarter of them comes to the same.)',
			'Half of them: 3 of 6',
			'Two thirds of them: 4 of 6',
		],
	],
	[2, 'half', ['Half of them: 1 of 2 (A quarter and a third of them come to the same.)', 'Two thirds of them: 2 of 2']],
	[1, 'none', ['A quarter of them: 1 of 1 (A third, half and two thirds of them come to the same.)']],
])('of %i, with %s chosen, only shares that differ are offered', (electors, chosen, words) => {
	const said = quorumChoices(electors, chosen).map(({ text, hint }) => (hint ? `${text} (${hint})` : text))
	expect(said).toEqual(words)
})
