import { index, route } from '@remix-run/route-config'
import { room } from './room-routes.ts'

const page = (name: string) => `features/meetings/routes/${name}.tsx`

/** Under `/p/:partnership/meetings`. */
export const meetings = [
	index(page('meetings')),
	route('new', page('draw-up')),
	route(':meeting', page('agenda')),
	route(':meeting/items', page('items')),
	route(':meeting/items/new', page('new-item')),
	route(':meeting/items/:item/place', page('item-place')),
	route(':meeting/items/:item/details', page('item-details')),
	route(':meeting/items/:item/title', page('item-title')),
	route(':meeting/items/:item/removal', page('item-removal')),
	route(':meeting/publication', page('publication')),
	route(':meeting/move', page('move')),
	route(':meeting/calling-off', page('calling-off')),
	...room,
]
