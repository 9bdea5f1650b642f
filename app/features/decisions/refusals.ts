import type { AnswerRefusal } from '../../domain/decisions/answer.ts'
import type { addNote } from './add-note.server.ts'
import type { castBallot } from './cast-ballot.server.ts'
import type { enterPaper, readAgain, takeBackReadings } from './enter-paper.server.ts'
import type { giveCastingVote } from './give-casting-vote.server.ts'
import type { OpenedDecision } from './open-decision.server.ts'
import type { stopDecision } from './stop-decision.server.ts'
import type { giveBackPaper, takeInPaper } from './take-in-paper.server.ts'
import type { withdrawOption } from './withdraw-option.server.ts'
import type { writeOutcome } from './write-outcome.server.ts'

type Refusal<Answer> = Extract<Answer, { refused: unknown }>['refused'] & string
type Of<Command extends (...args: never[]) => Promise<unknown>> = Refusal<Awaited<ReturnType<Command>>>

/** What happened, why, and what to do next. */
export const openRefusals: Record<Refusal<OpenedDecision>, string> = {
	'not-found': 'This version or group is no longer here. Go back to the document and start from one of its versions.',
	'not-yours-to-open': 'A facilitator, or the group’s chair or clerk, puts a question to this group. Ask one of them.',
	'opened-already':
		'This vote was opened before, with the answers you sent first, and they cannot change. If they were wrong, stop it on its own page. What is below is not open: check your answers again to open it as another vote.',
	'taken-at-a-meeting': 'A board decision is taken at a meeting. Ask for a show of views or a panel vote here.',
	'question-missing': 'Enter the question people will answer',
	'closes-in-the-past': 'Voting would already be over. Choose a closing day and time that are still to come',
	'closes-too-late': 'Voting may be open for a year at most. Choose an earlier day',
	'group-closed': 'This group has been closed. Choose another group',
	'group-cannot-read':
		'Only one group may read this document, so only that group can be asked. Choose that group, or open the document to more people first.',
	'document-stopped':
		'This document was stopped, so nothing more is decided about it. Start a new document to take it further.',
	'not-the-final-version':
		'The words of a later version were said to be final, so a panel vote can only be about that one. Go back to the document and start from its latest version.',
	'nobody-may-vote':
		'Nobody in this group may vote in this. Give voting seats on the group’s page first, or choose another group',
	'quorum-too-high': 'More people are needed than may vote. Enter a smaller number',
	'rules-unclear': 'Enter how many must take part as a whole number, like 6',
	'lock-voice-empty':
		'A voice with nobody on the list cannot be asked by itself. Take it out, or give somebody with that voice a seat first',
	'lock-voice-too-small':
		'Fewer than five people of this voice are on the list. In a secret vote, what this voice says by itself could show how one of them voted. Choose named votes, or do not ask this voice separately',
	'lock-quorum-too-high': 'More people of this voice are needed than are on the list. Enter a smaller number',
	'voice-quorum-too-small':
		'Fewer than five people of this voice are on the list. In a secret vote, a least number of them could show whether one of them voted. Choose named votes, or leave this empty',
	'voice-quorum-too-high': 'More people of this voice are needed than are on the list. Enter a smaller number',
	'quorum-changed':
		'Who may vote has changed since you began, so the number that must take part has changed too. Check your answers again.',
	'roll-changed':
		'Who may vote has changed since you checked: the list below is the new one. Nothing is open yet. Check it again, then open voting.',
	'casting-vote-without-level':
		'A casting vote settles a level vote, and with a share there is none to settle. Choose “More for than against”, or no casting vote',
	'casting-vote-not-theirs':
		'This person does not chair the group any more, or the group’s rules give its chair no casting vote. Choose again',
	'voice-too-small':
		'Sharing the money by voice shows the voice of each secret vote, so every voice needs at least 10 people here. Choose named votes, or share by person',
	'too-few-options': 'Enter at least two things to choose between, or one project for money',
	'too-many-options': 'Enter 200 at most',
	'option-unnamed': 'Enter a name of 120 characters or fewer',
	'option-twice':
		'This looks the same as another one, so nobody could tell them apart. Change one of the names, or take one out',
	'cost-missing': 'Enter what it costs in pounds, like 1200 or 1200.50',
	'cost-above-budget': 'This costs more than there is to share. Enter less, or take it out',
	'budget-missing': 'Enter how much money there is to share, in pounds, like 20000',
	'seats-unclear': 'Enter how many can be chosen: 1 or more, and no more than are on the list',
	'highest-unclear': 'Enter the highest score as a whole number from 1 to 100',
	'points-unclear': 'Enter how many points each person has, from 1 to 1,000, and no more than that for one thing',
	'most-unclear': 'Enter how many each person may choose: 1 or more, and no more than are on the list',
	'shortlist-unclear':
		'Whatever is not on the list needs a name and a reason, and the list needs the rule it was made by. Say them, or empty them all',
	'left-out-and-in': 'This is on the list and also left off it. Take one of the two away',
	'secret-cannot-show-standing':
		'A secret vote cannot show how it stands: watching the count change would show how each person voted. Choose one or the other',
	'good-life-empty':
		'This version does not say what a good life looks like here, and for whom. A panel vote needs that. Write it in the document and freeze a new version.',
	'terms-missing':
		'This version does not yet say all of who has which power and money. A panel vote needs that. Fill it in on the document and freeze a new version.',
}

