import { isCompiled } from './cli/compiled.ts'
import { inOneSentence } from './cli/in-one-sentence.ts'
import { nameOurLines } from './cli/our-lines.ts'

/** A command: its arguments and the folder it was typed in, its exit code out. */
type Command = (args: string[], typedIn: string) => Promise<number>

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
	build: {
		usage: 'build',
		about: 'Build the program and the pages.',
		load: async () => (await import('./cli/build.ts')).build,
	},
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
	documents: {
		usage: 'documents check',
		about: 'Check that every stored document can be read.',
		load: async () => (await import('./cli/documents.ts')).documents,
	},
	recount: {
		usage: 'recount FILE [options]',
		about: 'Count a published ballot file again, without a database.',
		load: async () => {
			const { recountFile } = await import('./recount/cli.ts')
			return async (args, typedIn) => {
				process.chdir(typedIn)
				return recountFile(
					args,
					(text) => void process.stdout.write(text),
					(text) => void process.stderr.write(text),
				)
			}
		},
	},
	record: {
		usage: 'record verify [PARTNERSHIP]',
		about: 'Check that no entry of the record was changed.',
		load: async () => (await import('./cli/record.ts')).record,
	},
}

export async function run([name, ...args]: string[], typedIn = process.cwd()): Promise<number> {
	if (isCompiled) nameOurLines()
	const command = commands[name ?? '']
	if (!command) {
		console.log(help())
		return name === undefined || name === 'help' || name === '--help' ? 0 : 2
	}
	try {
		return await (await command.load())(args, typedIn)
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
