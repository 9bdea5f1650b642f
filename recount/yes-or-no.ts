import { CannotRead, type Counted, type Election } from './election.ts'
import { hashOfBallots } from './hash.ts'

/** What a motion or a consent round is decided by, besides its ballots. */
export interface YesOrNoRules {
	/** How many people could vote; null where nobody says it. */
	electors: number | null
	/** How many must take part. */
	quorum: number
	/** A fraction of the electors that the quorum was worked out from, or empty. */
	quorumShare: string
	/** Least numbers of some voices, whatever they say. */
	voiceQuorum: { voice: string; quorum: number }[]
	/** How many of them took part, from a file whose ballots do not say their voice. */
	voiceTurnout: { voice: string; quorum: number }[]
	/** `majority`, or a fraction such as `2/3`. */
	share: string
	of: 'voting' | 'present' | 'entitled'
	/** `none`: a level vote is not agreed. `not-given`: somebody may still settle it. Else how they did. */
	castingVote: 'none' | 'not-given' | 'for' | 'against'
	silenceIsConsent: boolean
	/** Voices that must agree by themselves, each with its own quorum. */
	lock: { voice: string; quorum: number }[]
}

/** "voice:number,voice:number" */
export function voicesFrom(option: string, text: string): { voice: string; quorum: number }[] {
	if (text === '') return []
	return text.split(',').map((one) => {
		const parts = /^(.+):(\d{1,15})$/.exec(one)
		if (parts === null) throw new CannotRead(`--${option} is written voice:number,voice:number, not "${one}"`)
		return { voice: parts[1]!, quorum: Number(parts[2]) }
	})
}

/**
 * A motion: too few taking part is no decision, and so are too few of a voice that is asked for; otherwise those for and
 * those against are compared, and who abstained is in neither number. Level is not agreed, unless a casting vote says so.
 */
export function motion(election: Election, rules: YesOrNoRules): Counted {
	const tally = countAnswers(election, ['for', 'against', 'abstain'])
	const tookPart = tally.for! + tally.against! + tally.abstain!
	const turnout = turnoutOfVoices(election, rules)
	const missing = rules.voiceQuorum.some(({ quorum }, at) => turnout[at]!.tookPart < quorum)
	const quorum = quorumOf(rules)
	refuseMoreThanElectors(election, rules.electors)
	const needed = shareNeeded(tally, rules)
	const outcome =
		tookPart === 0
			? 'nobody-voted'
			: tookPart < quorum || missing
				? 'no-quorum'
				: carried(tally.for!, tally.against!, needed, rules)
	const counted: Counted = { method: 'motion', outcomeOfTotal: outcome, quorum, tally, ...electorsOf(rules) }
	if (rules.voiceQuorum.length > 0) counted.voiceTurnout = turnout
	return withLock(counted, election, rules)
}

/** A share of the electors is rounded up: a quarter of 15 is 4. */
export function quorumOf({ quorum, quorumShare, electors }: YesOrNoRules): number {
	if (quorumShare === '') return quorum
	const [top, bottom] = fraction('quorum-share', quorumShare)
	if (electors === null) throw new CannotRead(withoutElectors(`--quorum-share ${quorumShare}`))
	const parts = BigInt(electors) * BigInt(top)
	const left = parts % BigInt(bottom)
	const needed = Number((parts - left) / BigInt(bottom)) + (left > 0n ? 1 : 0)
	if (needed !== quorum)
		throw new CannotRead(
			`--quorum-share ${quorumShare} of ${electors} electors is ${needed}, but --quorum says ${quorum}`,
		)
	return needed
}

/** Counted from the ballots where they say their voice, and never past what is asked for. */
function turnoutOfVoices(election: Election, { voiceQuorum, voiceTurnout }: YesOrNoRules) {
	return voiceQuorum.map(({ voice, quorum }) => {
		const ballots = election.ballots.filter((ballot) => ballot.voice === voice)
		const counted = ballots.reduce((sum, { count }) => sum + count, 0)
		if (saysVoices(election)) return { voiceId: voice, tookPart: Math.min(counted, quorum) }
		const said = voiceTurnout.find((one) => one.voice === voice)
		if (said === undefined)
			throw new CannotRead(`neither the ballots nor --voice-turnout say how many of "${voice}" took part`)
		return { voiceId: voice, tookPart: Math.min(said.quorum, quorum) }
	})
}

