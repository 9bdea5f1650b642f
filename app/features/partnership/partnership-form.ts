import { z } from 'zod'

/** One line somebody must fill in: `what` completes "Enter …". */
export const line = (what: string, max = 120) =>
	z
		.string({ error: `Enter ${what}` })
		.trim()
		.min(1, `Enter ${what}`)
		.max(max, `Use ${max} characters or fewer`)

/** What a partnership says about itself: asked when it is made, and on its settings page. */
export const aboutPartnership = {
	name: line('the name of the partnership'),
	purpose: line('what the partnership is for', 1000),
	runBy: line('who runs it', 200),
	open: z.enum(['yes', 'no'], { error: 'Choose who can see it' }),
}
