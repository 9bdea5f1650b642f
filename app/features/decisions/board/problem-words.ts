import type { MinuteProblem } from '../../../domain/decisions/board/judge-minute.ts'

/** What cannot be so, and how to mend it. `who` is whose part it is; null is the member who fills the form in. */
export const problemWords: Record<MinuteProblem, (who: string | null) => string> = {
	'held-missing': () => 'Enter the day of the meeting',
	'held-later': () => 'That day is still to come. A decision is entered once the meeting has taken it',
	'place-missing': () => 'Enter where the meeting was, or the link people joined by',
	'question-missing': () => 'Enter what was to be decided',
	'motion-missing': () => 'Enter the exact words that were moved',
	'reasons-missing': () => 'Enter the reasons for the decision',
	'presider-missing': () => 'Choose who presided',
	'presider-not-there': () =>
		'Only somebody who was there can have presided. Choose somebody else, or mend how this person took part',
	'presider-interested': () =>
		'Somebody shut out by an interest cannot preside over this item. Choose who presided over it',
	'officer-missing': () => 'Choose who took the minute',
	'mover-missing': () => 'Choose who moved it',
	'mover-took-no-part': () =>
		'Only somebody who took part in the item can have moved it. Choose somebody else, or mend how this person took part',
	'seconder-took-no-part': () =>
		'Only somebody who took part in the item can have seconded it. Choose somebody else, or mend how this person took part',
	'seconder-is-mover': () => 'Somebody other than the mover seconds it. Choose somebody else, or nobody',
	'seat-has-no-vote': (who) => `${who ?? 'Your seat'} has no vote here. Choose present, absent or interest`,
	'remote-cannot-vote': (who) =>
		`${who ?? 'You'} joined remotely, so under this body’s rules ${who ? 'has' : 'have'} no vote. Choose “No vote by name”, or mend how ${who ?? 'you'} joined`,
	'late-cannot-vote': (who) =>
		`${who ?? 'You'} came in after the debate had begun, so under this body’s rules ${who ? 'has' : 'have'} no vote on this item. Choose “No vote by name”, or mend that ${who ?? 'you'} came late`,
	'absent-said-more': (who) =>
		`${who ?? 'You'} cannot be absent and have joined. Choose how ${who ?? 'you'} took part, or take out how ${who ?? 'you'} joined`,
	'right-missing': (who) => `Enter by which right ${who ?? 'you'} sat there that day`,
	'interest-shuts-out': (who) =>
		`${who ?? 'You'} declared an interest in this item, so ${who ?? 'you'} cannot vote on it. Choose “Did not take part: interest”, or enter who allowed it`,
	'interest-unsaid': (who) => `Enter what ${whose(who)} interest in this item is`,
	'dispensation-of-nothing': (who) =>
		`Enter what ${whose(who)} interest is, or take out who allowed ${who ?? 'you'} to take part`,
	'substitute-absent': (who) => `Somebody came instead of ${who ?? 'you'}. Choose how they took part`,
	'substitute-twice': () => 'The same person is the substitute of somebody else. One person sits in one seat only',
	'substitute-sits-there': () =>
		'This person sits there in their own seat. Nobody can be there twice. Enter somebody else, or mend how they took part',
	'against-under-assent': (who) =>
		`With ${who ?? 'you'} against it was not by assent. Choose a named vote or a show of hands, or mend that part`,
	'hands-unclear': () => 'Enter the numbers for and against as whole numbers, like 6',
	'hands-too-many': () => 'These are more votes than people who could vote. Check the numbers, or who was there',
	'hands-fewer-than-named': () =>
		'More people are minuted by name for this side than hands were counted. Check the number, or the names below',
	'casting-not-level': () => 'Votes were not level, so there was no casting vote. Choose “None”, or check the votes',
	'casting-not-given': () =>
		'This body’s rules give no casting vote here. Choose “None”, or mend the body’s rules first',
	'casting-reason-missing': () => 'Enter the reason for the casting vote',
	'casting-without-vote': () => 'Whoever presided has no vote here, so no casting vote. Choose “None”',
	'amendment-no-part': (who) =>
		`${who ?? 'You'} took no part in this item, so ${who ? 'has' : 'have'} no vote on its amendments. Choose “There, no vote by name”, or mend how ${who ?? 'you'} took part`,
	'amendment-missing': () => 'Enter what was to change, or take this amendment out',
	'amended-wording-missing': () => 'This amendment was carried. Enter the whole motion as it left it',
	'amendment-not-carried': () =>
		'This amendment was not carried, so the motion did not change. Leave this empty, or check the votes',
}

function whose(who: string | null) {
	return who ? `${who}’s` : 'your'
}