/** A share, and how many it is taken of; null for a majority. */
function shareNeeded(tally: Record<string, number>, { share, of, electors }: YesOrNoRules) {
	if (share === 'majority') return null
	const [top, bottom] = fraction('share', share)
	const voting = tally.for! + tally.against!
	if (of === 'voting') return { top, bottom, whole: voting }
	if (of === 'present') return { top, bottom, whole: voting + tally.abstain! }
	if (electors === null) throw new CannotRead(withoutElectors(`--share ${share} --of entitled`))
	return { top, bottom, whole: electors }
}

function withoutElectors(rule: string): string {
	return `${rule} needs the number of people who could vote; say it with --electors`
}

function electorsOf({ electors }: YesOrNoRules) {
	return electors === null ? {} : { electors }
}

/** A count of more ballots than there were people is no count of this vote. */
export function refuseMoreThanElectors({ ballots, spoilt }: Election, electors: number | null) {
	const handedIn = ballots.reduce((sum, { count }) => sum + count, spoilt)
	if (electors !== null && handedIn > electors)
		throw new CannotRead(
			`there are ${handedIn} ballots, those that could not be read among them, and only ${electors} people who could vote`,
		)
}

function carried(
	inFavour: number,
	against: number,
	needed: ReturnType<typeof shareNeeded>,
	{ castingVote }: YesOrNoRules,
): string {
	if (needed === null) {
		if (inFavour !== against) return inFavour > against ? 'agreed' : 'not-agreed'
		if (inFavour === 0 || castingVote === 'none') return 'not-agreed'
		return { 'not-given': 'level', for: 'agreed', against: 'not-agreed' }[castingVote]
	}
	const { top, bottom, whole } = needed
	return inFavour > 0 && inFavour * bottom >= whole * top ? 'agreed' : 'not-agreed'
}

function fraction(option: string, text: string): [number, number] {
	const parts = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text)
	const [top, bottom] = [Number(parts?.[1]), Number(parts?.[2])]
	if (parts === null || top > bottom)
		throw new CannotRead(`--${option} is a fraction above 0 and not above 1, such as 2/3, not "${text}"`)
	return [top, bottom]
}

/** Consent: one objection stops it, a concern does not. Silence counts as agreeing only where the rule says so. */
export function consent(election: Election, rules: YesOrNoRules): Counted {
	const counts = countAnswers(election, ['agree', 'concern', 'object'])
	const answers = counts.agree! + counts.concern! + counts.object!
	refuseMoreThanElectors(election, rules.electors)
	if (rules.electors === null && rules.silenceIsConsent) throw new CannotRead(withoutElectors('--silence-is-consent'))
	if (rules.electors === null)
		election.notes.push('nobody says how many could vote (--electors), so how many said nothing is not told')
	// Whoever sent a paper that nobody could read was not silent, so it is not taken for agreement.
	const silent = rules.electors === null ? 0 : rules.electors - answers - election.spoilt
	const answered = rules.silenceIsConsent ? answers + silent : answers
	const quorum = quorumOf(rules)
	const outcome =
		answered === 0 ? 'nobody-voted' : answered < quorum ? 'no-quorum' : counts.object! > 0 ? 'not-agreed' : 'agreed'
	const all = rules.electors === null ? counts : { ...counts, silent }
	return withLock(
		{ method: 'consent', outcomeOfTotal: outcome, quorum, counts: all, ...electorsOf(rules) },
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
	const voices = together(outcomes.map(({ outcome }) => outcome))
	// A voice that did not agree stops what everybody agreed, and what a casting vote could still settle.
	const isStopped = voices !== 'agreed' && (counted.outcomeOfTotal === 'agreed' || counted.outcomeOfTotal === 'level')
	return {
		...counted,
		outcome: isStopped ? voices : counted.outcomeOfTotal,
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

/** One voice against fails it; one without enough people, or with nobody, means no decision. */
function together(outcomes: string[]): string {
	if (outcomes.includes('not-agreed')) return 'not-agreed'
	return outcomes.includes('no-quorum') || outcomes.includes('nobody-voted') ? 'no-quorum' : 'agreed'
}
