import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False in the page as it was sent, true once its scripts run: only then is there a browser to ask. */
export function useIsAlive() {
	return useSyncExternalStore(
		never,
		() => true,
		() => false,
	)
}
