// Runs a command with DATABASE_URL naming a throw-away PostgreSQL on loopback, and removes it afterwards:
//   node scripts/with-postgres.mjs vitest run --project contracts
// Needs Debian's `postgresql` package. PostgreSQL will not run as root, so root hands the cluster to `postgres` or `nobody`.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const bin = findBinaries()
if (!bin) {
	console.error('PostgreSQL is not installed. On Debian: apt-get install postgresql')
	process.exit(1)
}
const [command, ...args] = process.argv.slice(2)
const unprivileged = process.getuid?.() === 0 ? unprivilegedUser() : null
const cluster = mkdtempSync(join(tmpdir(), 'alongside-postgres-'))
if (unprivileged) chownSync(cluster, unprivileged.uid, unprivileged.gid)
chmodSync(cluster, 0o700)
const port = await freePort()
let server
try {
	const made = spawnSync(
		join(bin, 'initdb'),
		['-D', join(cluster, 'data'), '-U', 'alongside', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
		{
			...unprivileged,
			encoding: 'utf8',
			cwd: '/',
		},
	)
	if (made.status !== 0) throw new Error(`initdb: ${made.stderr}${made.error ?? ''}`)
	server = spawn(
		join(bin, 'postgres'),
		[
			'-D',
			join(cluster, 'data'),
			'-k',
			cluster,
			'-h',
			'127.0.0.1',
			'-p',
			String(port),
			'-c',
			'fsync=off',
			'-c',
			'max_connections=200',
		],
		{ ...unprivileged, cwd: '/', stdio: 'ignore' },
	)
	waitUntilReady()
	process.exitCode = await run()
} finally {
	await stop()
	rmSync(cluster, { recursive: true, force: true })
}

function run() {
	const env = {
		...process.env,
		DATABASE_URL: `postgres://alongside@127.0.0.1:${port}/postgres`,
		PATH: [join(process.cwd(), 'node_modules/.bin'), process.env.PATH].join(delimiter),
	}
	const child = spawn(command, args, { env, stdio: 'inherit' })
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
	return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)))
}

function waitUntilReady() {
	const ready = spawnSync('sh', [
		'-c',
		`for i in $(seq 150); do "${join(bin, 'pg_isready')}" -q -h 127.0.0.1 -p ${port} && exit 0; sleep 0.1; done; exit 1`,
	])
	if (ready.status !== 0) throw new Error('PostgreSQL did not start')
}

function stop() {
	if (!server || server.exitCode !== null) return
	return new Promise((resolve) => {
		server.on('close', resolve)
		server.kill('SIGINT')
	})
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
