import type { Ending } from '../../domain/documents/document.ts'
import type { EraseRefusal } from '../../domain/documents/erase.ts'
import type { FinishRefusal, ReopenRefusal } from '../../domain/documents/finish.ts'
import type { FreezeRefusal } from '../../domain/documents/freeze.ts'
import type { MergeRefusal } from '../../domain/documents/live.ts'
import type { ProposeRefusal } from '../../domain/documents/propose.ts'
import type { VisibilityRefusal } from '../../domain/documents/start.ts'
import type { StopRefusal } from '../../domain/documents/stop.ts'

export type Refusal =
	| 'not-found'
	| 'not-allowed'
	| Ending
	| 'form-too-old'
	| 'not-your-form'
	| 'no-words'
	| 'no-such-writer'
	| 'not-removed-yet'
	| 'opens-names'
	| MergeRefusal
	| EraseRefusal
	| FinishRefusal
	| ReopenRefusal
	| FreezeRefusal
	| ProposeRefusal
	| StopRefusal
	| VisibilityRefusal

/** What happened, why, and what to do next. */
export const refusals: Record<Refusal, string> = {
	'not-found': 'This document is no longer here for you. Nothing was changed. Go back to the list of documents.',
	'not-allowed':
		'You cannot do this here, because it belongs to the people who write or run this document. Nothing was changed. Ask a facilitator or the group’s chair.',
	ended:
		'This document has ended, so it cannot change any more. Nothing was changed. What you typed is still below: copy it if you want to keep it.',
	final:
		'These words were said to be final meanwhile, so nobody can change them. Nothing was changed. What you typed is still below: copy it if you want to keep it. Those who run this document can open it again, until a decision rests on it.',
	'not-final':
		'These words are not final, so there is nothing to open again. People can write in them now. Go back to the document.',
	decided:
		'A decision rests on these words, so they cannot be opened again. Nothing was changed. Start a new document to take them further.',
	'no-version':
		'No version is frozen yet, so there are no words to call final. Ask somebody who writes here to freeze a version first.',
	'not-these-words':
		'The words have changed since the latest version was frozen, so they cannot be called final yet. Ask somebody who writes here to freeze a new version. Then come back.',
	'form-too-old':
		'You opened this form more than a week ago, or the document was rebuilt since, or an older copy of this site was put back, or the database took nothing when you opened it and others have written since. Nothing was changed. Your words are in the form and the words that stand now are below: bring yours up to date and save again.',
	'not-your-form':
		'Somebody else opened this form and has signed out of this browser since, so these words would have been saved under your name. Nothing was changed. They are still in the form: copy them for whoever wrote them, who can sign in again and save them.',
	'document-full':
		'This document is full: it holds 10 MB with everything that was ever changed in it. Your words are not saved, and they are still in the form: copy them. Make something here shorter and save again, start another document for them, or ask a facilitator to tidy away what was removed.',
	'too-deep':
		'These words have too many lists or quotes inside one another, so they could not be saved. They are still in the form: use fewer levels and save again.',
	tangled:
		'Too much was written at this place at the same time, so your words could not be put in. Nothing was changed, and they are still in the form: put them in another paragraph and save again, or ask a facilitator to tidy away what was removed.',
	malformed:
		'Your words reached us in a form that could not be put into the document. Nothing was changed, and they are still in the form: save again, and if it happens again, copy them and tell a facilitator.',
	'not-here':
		'Your change stands on words that are no longer in this document. Nothing was changed. Copy your words, load the page again and put them in.',
	rebuilt:
		'The document was rebuilt at this very moment, so nothing was changed. Your words are still here: send them again.',
	unreadable:
		'The words of this document cannot be opened just now: what is stored of it is damaged. Nothing was changed. What you typed is still in the form: copy it, and tell whoever runs this site.',
	'not-in-time':
		'We could not save in time. It may still be saved in a moment. Copy your words, look at the document, and save again if they are not there.',
	'not-removed-yet':
		'The words are not removed yet, because the database did not answer in time. You do not need to send this again: it is tried again by itself in a few minutes. The record says when it is done.',
	'no-such-writer': 'This person is not known here, so nothing was removed. Go back and choose whose words go.',
	'passage-too-short':
		'One of the passages to black out is shorter than 4 letters, so it would take parts out of other people’s words. Nothing was removed. Write more of what stands around it.',
	'no-words': 'There were no words to put back. Type them, or let them go.',
	'nothing-written':
		'Nobody has written anything yet, so there is nothing to freeze. Write first, then freeze a version.',
	'same-words': 'These are the same words as the latest version, so there is nothing new to freeze.',
	'not-a-draft': 'These words have already left draft. You can freeze a version and put it to people.',
	'good-life-empty':
		'The first section is still empty: “What does a good life look like here, and for whom?” Write it first.',
	'terms-missing':
		'The statement of power and money is not complete. Fill it in first, so that people know what they can change.',
	'no-reason': 'Enter the reason, so that everyone can read why',
	'opens-names':
		'Nothing is changed yet. More people would see how others voted by name, what interests they declared, or what was said at a meeting. Read which these are, and tick the box if that is meant',
	'circle-is-private': 'What a circle writes can be read by the circle only.',
	'needs-group': 'This document belongs to the whole partnership, so it cannot be closed to one group.',
	'needs-circle': 'Only a circle’s documents can be closed to the facilitators too.',
}
