// `npm run faults:full`: the fault cases of docs/collab-faults.md at the size they were written for, where `npm test` takes a
// smaller one to spare everybody's time. One after another; ends by itself, and with 1 when anything failed.
// Words after it pick cases: `npm run faults:full -- kills races`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const longestMinutes = 20
const vitest = 'node_modules/vitest/vitest.mjs'

/** `tests`: only those whose names match, of the file. Sizes go in as environment variables. */
const faults = [
	{ cases: '1, 2, 4', size: '50 kills in 3 rooms', file: 'collab-server/kill', sizes: { LIVE_KILLS: 50 } },
	{ cases: '3', size: '50 people', file: 'collab-server/trouble', tests: 'stopping while' },
	{
		cases: '5',
		size: 'PostgreSQL dead for 30 s',
		file: 'collab-server/trouble',
		tests: 'Postgres',
		sizes: { LIVE_AWAY_MS: 30_000 },
		onPostgres: true,
	},
	{ cases: '7', size: '50 kills', file: 'collab-server/folding', tests: 'killed between', sizes: { LIVE_KILLS: 50 } },
	{ cases: '9', size: '20 joins, store 0.5 s', file: 'collab-server/crowds', tests: 'half a second' },
	{ cases: '10', size: '50 joins, 100 kB', file: 'collab-server/crowds', tests: 'cold room' },
	{ cases: '11', size: '20 people, 50 times', file: 'collab-server/crowds', tests: 'twenty open' },
	{
		cases: '13',
		size: '2,000 races',
		file: 'collab-server/crowds',
		tests: 'the last one',
		sizes: { LIVE_RACES: 2_000 },
	},
	{
		cases: '15',
		size: '9,000 messages, 3,000 mutations',
		file: 'tests/hostile/hostile',
		sizes: { HOSTILE_EACH: 47, HOSTILE_MUTATIONS: 3_000 },
	},
	{ cases: '16, 17, 19', size: 'as in the list', file: 'collab-server/hostile' },
	{ cases: '17', size: '110 MB, 16 MB, full', file: 'collab-server/memory', tests: '110 MB' },
	{ cases: '18', size: '400 × 300 kB; 8 MB', file: 'collab-server/memory', tests: 'never read|does not read' },
	{ cases: '20', size: '500 strangers', file: 'collab-server/memory', tests: 'strangers' },
	{
		cases: '29',
		size: '259,778 keystrokes',
		file: 'collab-server/crowds',
		tests: 'a history of',
		sizes: { LIVE_KEYSTROKES: 259_778 },
	},
	{ cases: '30', size: '2,000 rooms', file: 'collab-server/memory', tests: 'opened and left' },
	{ cases: '31', size: '200 tabs', file: 'collab-server/crowds', tests: 'offline come back' },
	{
		cases: '33',
		size: '3 minutes, proxy of 60 s',
		file: 'collab-server/quiet-lines',
		tests: 'stays behind',
		sizes: { LIVE_IDLE_MS: 60_000 },
	},
	{
		cases: 'rapid connects',
		size: '10,000',
		file: 'collab-server/crowds',
		tests: 'opened and dropped',
		sizes: { LIVE_CONNECTS: 10_000 },
	},
	{ cases: 'at rest', size: '10,000 documents', file: 'collab-server/memory', tests: 'at rest' },
	{ cases: 'one room', size: '10,000 lives', file: 'collab-server/rooms', sizes: { LIVE_LIVES: 10_000 } },
	{ cases: 'deleted ground', size: '500 runs', file: 'collab-server/rescue', sizes: { LIVE_RUNS: 500 } },
	{
		cases: 'same order',
		size: '1,000 rooms',
		file: 'collab-server/replicas',
		sizes: { LIVE_ROOMS: 1_000 },
		project: 'unit',
	},
]

const asked = process.argv.slice(2)
const isAsked = (fault) =>
	asked.length === 0 || asked.some((word) => Object.values(fault).flat().join(' ').includes(word))
const chosen = faults.filter(isAsked)
if (chosen.length === 0) {
	console.error(`No case is called ${asked.join(' ')}. There are: ${faults.map(({ cases }) => cases).join('; ')}.`)
	process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'alongside-faults-'))
const columns = [16, 34, 9]
print('case', 'size', 'seconds', 'result')
let failed = 0
for (const fault of chosen) {
	const begun = performance.now()
	const { isGood, said } = run(fault)
	if (!isGood) failed++
	print(fault.cases, fault.size, ((performance.now() - begun) / 1_000).toFixed(0), said)
}
rmSync(folder, { recursive: true, force: true })
console.log(failed === 0 ? `\nAll ${chosen.length} hold.` : `\n${failed} of ${chosen.length} FAILED.`)
process.exitCode = failed === 0 ? 0 : 1

function run({ file, tests, sizes = {}, onPostgres = false, project = 'contracts' }) {
	const outcome = join(folder, 'outcome.json')
	rmSync(outcome, { force: true })
	const { DATABASE_URL: _own, ...env } = process.env
	const args = [
		...(onPostgres ? ['scripts/with-postgres.mjs', process.execPath] : []),
		...[vitest, 'run', '--project', project, `${file}.`, '--testTimeout=600000', '--reporter=json'],
		...[`--outputFile=${outcome}`, ...(tests ? ['-t', tests] : [])],
	]
	const { status, stderr } = spawnSync(process.execPath, args, {
		env: { ...env, ...Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, String(size)])) },
		stdio: ['ignore', 'ignore', 'pipe'],
		timeout: longestMinutes * 60_000,
		maxBuffer: 2 ** 26,
	})
	try {
		return tell(JSON.parse(readFileSync(outcome, 'utf8')), status)
	} catch {
		return { isGood: false, said: `no result: ${stderr.toString().trim().split('\n').at(-1)}` }
	}
}

function tell({ testResults }, status) {
	const done = testResults.flatMap(({ assertionResults }) => assertionResults).filter((one) => one.status !== 'skipped')
	const bad = done.filter((one) => one.status !== 'passed')
	const isGood = status === 0 && bad.length === 0 && done.length > 0
	if (!isGood) {
		const why = bad.map(({ title, failureMessages }) => `${title}: ${reason(failureMessages[0])}`)
		return { isGood, said: `FAILED ${why.join('; ') || 'nothing was run'}` }
	}
	const found = done.map(({ meta }) => meta?.found).filter(Boolean)
	return {
		isGood,
		said: found.length > 0 ? found.join('; ') : `${done.length} ${done.length === 1 ? 'test' : 'tests'} passed`,
	}
}

/** Vitest gives a test that ran out of time a placeholder for its stack, and no words. */
function reason(message = '') {
	const [first = ''] = message.split('\n')
	return first.includes('STACK_TRACE_ERROR') ? 'not done in time' : first
}

function print(...cells) {
	console.log(cells.map((cell, at) => cell.padEnd(columns[at] ?? 0)).join('  '))
}
