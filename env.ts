import { z } from 'zod'

const portWords = 'must be a whole number from 0 to 65535'
const port = z
	.string()
	.regex(/^\d{1,5}$/, portWords)
	.transform(Number)
	.refine((number) => number <= 65_535, portWords)
const yes = z.enum(['yes', 'no'], { error: 'must be yes or no' })

const schema = z.object({
	PORT: port.default(3000),
	HOST: z.string().min(1).default('0.0.0.0'),
	DATA_DIR: z.string().min(1).default('./data'),
	DATABASE_URL: z
		.string()
		.regex(/^postgres(ql)?:\/\/.+/, 'must start with postgres:// (leave it out for SQLite)')
		.optional(),
	ORIGIN: z
		.url({ protocol: /^https?$/, error: 'must be the address people use, such as https://alongside.example' })
		.transform((address) => new URL(address).origin)
		.optional(),
	SMTP_URL: z
		.string()
		.regex(/^smtps?:\/\/.+/, 'must start with smtp:// or smtps://')
		.optional(),
	MAIL_FROM: z.string().min(3).default('Alongside <alongside@localhost>'),
	SECRET: z.string().min(32, 'must be at least 32 characters (leave it out to have one made in DATA_DIR)').optional(),
	TRUST_PROXY: yes.default('no'),
	LOG_LEVEL: z
		.enum(['silent', 'error', 'warn', 'info', 'debug'], { error: 'must be silent, error, warn, info or debug' })
		.default('info'),
	METRICS_PORT: port.optional(),
})

export type Env = z.output<typeof schema>

/** What was wrong with the environment, every problem on a line of its own, by name. */
export class EnvProblems extends Error {}

/** Reads every setting once, at boot. An empty variable counts as not set. */
export function readEnv(source: Record<string, string | undefined>): Env {
	const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
	const read = schema.safeParse(given)
	if (read.success) return read.data
	const lines = read.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`)
	throw new EnvProblems(
		`Alongside cannot start with these settings:\n${lines.join('\n')}\nSee "Configuration" in README.md.`,
	)
}
