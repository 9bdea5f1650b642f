import { fixQuorum } from '../../domain/decisions/methods/motion.ts'
import { type QuorumShareName, quorumShares } from './motion-words.ts'
import { capital, listWords } from './option-names.ts'

const shareTexts: Record<QuorumShareName, string> = {
	quarter: 'a quarter',
	third: 'a third',
	half: 'half',
	'two-thirds': 'two thirds',
}

export interface QuorumChoice {
	name: QuorumShareName
	/** "A quarter of them: 2 of 6" */
	text: string
	/** Which other shares come to the same number and are not offered beside it. */
	hint?: string
}

/**
 * The shares of those who may vote that come to different numbers, so that nobody chooses between two that are one. Of those
 * alike, the one that is chosen now is offered.
 */
export function quorumChoices(electors: number, chosen: string): QuorumChoice[] {
	const alike = new Map<number, QuorumShareName[]>()
	for (const [name, quorumShare] of Object.entries(quorumShares)) {
		const { quorum } = fixQuorum({ quorum: 0, quorumShare }, electors)
		alike.set(quorum, [...(alike.get(quorum) ?? []), name as QuorumShareName])
	}
	return [...alike].map(([quorum, names]) => {
		const name = names.find((one) => one === chosen) ?? names[0]!
		const others = names.filter((one) => one !== name).map((one) => shareTexts[one])
		return {
			name,
			text: `${capital(shareTexts[name])} of them: ${quorum} of ${electors}`,
			...(others.length > 0 && {
				hint: `${capital(listWords(others))} of them ${others.length === 1 ? 'comes' : 'come'} to the same.`,
			}),
		}
	})
}
