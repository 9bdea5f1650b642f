#!/usr/bin/env node
// The door of the command line: checks the Node version in words every Node understands, then hands over to the program
// that `npm run build` made, or to its sources.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
	console.error(
		`Alongside needs Node 20.19 or newer. This is Node ${process.versions.node}. Install a newer Node from nodejs.org and try again.`,
	)
	process.exit(1)
}
// Files are named from where the command was typed; everything else stands where Alongside is.
const typedIn = process.cwd()
process.chdir(new URL('..', import.meta.url).pathname)
const { runBuilt } = await import('./built.mjs')
process.exitCode = await runBuilt(process.argv.slice(2), typedIn)
