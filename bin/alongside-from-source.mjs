import { fileURLToPath } from 'node:url'

export async function runFromSource(args, typedIn) {
	const tsx = await import('tsx/esm/api').catch(() => {
		console.error('Some packages are missing. Run: npm ci')
		process.exit(1)
	})
	tsx.register()
	const { run } = await import('../cli.ts')
	return await run(args, typedIn)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
	process.exitCode = await runFromSource(process.argv.slice(2), process.cwd())
