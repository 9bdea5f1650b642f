/** Links that let somebody in carry their secret in the path. Addresses match in capitals too, and with doubled slashes. */
export function withoutCodes(path: string): string {
	return path.replace(
		/^\/+(join|sign-in\/+link|set-up)\/+[^/]+/i,
		(_found, place: string) => `/${place.toLowerCase()}/…`,
	)
}
