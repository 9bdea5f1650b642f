import { route } from '@remix-run/route-config'

const page = (name: string) => `features/account/routes/${name}.tsx`

export const account = [
	route('sign-in', page('sign-in')),
	route('sign-in/demo', page('sign-in-demo')),
	route('sign-in/code', page('sign-in-code')),
	route('sign-in/link/:token', page('sign-in-link')),
	route('sign-out', page('sign-out')),
	route('join', page('join')),
	route('join/:code', page('join-code')),
	route('account', page('account')),
	route('account/name', page('name')),
	route('account/email', page('email')),
	route('account/email/code', page('email-code')),
	route('account/access-needs/:member', page('access-needs')),
	route('account/card/:member', page('card')),
	route('account/sessions', page('sessions')),
	route('account/data.json', page('data')),
	route('account/leaving/:member', page('leaving')),
	route('account/words', page('words')),
	route('account/erasure', page('erasure')),
]
