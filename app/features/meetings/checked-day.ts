import { z } from 'zod'

/** What goes with the day on which minutes were approved. */
export const checkedDay = {
	elsewhere: z
		.string()
		.optional()
		.transform((said) => said === 'yes'),
	checked: z.string().max(64).default(''),
}
