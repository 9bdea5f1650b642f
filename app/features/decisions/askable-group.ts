import type { DecisionKind } from '../../domain/decisions/decision.ts'

export type OnlineKind = Exclude<DecisionKind, 'board-decision'>

export interface AskableGroup {
	id: string
	name: string
	asked: Record<OnlineKind, Asked>
}

export interface Asked {
	electors: number
	usualSecrecy: 'secret' | 'named'
	voices: VoiceToAsk[]
	/** Who may be given the casting vote, where the group has a chair and its rules allow it. */
	castingVoter: { memberId: string; name: string } | null
}

export interface VoiceToAsk {
	id: string
	name: string
	electors: number
}
