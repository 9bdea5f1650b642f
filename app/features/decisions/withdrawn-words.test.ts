import { expect, test } from 'vitest'
import { options } from '../../../tests/given-question.ts'
import { blankOrWithdrawn, voterWords } from './withdrawn-words.ts'

const closesAt = new Date('2026-06-14T16:00:00Z')
const rules = (secrecy: 'secret' | 'named') => ({ secrecy, quorum: 0, showsStanding: false })

test.each([
	[
		'a named vote can be seen and changed',
		'named',
		false,
		'You have voted, and you can change your vote until 5pm on 14 June 2026. If you do nothing, what else you chose is counted. If you chose only this, your vote now counts as blank.',
	],
	[
		'a secret one cannot be looked at, only given again',
		'secret',
		false,
		'You have voted. To keep that secret, this page cannot show you what you chose. If you do nothing, what else you chose is counted. If you chose only this, your vote now counts as blank. Or fill in the whole ballot again, until 5pm on 14 June 2026: it replaces your earlier vote.',
	],
	[
		'a paper stays as it is',
		'secret',
		true,
		'Your vote came on paper and cannot be changed. What else it says is counted. If you chose only this, your vote now counts as blank. You need do nothing, and you can say how you see it once voting ends.',
	],
] as const)('of somebody who has voted before a withdrawal: %s', (_case, secrecy, onPaper, words) => {
	expect(voterWords({ rules: rules(secrecy), closesAt }, onPaper)).toBe(words)
})

test('what they are told is the same for everybody who voted, whatever they chose', () => {
	for (const { name } of options) expect(voterWords({ rules: rules('secret'), closesAt })).not.toContain(name)
})

test('of more than one, and of a ballot that nothing is left of', () => {
	const gone = (...ids: string[]) =>
		ids.map((option) => ({ option, at: closesAt.toISOString(), reason: 'The shop has closed.' }))
	const two = voterWords({ rules: rules('named'), closesAt, withdrawn: gone('A', 'B') })
	expect(two).toContain('If you chose only these, your vote now counts as blank.')
	expect(blankOrWithdrawn({ withdrawn: gone('A') })).toBe('Left the ballot blank, or chose only what was withdrawn')
	expect(blankOrWithdrawn({})).toBe('Left blank')
})
