import { index, route } from '@remix-run/route-config'

const page = (name: string) => `features/actions/routes/${name}.tsx`

export const actions = [
	index(page('actions')),
	route('new', page('new-action')),
	route(':action', page('action')),
	route(':action/updates', page('updates')),
	route(':action/verdict', page('verdict')),
]
