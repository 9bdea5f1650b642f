import { EnvProblems } from './env.ts'

/** A command: its arguments in, its exit code out. */
type Command = (args: string[]) => Promise<number>

interface Listed {
	usage: string
	about: string
	load: () => Promise<Command>
}

const commands: Record<string, Listed> = {
	demo: {
		usage: 'demo [--reset]',
		about: 'Start with the example partnership.',
		load: async () => (await import('./cli/demo.ts')).demo,
	},
	start: { usage: 'start', about: 'Start for real use.', load: async () => (await import('./cli/start.ts')).start },
	dev: {
		usage: 'dev',
		about: 'Start on the example, reloading as the code changes.',
		load: async () => (await import('./cli/dev.ts')).dev,
	},
	build: { usage: 'build', about: 'Build the pages.', load: async () => (await import('./cli/build.ts')).build },
	migrate: {
		usage: 'migrate',
		about: 'Bring the database up to date.',
		load: async () => (await import('./cli/migrate.ts')).migrate,
	},
	backup: {
		usage: 'backup FILE',
		about: 'Copy a SQLite database while it is in use.',
		load: async () => (await import('./cli/backup.ts')).backup,
	},
	recount: {
		usage: 'recount FILE [options]',
		about: 'Count a published ballot file again, without a database.',
		load: async () => {
			const { recountFile } = await import('./recount/cli.ts')
			return async (args) => recountFile(args, (text) => void process.stdout.write(text))
		},
	},
	record: {
		usage: 'record verify [PARTNERSHIP]',
		about: 'Check that no entry of the record was changed.',
		load: async () => (await import('./cli/record.ts')).record,
	},
}

export async function run([name, ...args]: string[]): Promise<number> {
	const command = commands[name ?? '']
	if (!command) {
		console.log(help())
		return name === undefined || name === 'help' || name === '--help' ? 0 : 2
	}
	try {
		return await (await command.load())(args)
	} catch (error) {
		const sentence = inOneSentence(error)
		if (!sentence) throw error
		console.error(sentence)
		return 1
	}
}

function help() {
	const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length))
	const lines = Object.values(commands).map(({ usage, about }) => `  npx alongside ${usage.padEnd(width)}  ${about}`)
	return `Alongside. Write it together. Decide it together. See it done.\n\n${lines.join('\n')}`
}

/** What an operator can mend is said in a sentence; anything else is a bug and keeps its stack. */
function inOneSentence(error: unknown): string | null {
	if (error instanceof EnvProblems) return error.message
	if (!(error instanceof Error) || !('code' in error)) return null
	const path = 'path' in error ? String(error.path) : ''
	switch (error.code) {
		case 'EADDRINUSE':
			return `Port ${'port' in error ? error.port : ''} is already in use. Stop what uses it, or choose another: PORT=3001 npm run demo`
		case 'EACCES':
		case 'EROFS':
		case 'EPERM':
			return path
				? `Alongside may not write to ${path}. Give this account the right to, or choose another folder with DATA_DIR.`
				: `Alongside may not use port ${'port' in error ? error.port : ''}. Choose one above 1024 with PORT.`
		case 'ENOTDIR':
		case 'EEXIST':
			return `${path} is not a folder. Choose another place with DATA_DIR.`
		case 'ECONNREFUSED':
			return 'The database in DATABASE_URL does not answer. Start it, or check the address.'
		case 'SQLITE_CANTOPEN':
		case 'SQLITE_READONLY':
			return `Alongside cannot open its database for writing (${error.message}). Check the folder in DATA_DIR.`
		default:
			return null
	}
}
