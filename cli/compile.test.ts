import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Compiled, compiled } from '../tests/live/compiled.ts'

let program: Compiled

beforeAll(async () => {
	program = await compiled(new URL('../cli.ts', import.meta.url).pathname)
}, 120_000)
afterAll(() => program.remove())

function run(args: string) {
	const script = `import(${JSON.stringify(program.file)}).then(({ run }) => run(${args})).then((code) => process.exit(code))`
	const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script])
	return { status, said: `${stdout}${stderr}` }
}

test('the compiled program knows its commands, in plain Node', () => {
	expect(run('["help"]')).toMatchObject({ status: 0, said: expect.stringContaining('npx alongside record verify') })
	expect(run('["recount", "nothing.blt"]')).toMatchObject({ said: expect.stringContaining('no file nothing.blt') })
})

test('its errors name our files', () => {
	expect(run('["recount", 42]').said).toMatch(/\/recount\/options[.]ts:\d+:\d+/)
})
