import { setFlagsFromString } from 'node:v8'

const eagerness = 1_000_000

/**
 * Lets V8 wait before it compiles a function to its fastest form, until that function has done some eight times the work
 * it would ask for by itself (132 kB of bytecode). A server of live documents does little most of the day, in thousands of
 * short turns: compiling what is only lukewarm was a third of all its work in its first minute. In a full room everything
 * that matters is hot within seconds all the same.
 */
export function compileLater() {
	setFlagsFromString(`--interrupt-budget=${eagerness}`)
}
