import { expect, test } from 'vitest'
import type { MotionRules, Tally } from '../../domain/decisions/decision.ts'
import {
	lockTells,
	namedVoteWords,
	outcomeWords,
	publishedWords,
	secrecyWords,
	secrecyWordsOf,
	secretVoteWords,
} from './decision-words.ts'
import { endedTag } from './ended-tag.ts'
import { whyWords } from './motion-words.ts'

const rules = (quorum: number, threshold: MotionRules['threshold'] = 'majority'): MotionRules => ({
	secrecy: 'secret',
	quorum,
	threshold,
	showsStanding: false,
})
const votes = (inFavour: number, against: number, abstain = 0): Tally => ({ for: inFavour, against, abstain })
const twoThirds = { numerator: 2, denominator: 3 }

test.each<[MotionRules, Tally, string]>([
	[
		rules(10),
		votes(11, 2, 1),
		'11 for, 2 against, 1 abstained. It needed more for than against and at least 10 taking part. It had both.',
	],
	[rules(0), votes(3, 1), '3 for, 1 against, 0 abstained. It needed more for than against. It had that.'],
	[
		rules(0),
		votes(2, 2),
		'2 for, 2 against, 0 abstained. It needed more for than against. It did not have that. A level vote is not agreement.',
	],
	[
		rules(5),
		votes(2, 1),
		'2 for, 1 against, 0 abstained. It needed more for than against and at least 5 taking part. Only 3 took part, so nothing was decided either way.',
	],
	[
		rules(3, twoThirds),
		votes(3, 2),
		'3 for, 2 against, 0 abstained. It needed at least two thirds of those for or against to be for and at least 3 taking part. Enough took part, but it did not have at least two thirds of those for or against to be for.',
	],
	[
		rules(3),
		votes(0, 0),
		'0 for, 0 against, 0 abstained. It needed more for than against and at least 3 taking part. Nobody took part.',
	],
])('why the rule gives it: %#', (asked, tally, why) => {
	expect(whyWords(asked, { tally, electors: 20 })).toBe(why)
})

test('why there was no decision, or who settled it, where a voice or a casting vote is asked for', () => {
	const names = { voiceNames: { citizens: 'Citizens' }, castingVoter: 'Ada Eze' }
	const asked = { ...rules(3), voiceQuorum: [{ voiceId: 'citizens', quorum: 2 }] }
	const vote = { tally: votes(4, 1), electors: 9, voiceTurnout: [{ voiceId: 'citizens', tookPart: 1 }] }
	expect(whyWords(asked, vote, names)).toMatch(
		/needed more for than against, at least 3 taking part and at least 2 of the Citizens taking part\. Too few of a voice took part: 1 of the Citizens, not 2\. So nothing was decided either way\.$/,
	)
	expect(whyWords(asked, { ...vote, voiceTurnout: [{ voiceId: 'citizens', tookPart: 2 }] }, names)).toMatch(
		/It had all of that\.$/,
	)
	const withChair = { ...rules(0), castingVote: { memberId: 'ada' } }
	const level = { tally: votes(2, 2), electors: 9 }
	expect(whyWords(withChair, level, names)).toContain('Ada Eze has the casting vote and may use it within 14 days')
	const settled = { ...level, casting: { choice: 'for' as const, reason: 'It cannot wait.' } }
	expect(whyWords(withChair, settled, names)).toContain('used it for, with this reason: “It cannot wait.”')
})

test('the tag of a level vote says that it is not agreed once the time for its casting vote is over', () => {
	const level = {
		kind: 'panel-vote',
		method: 'motion',
		options: [],
		state: 'closed',
		result: { outcome: 'level' as const, winners: [] },
	} as const
	expect(endedTag(level).text).toBe('level')
	expect(endedTag({ ...level, castingVoteOver: true })).toEqual({ text: 'not agreed', tone: 'plain' })
})

test('a show of views never says that something was agreed', () => {
	for (const outcome of [
		'agreed',
		'not-agreed',
		'level',
		'chosen',
		'none-chosen',
		'no-quorum',
		'nobody-voted',
	] as const) {
		expect(outcomeWords('show-of-views', outcome)).not.toMatch(/agreed|decision/i)
	}
})

test('a voice that is asked by itself is told on a secret ballot that its answer may show', () => {
	const asked = { ...rules(0), secrecy: 'secret' as const, voiceLock: [{ voiceId: 'provider', quorum: 1 }] }
	expect(secrecyWords(asked, 30)).toContain('that may show how you voted')
	expect([...lockTells({ ...asked, secrecy: 'named' }), ...lockTells({ ...asked, voiceLock: [] })]).toEqual([])
})

