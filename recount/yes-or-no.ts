import { CannotRead, type Counted, type Election } from './election.ts'
import { hashOfBallots } from './hash.ts'

/** What a motion or a consent round is decided by, besides its ballots. */
export interface YesOrNoRules {
	/** How many people could vote. */
	electors: number
	/** How many must take part. */
	quorum: number
	/** `majority`, or a fraction such as `2/3`. */
	share: string
	of: 'voting' | 'entitled'
	silenceIsConsent: boolean
	/** Voices that must agree by themselves, each with its own quorum. */
	lock: { voice: string; quorum: number }[]
}

/** "voice:quorum,voice:quorum" */
export function lockFrom(text: string): YesOrNoRules['lock'] {
	if (text === '') return []
	return text.split(',').map((one) => {
		const parts = /^(.+):(\d{1,15})$/.exec(one)
		if (parts === null) throw new CannotRead(`--voice-lock is written voice:quorum,voice:quorum, not "${one}"`)
		return { voice: parts[1]!, quorum: Number(parts[2]) }
	})
}

/**
 * A motion: too few taking part is no decision; otherwise those for and those against are compared, and who abstained is in
 * neither number. Level is not agreed.
 */
export function motion(election: Election, rules: YesOrNoRules): Counted {
	const tally = countAnswers(election, ['for', 'against', 'abstain'])
	const inFavour = tally.for!
	const against = tally.against!
	const tookPart = inFavour + against + tally.abstain!
	const outcome =
		tookPart === 0
			? 'nobody-voted'
			: tookPart < rules.quorum
				? 'no-quorum'
				: isCarried(inFavour, against, rules)
					? 'agreed'
					: 'not-agreed'
	return withLock({ method: 'motion', outcomeOfTotal: outcome, tally, electors: rules.electors }, election, rules)
}

function isCarried(inFavour: number, against: number, { share, of, electors }: YesOrNoRules): boolean {
	if (share === 'majority') return inFavour > against
	const parts = /^(\d{1,6})\/(\d{1,6})$/.exec(share)
	if (parts === null) throw new CannotRead(`--share is majority or a fraction such as 2/3, not "${share}"`)
	const whole = of === 'entitled' ? electors : inFavour + against
	return inFavour > 0 && inFavour * Number(parts[2]) >= whole * Number(parts[1])
}

/** Consent: one objection stops it, a concern does not. Silence counts as agreeing only where the rule says so. */
export function consent(election: Election, rules: YesOrNoRules): Counted {
	const counts = countAnswers(election, ['agree', 'concern', 'object'])
	const answers = counts.agree! + counts.concern! + counts.object!
	// Whoever sent a paper that nobody could read was not silent, so it is not taken for agreement.
	const silent = rules.electors - answers - election.spoilt
	const answered = rules.silenceIsConsent ? answers + silent : answers
	const outcome =
		answered === 0
			? 'nobody-voted'
			: answered < rules.quorum
				? 'no-quorum'
				: counts.object! > 0
					? 'not-agreed'
					: 'agreed'
	const all = { ...counts, silent }
	return withLock(
		{ method: 'consent', outcomeOfTotal: outcome, counts: all, electors: rules.electors },
		election,
		rules,
	)
}

function countAnswers(election: Election, known: string[], voice?: string): Record<string, number> {
	const counts = Object.fromEntries(known.map((answer) => [answer, 0]))
	for (const ballot of election.ballots) {
		if (voice !== undefined && ballot.voice !== voice) continue
		if (!known.includes(ballot.choice)) throw new CannotRead(`"${ballot.choice}" is none of ${known.join(', ')}`)
		counts[ballot.choice]! += ballot.count
	}
	return counts
}

/** What everybody together agreed stands only if each locked voice agrees too. */
function withLock(counted: Counted, election: Election, { lock }: YesOrNoRules): Counted {
	const ballotsHash = hashOfBallots(
		election.ballots.map(({ count, voice, choice }) => ({
			count,
			ballot: voice === '' ? [choice] : [voice, choice],
		})),
	)
	if (lock.length === 0) return { ...counted, outcome: counted.outcomeOfTotal, ballotsHash }
	if (!saysVoices(election)) {
		election.notes.push('the file does not say who spoke for which voice: only the total is counted, not each voice')
		return { ...counted, ballotsHash }
	}
	const outcomes = lock.map(({ voice, quorum }) => ({ voiceId: voice, outcome: voiceOutcome(election, voice, quorum) }))
	const agreed = counted.outcomeOfTotal === 'agreed'
	return {
		...counted,
		outcome: agreed ? together(outcomes.map(({ outcome }) => outcome)) : counted.outcomeOfTotal,
		lock: outcomes,
		ballotsHash,
	}
}

export function saysVoices({ ballots }: Election): boolean {
	return ballots.every(({ voice }) => voice !== '')
}

/** Within a voice, for must be more than against. Of a consent round only objections are against. */
function voiceOutcome(election: Election, voice: string, quorum: number): string {
	const sides: Record<string, 'for' | 'against' | 'neither'> = {
		for: 'for',
		against: 'against',
		abstain: 'neither',
		agree: 'for',
		concern: 'for',
		object: 'against',
	}
	const sizes = { for: 0, against: 0, neither: 0 }
	for (const ballot of election.ballots) if (ballot.voice === voice) sizes[sides[ballot.choice]!] += ballot.count
	const tookPart = sizes.for + sizes.against + sizes.neither
	if (tookPart === 0) return 'nobody-voted'
	if (tookPart < quorum) return 'no-quorum'
	return sizes.for > sizes.against ? 'agreed' : 'not-agreed'
}

/** One voice against fails it; one without enough people means no decision. */
function together(outcomes: string[]): string {
	if (outcomes.includes('not-agreed')) return 'not-agreed'
	if (outcomes.every((one) => one === 'nobody-voted')) return 'nobody-voted'
	return outcomes.includes('no-quorum') || outcomes.includes('nobody-voted') ? 'no-quorum' : 'agreed'
}
