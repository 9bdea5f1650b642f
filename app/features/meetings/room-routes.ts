import { route } from '@remix-run/route-config'

const page = (name: string) => `features/meetings/routes/${name}`

/** At the meeting and after it, under `/p/:partnership/meetings`. */
export const room = [
	route(':meeting/room', page('room.tsx')),
	route(':meeting/items/:item/interest', page('interest.tsx')),
	route(':meeting/items/:item/noted', page('noted.tsx')),
	route(':meeting/interests/:interest/dispensation', page('dispensation.tsx')),
	route(':meeting/interests/:interest/withdrawal', page('withdrawal.tsx')),
	route(':meeting/minutes', page('minutes.tsx')),
	route(':meeting/minutes.txt', page('minutes-text.ts')),
	route(':meeting/approval', page('approval.tsx')),
	route(':meeting/names', page('names.tsx')),
]
