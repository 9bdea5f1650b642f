import type { CountMethod } from './count.ts'
import type { EqualSharesCount } from './equal-shares-options.ts'
import type { IrvCount } from './irv.ts'
import type { ApprovalCount, GreedyCount, PointsCount, ScoreCount } from './rounds.ts'
import type { SchulzeCount } from './schulze.ts'
import type { StvCount } from './stv.ts'

/** `endowment` is left out where voices are too small to publish. */
export type PublishedSharesCount = Omit<EqualSharesCount, 'endowment'> & Partial<Pick<EqualSharesCount, 'endowment'>>

/** Which version of which engine made it. */
interface Engine {
	engine: string
}

export type MarksCount = (ApprovalCount | PointsCount | ScoreCount) & Engine
export type RankedCount = (IrvCount | StvCount | SchulzeCount) & Engine
export type BudgetCount = (GreedyCount | PublishedSharesCount) & Engine

/** What is published: what else it holds follows from its `method`. */
export type PublishedCount = MarksCount | RankedCount | BudgetCount

/** The counts of one method, or of several. */
export type CountBy<M extends CountMethod> = Extract<PublishedCount, { method: M }>
