import type { Outcome, Tally } from '../decision.ts'

/**
 * The lock on a decision: each named voice is asked by itself and each must agree, whatever the total (decisions.md A4b). It
 * stays outside the counting rule: an outcome is put to the voices as a motion.
 */
export interface LockedVoice {
	voice: string
	electors: number
	/** How many of them must take part. */
	quorum: number
	tally: Tally
}

export type LockRefusal = 'no-voices' | 'voice-without-electors'

/** A lock cannot be set on a voice nobody can speak for; that is not the same as the voice agreeing. */
export function checkLock(
	voices: readonly Pick<LockedVoice, 'voice' | 'electors'>[],
): { refused: LockRefusal; voice?: string } | null {
	if (voices.length === 0) return { refused: 'no-voices' }
	const empty = voices.find(({ electors }) => electors === 0)
	return empty ? { refused: 'voice-without-electors', voice: empty.voice } : null
}

/**
 * One voice against fails it; otherwise one voice without a quorum, or of whom nobody voted, means no decision: too few of it
 * took part. Whether anybody voted at all is for the total to say. No casting vote inside a lock.
 */
export function lockResult(voices: readonly LockedVoice[]): {
	outcome: Outcome
	byVoice: { voice: string; outcome: Outcome }[]
} {
	const byVoice = voices.map(({ voice, quorum, tally }) => ({ voice, outcome: voiceOutcome(quorum, tally) }))
	return { outcome: lockOutcome(byVoice.map(({ outcome }) => outcome)), byVoice }
}

/** What the lock comes to, from what each of its voices said. */
export function lockOutcome(said: readonly Outcome[]): Outcome {
	if (said.includes('not-agreed')) return 'not-agreed'
	return said.includes('no-quorum') || said.includes('nobody-voted') ? 'no-quorum' : 'agreed'
}

function voiceOutcome(quorum: number, tally: Tally): Outcome {
	const tookPart = tally.for + tally.against + tally.abstain
	if (tookPart === 0) return 'nobody-voted'
	if (tookPart < quorum) return 'no-quorum'
	return tally.for > tally.against ? 'agreed' : 'not-agreed'
}
