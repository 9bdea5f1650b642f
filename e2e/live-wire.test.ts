import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, test } from './fixtures.ts'

test('the program in docs/live-documents.md comes in and is read by another, as it stands', async ({ baseURL }) => {
	const [, program] = /```js\n([\s\S]*?)```/.exec(await readFile('docs/live-documents.md', 'utf8'))!
	const file = `.tmp/live-wire-${process.pid}.mjs`
	await writeFile(file, program!)
	try {
		const env = { ...process.env, ALONGSIDE: baseURL }
		const { stdout } = await promisify(execFile)(process.execPath, [file], { env, timeout: 50_000 })
		expect(stdout).toBe('Somebody else reads: Hello\n')
	} finally {
		await rm(file)
	}
})
