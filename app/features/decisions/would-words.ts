import type { DecisionKind } from '../../domain/decisions/decision.ts'

/** Of the two the words that this vote says: what it does, or what it would do. */
export type Say = (does: string, would: string) => string

/** A show of views decides nothing and gives no money, so whatever it says of either is told as a view, or as it would be. */
export function sayFor({ kind }: { kind?: DecisionKind | undefined }): Say {
	return kind === 'show-of-views' ? (_, would) => would : (does) => does
}