/** The field each belongs to; the others are said at the top alone. */
export const openRefusalFields: Partial<Record<Refusal<OpenedDecision>, string>> = {
	'question-missing': 'question',
	'closes-in-the-past': 'closes',
	'closes-too-late': 'closes',
	'group-closed': 'group',
	'group-cannot-read': 'group',
	'nobody-may-vote': 'group',
	'quorum-too-high': 'quorum',
	'rules-unclear': 'quorum',
	'lock-voice-empty': 'lock',
	'lock-voice-too-small': 'lock',
	'lock-quorum-too-high': 'lock',
	'voice-quorum-too-small': 'voiceQuorum',
	'voice-quorum-too-high': 'voiceQuorum',
	'casting-vote-without-level': 'casting',
	'casting-vote-not-theirs': 'casting',
	'voice-too-small': 'byVoice',
	'too-few-options': 'options.1.name',
	'too-many-options': 'options.1.name',
	'option-unnamed': 'name',
	'option-twice': 'name',
	'cost-missing': 'cost',
	'cost-above-budget': 'cost',
	'budget-missing': 'budget',
	'seats-unclear': 'seats',
	'highest-unclear': 'highest',
	'points-unclear': 'points',
	'most-unclear': 'most',
	'shortlist-unclear': 'shortlistRule',
	'left-out-and-in': 'name',
	'secret-cannot-show-standing': 'standing',
}

/**
 * Words and field of a refusal that is about one option or one voice: `rows` are the form's rows in the order of the
 * options, `voices` those of the partnership.
 */
export function openRefusalAt(
	{ refused, which = '' }: { refused: Refusal<OpenedDecision>; which?: string },
	{ options, rows, voices }: { options: readonly { id: string }[]; rows: readonly number[]; voices: readonly Voice[] },
): { field: string | undefined; message: string } {
	const field = openRefusalFields[refused]
	const row = rows[options.findIndex(({ id }) => id === which)]
	if (row) return { field: `options.${row}.${field}`, message: openRefusals[refused] }
	const voice = voices.find(({ id }) => id === which)
	if (!voice) return { field, message: openRefusals[refused] }
	return {
		field: perVoice[refused] ? `${perVoice[refused]}.${voice.id}` : field,
		message: `${voice.name}: ${openRefusals[refused].replace(/^./, (first) => first.toLowerCase())}`,
	}
}

/** Where each voice has a field of its own. */
const perVoice: Partial<Record<Refusal<OpenedDecision>, string>> = {
	'lock-quorum-too-high': 'lockQuorum',
	'voice-quorum-too-small': 'voiceQuorum',
	'voice-quorum-too-high': 'voiceQuorum',
}

interface Voice {
	id: string
	name: string
}

