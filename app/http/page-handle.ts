/** A page asks for scripts with `handle = { scripts: true }`, or a rule over what it has loaded; all others send none. */
export interface PageHandle {
	scripts: true | ((data: unknown) => boolean)
}
