import { LinkButton } from '../../../ui/LinkButton.tsx'

/** The right-hand side of every header: who is signed in here, and the way out. */
export function WhoAmI({ name, voice }: { name: string | undefined; voice?: string }) {
	if (!name) return <a href="/sign-in">Sign in</a>
	return (
		<>
			<a href="/account">{voice ? `${name}, ${voice.toLowerCase()}` : name}</a>
			<form method="post" action="/sign-out">
				<LinkButton>Sign out</LinkButton>
			</form>
		</>
	)
}
