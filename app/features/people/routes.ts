import { index, route } from '@remix-run/route-config'

const page = (name: string) => `features/people/routes/${name}.tsx`

export const people = [
	index(page('people')),
	route('voices', page('voices')),
	route('voices/:voice', page('voice')),
	route('invitations', page('invitations')),
	route('invitations/new', page('invite')),
	route('invitations/file', page('invite-from-file')),
	route('invitations/:invitation/withdrawal', page('withdrawal')),
	route('groups/new', page('new-group')),
	route('groups/:group', page('group')),
	route('groups/:group/seats', page('seats')),
	route('groups/:group/rules', 'features/decisions/board/routes/body-rules.tsx'),
	route('groups/:group/closing', page('closing')),
	route(':member', page('member')),
	route(':member/membership', page('membership')),
	route(':member/access-needs', page('access-needs')),
	route(':member/card', page('card')),
	route(':member/card/revocation', page('card-revocation')),
	route(':member/supporters', page('supporters')),
	route(':member/supporters/:supporter/ending', page('support-ending')),
	route(':member/removal', page('removal')),
]