test('a supporter is told of the person they help whatever that person would be told', () => {
	const asked: MotionRules = {
		...rules(0),
		voiceLock: [{ voiceId: 'provider', quorum: 1 }],
		voiceQuorum: [{ voiceId: 'citizen', quorum: 2 }],
	}
	const locks =
		'If five or more people vote, the result says whether each of these voices agreed. If Doreen is one of few people of such a voice, that may show how Doreen voted. The result also says whether enough people of some voices took part. If Doreen is one of few people of such a voice, that may show whether Doreen voted. It does not show how.'
	const few = 'If fewer than five people vote, we show only how it came out, and no numbers.'
	const seal = secrecyWordsOf('Doreen', asked, 30)
	for (const words of [secretVoteWords(asked, 30, 'Doreen'), seal]) {
		expect(words).toContain(few)
		expect(words).toContain(locks)
		expect(words).not.toMatch(/how you voted|you are/)
	}
	for (const words of [seal, secrecyWordsOf('Doreen', asked, 4)])
		expect(words).toMatch(
			/^No page shows how Doreen voted\. Until voting ends, whoever runs the computer it is stored on could look\. Then the link between Doreen and their ballot is destroyed\. You who help know it: keep it to yourself\./,
		)
	expect(secretVoteWords(asked, 30)).toContain(
		'If you are one of few people of such a voice, that may show how you voted.',
	)
	for (const words of [secrecyWords(asked, 4), secrecyWordsOf('Doreen', asked, 4)]) {
		expect(words).toContain('only 4 people are asked')
		expect(words).toContain('whether enough people of some voices took part')
		expect(words).not.toContain('whether each of these agreed')
	}
	expect(secrecyWordsOf('Doreen', asked, 1)).toBe(
		'Doreen is the only one asked, so the result will show how Doreen voted.',
	)
})

const kept =
	'No page shows how you voted. Until voting ends, whoever runs the computer it is stored on could look. Then the link between you and your ballot is destroyed.'

test.each<[MotionRules['secrecy'], number, string]>([
	[
		'secret',
		5,
		`${kept} If fewer than five people vote, we show only how it came out, and no numbers. Even that may let somebody guess how you voted.`,
	],
	['secret', 4, `${kept} No numbers will be shown. But only 4 people are asked, so the outcome itself may show it.`],
	['secret', 1, 'You are the only one asked, so the result will show how you voted.'],
	['named', 4, 'Everyone who can see this page will see your name and how you voted, once voting ends.'],
])('a %s vote of %i is promised no more than it keeps', (secrecy, electors, words) => {
	expect(secrecyWords({ ...rules(0), secrecy }, electors)).toBe(words)
})

test.each<[number, string | undefined, string]>([
	[
		5,
		undefined,
		'This vote is secret. If fewer than five people vote, we show only how it came out, and no numbers. Even that may let somebody guess how you voted.',
	],
	[
		4,
		undefined,
		'This vote is secret, but only 4 people are asked. We show only how it came out, and no numbers. Even that may let somebody guess how you voted.',
	],
	[
		2,
		'Doreen',
		'This vote is secret, but only 2 people are asked. We show only how it came out, and no numbers. Even that may let somebody guess how Doreen voted.',
	],
	[1, undefined, 'You are the only one asked, so the result will show how you voted.'],
	[1, 'Doreen', 'Doreen is the only one asked, so the result will show how Doreen voted.'],
])(
	'above a secret ballot, where %i are asked, it says what is hidden and what may be guessed',
	(electors, name, words) => {
		expect(secretVoteWords(rules(0), electors, name)).toBe(words)
	},
)

test('a named vote that shows how it stands says before anybody votes what that gives away', () => {
	const named = { ...rules(0), secrecy: 'named' as const }
	const shown = { ...named, showsStanding: true }
	const tells = (who: string) =>
		`While voting goes on, everyone who can see this vote sees how many are for and against. So somebody may work out how ${who} voted before it ends.`
	expect(namedVoteWords(named)).toBe('This vote is named: the result shows how you voted.')
	expect(namedVoteWords(shown)).toBe(`This vote is named: the result shows how you voted. ${tells('you')}`)
	expect(namedVoteWords(shown, 'Doreen')).toContain(tells('Doreen'))
	expect(secrecyWords(shown, 9)).toContain(tells('you'))
	expect(secrecyWordsOf('Doreen', shown, 9)).toContain(tells('Doreen'))
	expect(secrecyWords(named, 9)).not.toContain('While voting goes on')
})

const unnamed = 'When the vote is closed, each ballot is published without a name, in no order.'
const fewPublish = 'If fewer than five people vote, no ballot is published: only how the vote came out.'

test.each<[string, Parameters<typeof publishedWords>, string]>([
	[
		'five are asked',
		[{ rules: {}, electors: 5 }],
		`${unnamed} If your choice is unusual, somebody who knows you well might guess that it is yours. ${fewPublish}`,
	],
	[
		'with a supporter',
		[{ rules: {}, electors: 30 }, 'Doreen'],
		`${unnamed} If their choice is unusual, somebody who knows Doreen well might guess that it is theirs. ${fewPublish}`,
	],
	[
		'counted by voice',
		[{ rules: { byVoice: true }, electors: 30 }],
		`${unnamed} It says its voice, if every voice is large enough. If your choice is unusual, somebody who knows you well might guess that it is yours. ${fewPublish}`,
	],
	[
		'four are asked',
		[{ rules: {}, electors: 4 }],
		'Fewer than five people are asked, so no ballot is published: only how the vote came out.',
	],
])('what is published of a secret ballot is said before it is cast: %s', (_case, asked, words) => {
	expect(publishedWords(...asked)).toBe(words)
})