export const castRefusals: Record<Of<typeof castBallot>, string> = {
	'not-found': 'This vote is no longer here. See the other decisions for what is open now.',
	'not-on-the-roll':
		'Your vote was not taken. Who may vote was fixed when this opened, and you were not on the list. A facilitator can tell you why. You can still say how you see it once voting ends.',
	'not-open-yet': 'Your vote was not taken, because voting has not begun. Come back when it opens.',
	'voting-over':
		'Your vote was not taken, because voting had ended when it reached us. What was counted before stands. You can say how you see it on the result page.',
	'not-their-supporter':
		'This vote was not taken. You may help somebody to vote only while they have named you as their supporter, and that is not so, or not any more. Ask them.',
	'voted-without-help':
		'This vote was not taken, because this person has voted without you. What they cast stands, and they alone can change it.',
	'voted-on-paper':
		'Your vote was not taken, because your paper vote came first and is the one that counts. If you sent no paper, tell a facilitator.',
	'wrong-form': 'Your vote was not taken, because this form was not the one for this vote. Load the page again.',
	'unknown-option': 'Your vote was not taken, because it named something that is not on the list. Load the page again.',
	withdrawn:
		'Your vote was not taken, because something you chose was withdrawn meanwhile. Load the page again: it says what and why, and you can choose from the rest.',
	'named-twice': 'This is in two places. Give it one number only',
	'reason-missing': 'Say why. Everyone who decides needs to know what the trouble is',
	'change-missing': 'Say what would have to change for you to live with it',
	'too-many': 'You have chosen too many. Take some out',
	'not-whole': 'Enter a whole number',
	'below-zero': 'Enter 0 or more',
	'over-highest': 'This is more than the highest score. Enter a smaller number',
	'over-cap': 'This is more points than one thing may have. Enter fewer',
	'over-points': 'You have given more points than you have. Take some away',
	'over-budget': 'This is more than there is to give. Take something out',
	level: 'Two have the same number. Give each its own',
	stopped: 'Your vote was not taken, because this vote was stopped. The reason is on its page. No votes were counted.',
}

/** The same on the page of a supporter, where "your vote" would be the wrong one. */
export const helpedRefusals: typeof castRefusals = {
	...castRefusals,
	'not-on-the-roll':
		'This vote was not taken. Who may vote was fixed when this opened, and this person was not on the list. A facilitator can tell them why.',
	'not-open-yet': 'This vote was not taken, because voting has not begun. Come back when it opens.',
	'voting-over':
		'This vote was not taken, because voting had ended when it reached us. What this person cast before stands. They can say how they see it on the result page.',
	'voted-on-paper':
		'This vote was not taken, because this person’s paper vote came first and is the one that counts. If they sent no paper, tell a facilitator.',
	'wrong-form': 'This vote was not taken, because this form was not the one for it. Load the page again.',
	'unknown-option': 'This vote was not taken, because it named something that is not on the list. Load the page again.',
	withdrawn:
		'This vote was not taken, because something in it was withdrawn meanwhile. Load the page again: it says what and why. The rest can be chosen.',
	stopped: 'This vote was not taken, because the vote was stopped. The reason is on its page. No votes were counted.',
}

/** What a paper itself gets wrong is said with the ballot’s own words. */
export const paperRefusals: Record<
	Exclude<
		| Of<typeof takeInPaper>
		| Of<typeof giveBackPaper>
		| Of<typeof enterPaper>
		| Of<typeof readAgain>
		| Of<typeof takeBackReadings>,
		AnswerRefusal
	>,
	string
