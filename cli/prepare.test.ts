import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

/** Linux's own disk that is always full. */
const full = '/dev/full'

test.skipIf(!existsSync(full)).each([
	['its file', full],
	['what stands behind its output', undefined],
])('the process outlives a log that takes no more: %s', { timeout: 30_000 }, async (_what, toFile) => {
	const program = `
		import { setImmediate as turn } from 'node:timers/promises'
		import { openLog } from './cli/prepare.ts'
		const log = openLog({ LOG_LEVEL: 'info' }, ${JSON.stringify(toFile)})
		for (let line = 0; line < 100; line++) {
			log.info('a line')
			await turn()
		}
		console.error('still here')`
	const out = openSync(full, 'w')
	const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
		stdio: ['ignore', out, 'pipe'],
		timeout: 20_000,
		killSignal: 'SIGKILL',
	})
	const said = text(child.stderr!)
	const code = await new Promise((resolve) => child.on('close', resolve))
	closeSync(out)
	expect(await said).toBe('still here\n')
	expect(code).toBe(0)
})
