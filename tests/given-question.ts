import type {
	Answer,
	Ballot,
	Choosing,
	ChoosingMethod,
	ChoosingRules,
	Motion,
	MotionRules,
	Option,
} from '../app/domain/decisions/decision.ts'

/** A motion open to four people of two voices, and three options to choose among. */
export const opensAt = new Date('2026-06-01T09:00:00Z')
export const closesAt = new Date('2026-06-14T16:00:00Z')
export const motionRules: MotionRules = { secrecy: 'named', quorum: 3, threshold: 'majority', showsStanding: false }

const opened = {
	id: 'd',
	partnershipId: 'p',
	groupId: 'g',
	versionId: 'v',
	reference: 'DEC-2026-001',
	kind: 'panel-vote' as const,
	seal: 's',
	state: 'open' as const,
	opensAt,
	closesAt,
	closedAt: null,
	stoppedReason: null,
	shortlist: null,
	withdrawn: [],
	result: null,
	outcome: null,
	openedBy: 'm',
}

export const someMotion: Motion = {
	...opened,
	method: 'motion',
	question: 'Agree?',
	rules: motionRules,
	options: [],
	tieOrder: [],
	tieSeed: '',
}

export const electors = ['a', 'b', 'c', 'd'].map((memberId, at) => ({
	memberId,
	voiceId: at < 3 ? 'citizen' : 'provider',
}))

export const options: Option[] = [
	{ id: 'A', name: 'Weekend breaks', cost: 6_000_00 },
	{ id: 'B', name: 'Night sitting', cost: 5_000_00 },
	{ id: 'C', name: 'A minibus', cost: 4_000_00 },
]

export function choosing(method: ChoosingMethod, rules: Partial<ChoosingRules> = {}): Choosing {
	return {
		...opened,
		method,
		question: 'Which of these?',
		rules: { secrecy: 'named', quorum: 0, showsStanding: false, ...rules },
		options,
		tieOrder: ['A', 'B', 'C'],
		/** Draws A, B, C. */
		tieSeed: 'seed8',
	}
}

/** One ballot an elector, in the order of the roll. */
export function ballotsOf(...answers: Answer[]): (Ballot & { receiptHash: string })[] {
	return answers.map((answer, at) => ({
		id: `ballot-${at}`,
		voiceId: electors[at % 4]!.voiceId,
		memberId: electors[at % 4]!.memberId,
		answer,
		reason: '',
		receiptHash: `receipt-${at}`,
	}))
}