> = {
	'not-found': 'This vote is no longer here.',
	'not-yours-to-take-in': 'A facilitator, or the group’s chair or clerk, takes papers in. Ask one of them.',
	'not-on-the-roll':
		'This paper was not taken in. Who may vote was fixed when voting opened, and this person was not on the list.',
	'not-open-yet': 'This paper was not taken in, because voting has not begun. Come back when it opens.',
	'voting-over':
		'This paper was not taken in, because voting had ended. A paper counts if it is taken in before the closing time.',
	'voted-on-screen':
		'This paper was not taken in: this person has voted on a screen already, and what came first counts. Put the paper aside unread, or ask them to change their vote on the screen.',
	stopped: 'This vote was stopped, so papers are not counted. The reason is on its page.',
	'not-returned': 'Choose somebody whose paper came back',
	'one-reader':
		'This paper was not taken in, because two people read each paper and only one person runs this group. Give somebody else in the group the office of clerk on its page, then take the paper in.',
	'too-late-to-take-off':
		'This paper stays on the list, because voting has ended and nobody alone may take a vote away now. If there is no such paper, two people read it as one that cannot be counted.',
	'already-closed': 'The votes are counted and the result stands, so papers can no longer change it.',
	'papers-read':
		'This paper stays on the list, because papers have been read. Nobody can tell whose those are, so this one may be among them. If it was never handed in, everybody who read papers takes back what they read, under “Read, two people each by themselves”. Then take it off, and read the papers again.',
	'paper-read':
		'This paper stays on the list, because it has been read, or a paper has the last number. If it was never handed in, everybody who read papers takes back what they read, under “Read, two people each by themselves”. Then take it off, number the papers anew and read them again.',
	'only-your-own':
		'Both readings of this paper stay, because while voting is open nobody throws away what somebody else read. Whoever misread it corrects it. When voting has ended, both can be thrown away and the paper read again.',
	'none-read': 'You have read no paper, so there is nothing to take back. Others take back what they read themselves.',
	'no-such-paper':
		'Enter a number from 1 to as many papers as came back. If you hold more papers than that, read none of them yet: one was not noted, or was taken off. Find out whose it is first',
	'read-by-two': 'Two other people have read this paper. Choose the number of another one',
	'voice-missing': 'Choose the voice that is printed on the paper',
}

export const stopRefusals: Record<Of<typeof stopDecision>, string> = {
	'not-found': 'This vote is no longer here.',
	'not-yours-to-stop': 'A facilitator, or the group’s chair or clerk, can stop this vote. Ask one of them.',
	'reason-missing': 'Enter the reason. Everyone who can see this vote will read it',
	'voting-over': 'Voting has ended, so it can no longer be stopped. The votes are counted and the result stands.',
	stopped: 'This vote was stopped already. The reason is on its page.',
}

export const withdrawRefusals: Record<Of<typeof withdrawOption>, string> = {
	'not-found': 'This vote is no longer here.',
	'not-yours-to-withdraw': 'A facilitator, or the group’s chair or clerk, can record this. Ask one of them.',
	'nothing-to-withdraw':
		'People answer one question here and choose among nothing, so nothing can be withdrawn. If it cannot go on, stop the vote.',
	'no-such-option': 'Choose what was withdrawn',
	'withdrawn-already': 'This was withdrawn already. When and why stands on the page of the vote.',
	'too-few-left':
		'Without this too little would be left for a vote, so it was not recorded. If it cannot be carried out, stop the vote: then no votes are counted, and the question can be put again.',
	'reason-missing': 'Enter the reason. Everyone who can see this vote will read it',
	'voting-over':
		'Voting has ended, so what people chose from can no longer change. What is counted stands; what comes of it is written on the page of the vote.',
	stopped: 'This vote was stopped already. The reason is on its page.',
}

export const noteRefusals: Record<Of<typeof addNote>, string> = {
	'not-found': 'This decision is no longer here.',
	'not-yours-to-say': 'Observers read along and do not add notes. A facilitator can change what you may do here.',
	'still-open':
		'Your note was not added, because voting is still open. A note now could show how you voted. Come back when voting has ended.',
	'added-already':
		'You sent this form before, and what you wrote then was added. What you wrote now is still below and is not saved yet. To add it as another note, send it again.',
	'words-missing': 'Enter how you see it',
}

export const outcomeRefusals: Record<Of<typeof writeOutcome>, string> = {
	'not-found': 'This decision is no longer here.',
	'not-yours-to-write': 'A facilitator, or the group’s chair or clerk, writes what a decision led to. Ask one of them.',
	'not-closed': 'Voting has not ended, so there is nothing to write yet. Come back when it has.',
	'words-missing': 'Enter what this led to',
}

export const castingVoteRefusals: Record<Of<typeof giveCastingVote>, string> = {
	'not-found': 'This decision is no longer here.',
	'not-level': 'For and against are not level, so there is nothing for a casting vote to settle.',
	'given-already': 'The casting vote was given already. It stands with the result and cannot change.',
	'too-late':
		'The time for the casting vote is over, so this stays not agreed. The question can be put to people again.',
	'not-yours-to-cast': 'The casting vote is somebody else’s. Who has it was fixed when voting opened.',
	'reason-missing': 'Say why. Everyone who voted will want to know',
}
