import { EnvProblems } from '../env.ts'
import { CannotStart } from './cannot-start.ts'

/** What an operator can mend is said in a sentence; anything else is a bug and keeps its stack: null. */
export function inOneSentence(error: unknown): string | null {
	if (error instanceof EnvProblems || error instanceof CannotStart) return error.message
	if (!(error instanceof Error)) return null
	return ('code' in error ? ofSystem(error as SystemError) : null) ?? inOneSentence(error.cause)
}

type SystemError = Error & { code: unknown; path?: string; port?: number; hostname?: string; syscall?: string }

function ofSystem({ code, path, port, hostname, syscall, message }: SystemError): string | null {
	switch (code) {
		case 'EADDRINUSE':
			return `Port ${port} is already in use. Stop what uses it, or choose another with PORT, such as PORT=${Number(port) + 1}.`
		case 'EADDRNOTAVAIL':
			return 'This machine does not have the address in HOST. Leave HOST out, or give one of its own addresses.'
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
			return `The name ${hostname} cannot be found. Check it in HOST and DATABASE_URL.`
		case 'EACCES':
		case 'EROFS':
		case 'EPERM':
			if (path)
				return `Alongside may not write to ${path}. Give this account the right to, or choose another folder with DATA_DIR.`
			return port === undefined ? null : `Alongside may not use port ${port}. Choose one above 1024 with PORT.`
		case 'ENOTDIR':
		case 'EEXIST':
			return `${path} is not a folder. Choose another place with DATA_DIR.`
		case 'ENOENT':
			return syscall === 'mkdir' ? `The folder ${path} cannot be made. Choose another place with DATA_DIR.` : null
		case 'ENOSPC':
		case 'SQLITE_FULL':
			return 'The disk is full. Make room, or choose another folder with DATA_DIR.'
		case 'SQLITE_CANTOPEN':
		case 'SQLITE_READONLY':
			return `Alongside cannot open its database for writing (${message}). Check the folder in DATA_DIR.`
		case 'SQLITE_NOTADB':
		case 'SQLITE_CORRUPT':
			return 'alongside.db in DATA_DIR is damaged or is not a database. Put a backup in its place (docs/operate.md).'
		default:
			return ofPostgres(code)
	}
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
function ofPostgres(code: unknown): string | null {
	switch (code) {
		case 'ECONNREFUSED':
		case 'ETIMEDOUT':
		case 'EHOSTUNREACH':
			return 'The database in DATABASE_URL does not answer. Start it, or check the address.'
		case '28P01':
		case '28000':
			return 'The database in DATABASE_URL does not accept this user and password. Check both.'
		case '3D000':
			return 'There is no database of the name in DATABASE_URL. Make it with createdb, or check the name.'
		case '42501':
			return 'The user in DATABASE_URL may not make tables there. Give it the right to, or use its own database.'
		case '57P03':
			return 'The database in DATABASE_URL is starting or stopping. Try again in a moment.'
		default:
			return null
	}
}
