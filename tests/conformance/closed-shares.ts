import type { Answer, Choosing } from '../../app/domain/decisions/decision.ts'
import { countOpenBallots } from '../../app/domain/decisions/methods/count-open-ballots.ts'
import { ballotsToCount, resultOf } from '../../app/domain/decisions/result.ts'
import { workOut } from '../../app/domain/decisions/worked.ts'

/** A vote by equal shares after its close, with what its page shows beside the result. */
export function closedShares(asked: Choosing, answers: readonly Answer[], voices: readonly string[] = ['citizen']) {
	const ballots = answers.map((answer, at) => ({
		id: `${at}`,
		memberId: `${at}`,
		voiceId: voices[at % voices.length]!,
		receiptHash: `${at}`,
		reason: '',
		answer,
	}))
	const electors = ballots.map(({ memberId, voiceId }) => ({ memberId, voiceId }))
	const count = countOpenBallots(ballotsToCount(asked, ballots)!)
	const decision = { ...asked, result: resultOf({ decision: asked, ballots, electors, count }) } as Choosing
	const { named, points, shares: story } = workOut.result(decision, ballots)
	return { decision, named, points, story }
}
