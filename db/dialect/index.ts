import { postgres } from './postgres.ts'
import { sqlite } from './sqlite.ts'

/** Which database this process speaks to, decided once, at import. */
export const dialect: 'sqlite' | 'postgres' = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')
	? 'postgres'
	: 'sqlite'

/** The builders of `db/schema`. */
export const d = dialect === 'postgres' ? postgres : sqlite
