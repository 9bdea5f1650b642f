import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig, Pool, type PoolClient, type QueryConfig } from 'pg'

/** How long PostgreSQL is waited for. Milliseconds. */
export interface Patience {
	/** PostgreSQL itself ends a statement that takes longer, as one that waits for a lock does, and says so. */
	statementMs: number
	/** Who has said nothing for so long, not even that, is silent. */
	silentMs: number
	/** A transaction of which nothing more is heard is ended by PostgreSQL: its line may be dead, and others wait for its locks. */
	idleMs: number
	/** Migrations, and tables that are written anew. */
	longMs: number
}

export const defaultPatience: Patience = { statementMs: 8_000, silentMs: 10_000, idleMs: 30_000, longMs: 3_600_000 }

const lookAgainMs = 500
const lastAnswersMs = 1_000

/** A database that neither answers nor breaks: a firewall drops what is sent, or a process was stopped. */
export class Silent extends Error {
	constructor() {
		super('the database does not answer')
	}
}

/**
 * The lines to PostgreSQL. The first statement that finds it silent gives up every line there is, since whoever waits on another
 * would wait as long. From then on all are refused at once, until somebody who asks anew is answered.
 */
export class Lines {
	readonly #pool: Pool
	readonly #config: ClientConfig
	readonly #patience: Patience
	readonly #open = new Set<PoolClient>()
	#isSilent = false
	#isClosed = false

	constructor(url: string, patience: Patience) {
		const { statementMs, silentMs, idleMs } = patience
		this.#patience = patience
		this.#config = {
			connectionString: url,
			connectionTimeoutMillis: silentMs,
			query_timeout: silentMs,
			statement_timeout: statementMs,
			idle_in_transaction_session_timeout: idleMs,
			keepAlive: true,
		}
		this.#pool = new Pool({ ...this.#config, max: 10 })
		// An idle connection that the server drops must not end the process; the next query opens another.
		this.#pool.on('error', () => undefined)
		this.#pool.on('connect', (line) => {
			// Nor must one in use: its query fails by itself, and the client says so a second time, to nobody.
			line.on('error', () => undefined)
			this.#open.add(line)
		})
		this.#pool.on('remove', (line) => this.#open.delete(line))
	}

	async connect(): Promise<PoolClient> {
		if (this.#isSilent) throw new Silent()
		return await this.#listening(this.#pool.connect())
	}

	/** One statement on a line that `connect` gave. */
	async ask(line: PoolClient, ...asked: unknown[]): Promise<unknown> {
		return await this.#listening(line.query(...(asked as [string])))
	}

	/** One statement, outside any transaction. */
	async query(...asked: unknown[]): Promise<unknown> {
		const line = await this.connect()
		let broken: Error | undefined
		try {
			return await this.ask(line, ...asked)
		} catch (error) {
			broken = error as Error
			throw error
		} finally {
			line.release(broken)
		}
	}

	/**
	 * A line of its own for what may take long. Where it died without a word, PostgreSQL waits to be asked, or has forgotten it: it
	 * says so on another line. Nobody in `work` pauses for as long as `silentMs`.
	 */
	async alone<Result>(work: (line: Client) => Promise<Result>): Promise<Result> {
		const { longMs, silentMs } = this.#patience
		const line = new Client({
			connectionString: this.#config.connectionString,
			connectionTimeoutMillis: silentMs,
			query_timeout: longMs,
			keepAlive: true,
		})
		line.on('error', () => undefined)
		let looking: NodeJS.Timeout | undefined
		try {
			await line.connect()
			const asked: QueryConfig & { query_timeout: number } = {
				text: 'select pg_backend_pid() as pid',
				query_timeout: silentMs,
			}
			const { rows } = await line.query<{ pid: number }>(asked)
			const look = async () => (await this.#isAtWork(rows[0]!.pid)) || hangUp(line)
			looking = setInterval(() => void look().catch(() => undefined), silentMs / 2)
			return await work(line)
		} finally {
			clearInterval(looking)
			hangUp(line)
		}
	}

	async #isAtWork(pid: number): Promise<boolean> {
		const seconds = this.#patience.silentMs / 1000
		const { rows } = (await this.query(
			`select 1 from pg_stat_activity
			 where pid = $1 and (state = 'active' or state_change > clock_timestamp() - make_interval(secs => $2))`,
			[pid, seconds],
		)) as { rows: unknown[] }
		return rows.length > 0
	}

	/** Who still asks is answered, if that takes no longer than a moment. */
	async close() {
		this.#isClosed = true
		const ended = this.#pool.end()
		const tooLate = setTimeout(() => this.#giveUpAll(), lastAnswersMs)
		await ended
		clearTimeout(tooLate)
	}

	async #listening<Answer>(answer: Promise<Answer>): Promise<Answer> {
		try {
			return await answer
		} catch (error) {
			if (isSilence(error)) this.#hearNothing()
			// Also where its line was given up for what another had found.
			throw this.#isSilent ? new Silent() : error
		}
	}

	#hearNothing() {
		if (this.#isSilent) return
		this.#isSilent = true
		this.#giveUpAll()
		void this.#untilAnswered()
	}

	#giveUpAll() {
		for (const line of this.#open) hangUp(line)
	}

	/** Anything but silence is an answer, also that nobody is there: then each who asks is told so. */
	async #untilAnswered() {
		while (!this.#isClosed) {
			const line = new Client(this.#config)
			line.on('error', () => undefined)
			try {
				await line.connect()
				await line.query('select 1')
				break
			} catch (error) {
				if (!isSilence(error)) break
			} finally {
				hangUp(line)
			}
			await pause(lookAgainMs, undefined, { ref: false })
		}
		this.#isSilent = false
	}
}

/** Without a farewell, which a line that is dead would wait for. */
function hangUp(line: Client | PoolClient) {
	const { connection } = line as unknown as { connection: { stream: Socket } }
	connection.stream.destroy()
}

/** `pg` has no codes for these. Where all lines are merely in use it says something else. */
function isSilence(error: unknown): boolean {
	return (
		error instanceof Error &&
		/^(Query read timeout|timeout expired|Connection terminated due to connection timeout)$/.test(error.message)
	)
}
