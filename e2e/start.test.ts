import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { expect, test } from '@playwright/test'

const dataDir = `.tmp/start-${process.pid}`
test.afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test('npm start that is told to stop, as a service manager does, leaves no server behind', async () => {
	const { DATABASE_URL: _, ...env } = process.env
	const npm = spawn('npm', ['start'], {
		env: { ...env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	const origin = await new Promise<string>((resolve, reject) => {
		npm.once('exit', () => reject(new Error('the server did not start')))
		npm.stdout.on('data', (said: Buffer) => {
			const ready = /Alongside is ready on (\S+)\. /.exec(String(said))
			if (ready) resolve(ready[1]!)
		})
	})
	expect((await fetch(`${origin}/health`)).status).toBe(200)
	npm.kill('SIGTERM')
	await once(npm, 'exit')
	await expect(fetch(`${origin}/health`)).rejects.toThrow()
})
