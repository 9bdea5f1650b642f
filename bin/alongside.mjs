#!/usr/bin/env node
// The door of the command line: checks the Node version in words every Node understands, then hands over to cli.ts.
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
const tsx = await import('tsx/esm/api').catch(() => {
	console.error('Some packages are missing. Run: npm ci')
	process.exit(1)
})
tsx.register()
const { run } = await import('../cli.ts')
process.exitCode = await run(process.argv.slice(2), typedIn)
