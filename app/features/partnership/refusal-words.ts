import { isRouteErrorResponse } from '@remix-run/react'

const refusals: Record<number, { title: string; words: string }> = {
	400: {
		title: 'That could not be read',
		words: 'Nothing was changed. Go back, load the page again and send it once more.',
	},
	401: {
		title: 'You are signed out',
		words: 'So nothing was changed. Sign in again, go back to the page and put your words in.',
	},
	403: {
		title: 'You cannot do this here',
		words: 'It belongs to a group you have no seat in, or to people with another task.',
	},
	404: {
		title: 'This page is not here',
		words: 'The address may be mistyped, or what was here may have been closed or may not be open to you.',
	},
	405: { title: 'That cannot be sent here', words: 'Nothing was changed. Go back and use the buttons on the page.' },
	429: {
		title: 'Too many wrong tries',
		words: 'Wait a quarter of an hour and try again, or ask a facilitator for a new card.',
	},
	503: {
		title: 'This is still being worked out',
		words:
			'There are many ballots to go through, and we stopped waiting. Nothing is lost. Load this page again in a minute: what is worked out is kept.',
	},
}

const broken = {
	title: 'Something broke on our side',
	words: 'What you had saved is safe. Go back and try again. If it happens again, tell whoever runs this place.',
}

const unanswered = {
	page: {
		title: 'The database does not answer',
		words: 'So this page cannot be shown just now. Nothing is lost. Wait a minute and load it again.',
	},
	form: {
		title: 'The database does not answer',
		words:
			'So we cannot tell whether this is saved. It may be saved all the same, also in a moment. Wait a minute, and look whether it is there before you send it again.',
	},
}

/** What happened, for the heading and the title of a page that cannot be shown, and why. */
export function refusalWords(error: unknown): { title: string; words: string } {
	if (!isRouteErrorResponse(error)) return broken
	const { unanswered: asked } = (error.data ?? {}) as { unanswered?: keyof typeof unanswered }
	return (asked && unanswered[asked]) || refusals[error.status] || broken
}
