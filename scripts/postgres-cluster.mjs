// A throw-away PostgreSQL on loopback. Needs Debian's `postgresql` package. PostgreSQL will not run as root, so root hands the
// cluster to `postgres` or `nobody`.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Not started yet. `start` resolves when it answers, `stop` when the process has ended. */
export async function makeCluster() {
	const bin = findBinaries()
	if (!bin) throw new Error('PostgreSQL is not installed. On Debian: apt-get install postgresql')
	const unprivileged = process.getuid?.() === 0 ? unprivilegedUser() : {}
	const folder = mkdtempSync(join(tmpdir(), 'alongside-postgres-'))
	if ('uid' in unprivileged) chownSync(folder, unprivileged.uid, unprivileged.gid)
	chmodSync(folder, 0o700)
	const data = join(folder, 'data')
	const made = spawnSync(
		join(bin, 'initdb'),
		['-D', data, '-U', 'alongside', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
		{ ...unprivileged, encoding: 'utf8', cwd: '/' },
	)
	if (made.status !== 0) throw new Error(`initdb: ${made.stderr}${made.error ?? ''}`)
	const port = String(await freePort())
	const settings = ['fsync=off', 'max_connections=200'].flatMap((setting) => ['-c', setting])
	let server
	return {
		url: `postgres://alongside@127.0.0.1:${port}/postgres`,
		start() {
			const args = ['-D', data, '-k', folder, '-h', '127.0.0.1', '-p', port, ...settings]
			server = spawn(join(bin, 'postgres'), args, { ...unprivileged, cwd: '/', stdio: 'ignore' })
			waitUntilReady(join(bin, 'pg_isready'), port)
		},
		/** SIGINT ends what is under way and then the server; SIGQUIT ends it at once, as a fault would. */
		async stop(signal = 'SIGINT') {
			if (!server || server.exitCode !== null) return
			const ended = new Promise((resolve) => server.on('close', resolve))
			server.kill(signal)
			await ended
		},
		/** It neither answers nor breaks until it thaws. */
		freeze: () => signalAll(server.pid, 'SIGSTOP'),
		thaw: () => signalAll(server.pid, 'SIGCONT'),
		remove() {
			rmSync(folder, { recursive: true, force: true })
		},
	}
}

/** It has a process for each connection. The first goes first, so that no more are made. */
function signalAll(pid, signal) {
	process.kill(pid, signal)
	const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
	for (const child of children.split(' ').filter(Boolean)) process.kill(Number(child), signal)
}

function waitUntilReady(isReady, port) {
	const ready = spawnSync('sh', [
		'-c',
		`for i in $(seq 150); do "${isReady}" -q -h 127.0.0.1 -p ${port} && exit 0; sleep 0.1; done; exit 1`,
	])
	if (ready.status !== 0) throw new Error('PostgreSQL did not start')
}

function findBinaries() {
	const root = '/usr/lib/postgresql'
	const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
	const packaged = versions
		.map((version) => join(root, version, 'bin'))
		.find((folder) => existsSync(join(folder, 'initdb')))
	const onPath = (process.env.PATH ?? '').split(delimiter).find((folder) => existsSync(join(folder, 'initdb')))
	return packaged ?? onPath
}

function unprivilegedUser() {
	for (const name of ['postgres', 'nobody']) {
		const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' })
		const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' })
		if (uid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
	}
	throw new Error('no unprivileged user to run PostgreSQL as')
}

function freePort() {
	return new Promise((resolve, reject) => {
		const probe = createServer()
		probe.on('error', reject)
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address()
			probe.close(() => resolve(port))
		})
	})
}
