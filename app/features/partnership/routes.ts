import { index, route } from '@remix-run/route-config'

const page = (name: string) => `features/partnership/routes/${name}.tsx`

export const partnership = {
	outside: [
		index(page('home')),
		route('set-up/:code', page('set-up')),
		route('accessibility', page('accessibility')),
		route('privacy', page('privacy')),
	],
	inside: [index(page('now')), route('settings', page('settings'))],
}
