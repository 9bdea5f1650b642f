/**
 * How what a person typed is removed for good from a column of the database: gone from its files, and from backups made
 * later.
 *
 * `rebuild`: the document goes on without the words (`features/documents/remove-words`).
 * `black-out`: the same command puts "[words removed]" where a passage stood; facts beside it stay.
 * `with-the-person`: emptied when somebody is erased at their own wish (`features/account/erase-person`).
 * `own-page`: its own page changes it, and nothing of what stood there is kept.
 * `stays`: why it is not removed. `losesNames`: names of other people go from it all the same, where somebody asks for it.
 */
export type Way = 'rebuild' | 'black-out' | 'with-the-person' | 'own-page' | { stays: string; losesNames?: true }

const notTyped = { stays: 'Made by Alongside: nobody typed it.' }
const choice = { stays: 'A rule, a day or an option chosen, in no words of anybody’s.' }
const question = {
	stays:
		'The question put to people is sealed before the first ballot, and a recount rests on it. Those who open a vote read it twice before; a wrong one is stopped and asked again.',
}
const minute: Way = {
	losesNames: true,
	stays:
		'The minute of a body that meets in public, kept by law. Its own page corrects it until it is approved, with the earlier minute beside the reason; names typed into it go by the page that takes names out.',
}
const agenda: Way = {
	losesNames: true,
	stays:
		'On the agenda or in the minutes of a body that meets in public, kept by law. Whoever runs the meeting changes it until it is published; names typed into it go by the page that takes names out of a meeting.',
}

/**
 * Every column that holds text, JSON or bytes and is no key of a row, by table and column. A column that is not here fails
 * `typed-words.test.ts`: say how the words in it go.
 */
export const typedWords: Record<string, Record<string, Way>> = {
	partnerships: { slug: notTyped, name: 'own-page', purpose: 'own-page', runBy: 'own-page' },
	voices: { kind: notTyped, name: 'own-page', plural: 'own-page' },
	installation: { value: notTyped },
	references: { series: notTyped },
	persons: { name: 'with-the-person', email: 'with-the-person', contact: 'with-the-person' },
	members: { accessNeeds: 'with-the-person' },
	sessions: { tokenHash: notTyped, device: notTyped },
	signIns: { email: 'with-the-person', linkHash: notTyped, codeHash: notTyped },
	joinCodes: {
		codeHash: notTyped,
		name: 'with-the-person',
		email: 'with-the-person',
		groupId: notTyped,
		createdBy: notTyped,
	},
	groups: {
		name: { stays: 'The name of a body, in its own page and in every minute.' },
		purpose: { stays: 'What a body is for.' },
	},
	documents: {
		reference: notTyped,
		title: 'black-out',
		need: 'black-out',
		needSource: 'black-out',
		stoppedReason: 'black-out',
		termsOpen: 'black-out',
		termsFixed: 'black-out',
		termsFixedWhy: 'black-out',
		termsMoney: 'black-out',
		termsWhoDecides: 'black-out',
		termsByWhen: choice,
	},
	documentStates: { state: 'rebuild', digest: 'rebuild' },
	documentUpdates: { update: 'rebuild' },
	openForms: { state: 'rebuild' },
	rescuedWords: { sectionId: notTyped, words: 'black-out' },
	documentTurns: { reason: 'black-out' },
	versions: { title: 'black-out', sections: 'black-out', terms: 'black-out', fingerprint: notTyped },
	erasures: {
		reason: 'black-out',
		passages: { stays: 'Emptied as soon as it is done.' },
		stood: notTyped,
	},
	decisions: {
		reference: notTyped,
		question,
		rules: choice,
		options: question,
		shortlist: question,
		withdrawn: 'black-out',
		tieOrder: notTyped,
		tieSeed: notTyped,
		seal: notTyped,
		stoppedReason: 'black-out',
		result: 'black-out',
		outcome: 'black-out',
	},
	electors: { voiceId: notTyped, ballotId: notTyped },
	ballots: {
		voiceId: notTyped,
		answer: {
			stays:
				'The vote itself. A change proposed with an objection is part of it, published so that anybody can count again; its voter can change it while the vote is open.',
		},
		reason: 'black-out',
		receiptHash: notTyped,
	},
	ballotSalts: { salt: notTyped },
	withdrawalLetters: { option: notTyped },
	disagreementNotes: { words: 'black-out' },
	paperReadings: {
		voiceId: notTyped,
		answer: { stays: 'What a paper says, until it is a ballot: see there.' },
		reason: 'black-out',
	},
	bodyRules: { rules: choice, rights: 'own-page', since: choice },
	keptNames: {
		name: {
			stays: 'Of somebody erased, for the minutes of a board that meets in public, kept by law; read for nothing else.',
		},
	},
	nameRemovals: {
		reason: {
			losesNames: true,
			stays:
				'Why a name was taken out of a minute, for everybody to read. It may not hold that name, and loses others.',
		},
	},
	boardMinutes: { minute, approvedOn: choice },
	boardCorrections: { id: notTyped, reason: minute, before: minute },
	meetings: {
		reference: notTyped,
		place: agenda,
		shortNoticeReason: agenda,
		calledOffReason: agenda,
		moves: agenda,
		lastMeetingId: notTyped,
		approvedOn: choice,
		keptBody: {
			stays:
				'By which right each sat there when it met, and the rules it met by. The minutes of a body that meets in public rest on them.',
		},
	},
	// Of an item about a paper, with the words of that paper. Names typed into any item go by the page that takes names out.
	meetingItems: {
		title: 'black-out',
		titleChanges: 'black-out',
		presenter: 'black-out',
		privateReason: 'black-out',
		lateReason: 'black-out',
		takenOffReason: 'black-out',
		noted: 'black-out',
	},
	meetingAttendance: {
		substitute: {
			losesNames: true,
			stays:
				'In the minutes of a body that meets in public, kept by law. The clerk changes it until they are approved; names go by the page that takes names out of a meeting.',
		},
	},
	meetingInterests: { interest: 'black-out', dispensation: 'black-out', withdrawnReason: 'black-out' },
	meetingNameRemovals: {
		reason: {
			losesNames: true,
			stays:
				'Why a name was taken out of a meeting, for everybody to read. It may not hold that name, and loses others.',
		},
	},
	actions: {
		reference: notTyped,
		title: 'black-out',
		accountableBody: 'black-out',
		lead: 'black-out',
		expectedDifference: 'black-out',
		firstDueOn: choice,
		dueOn: choice,
	},
	updates: { words: 'black-out', dueOn: choice },
	verdicts: { words: 'black-out' },
	record: {
		kind: notTyped,
		subjectId: notTyped,
		actorId: notTyped,
		details: { stays: 'Ids, numbers and fingerprints only, so that removing words never breaks the chain.' },
		previousHash: notTyped,
		hash: notTyped,
	},
}
