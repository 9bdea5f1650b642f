/**
 * A path without what no log may keep: the secret in a link that lets somebody in, and whom a supporter helps to vote.
 * Addresses match in capitals too, and with doubled slashes.
 */
export function pathForLog(path: string): string {
	return path
		.replace(/^\/+(join|sign-in\/+link|set-up)\/+[^/]+/i, (_found, place: string) => `/${place.toLowerCase()}/…`)
		.replace(/(\/decisions\/+[^/]+\/+ballot)\/+[^/]+/i, '$1/…')
}
