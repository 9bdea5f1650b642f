import type { SeatRefusal } from '../../domain/people/seats.ts'
import type { NamingRefusal } from '../../domain/people/supporter.ts'

type Refusal =
	| SeatRefusal
	| 'not-allowed'
	| 'not-found'
	| 'member-unknown'
	| 'voice-unknown'
	| 'group-unknown'
	| 'already-here'
	| 'last-facilitator'
	| 'no-seat'
	| 'no-card'
	| 'has-email'
	| 'name-taken'
	| 'too-many'
	| 'used'
	| NamingRefusal

/** Why something about people could not be done, and what to do next. */
export const refusals: Record<Refusal, string> = {
	'not-allowed': 'You can no longer do this. Somebody may have changed your part here. Ask a facilitator.',
	'not-found': 'This is no longer here. Go back to the list of people.',
	'member-unknown': 'This person is no longer a member. Invite them again if they want to come back.',
	'supports-themselves': 'This is you. Choose somebody else to help you.',
	'named-already': 'You have named this person already. To change for how long, end it first.',
	'voice-unknown': 'This voice is not one of ours any more. Choose another.',
	'group-unknown': 'This group is closed or not yours to fill. Choose another, or none.',
	'already-here': 'Somebody with this e-mail address is a member already. Find them in the list of people.',
	'last-facilitator': 'This is the only facilitator, and others need one. Make somebody else a facilitator first.',
	'group-closed': 'This group is closed, so its seats cannot change. Make a new group.',
	'observers-do-not-vote': 'An observer cannot vote. Give the seat without a vote, or make them a member first.',
	'circle-needs-a-chair': 'A circle always needs a chair or a clerk. Give somebody else the chair first.',
	'no-seat': 'This person no longer holds this seat. Give them one again if they should.',
	'has-email':
		'This person signs in with their e-mail address. A card would let whoever makes it come in as them, so none was made. Show them “Sign in” on the first page. If they no longer use that address, they can remove it on their account page and then have a card.',
	'no-card': 'There is no card that works. Make a new one if it is needed.',
	'name-taken': 'Another voice has this name. Choose a different one.',
	'too-many': 'There are twelve voices already, as many as can be told apart. Rename one instead.',
	used: 'This invitation was used already. Remove the member if they should not be here.',
}
