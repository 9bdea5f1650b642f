/** Where minutes are approved, of a whole meeting or of one decision. */
export const noMeetingThatDay =
	'No published meeting of this body began here on that day. Enter another day, or tick that the meeting was not entered here'
