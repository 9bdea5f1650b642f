import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readEnv } from '../env.ts'
import { CannotStart } from './cannot-start.ts'
import { claimDemoFolder, emptyDemoFolder } from './demo-folder.ts'

let folder: string
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'alongside-demo-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const put = (...names: string[]) => {
	for (const name of names) writeFileSync(join(folder, name), name)
}
const env = () => readEnv({ DATA_DIR: folder })

test('a fresh start removes what the demo made and nothing else', () => {
	put('letter.txt')
	claimDemoFolder(env())
	put('alongside.db', 'alongside.db-wal', 'secret', 'demo.log')
	emptyDemoFolder(env())
	expect(readdirSync(folder)).toEqual(['letter.txt'])
})

test('a folder the demo never used is left as it is', () => {
	put('letter.txt', 'secret')
	emptyDemoFolder(env())
	expect(readdirSync(folder).sort()).toEqual(['letter.txt', 'secret'])
})

test('real work is neither claimed nor emptied', () => {
	put('alongside.db')
	emptyDemoFolder(env())
	expect(() => claimDemoFolder(env())).toThrow(CannotStart)
	expect(existsSync(join(folder, 'alongside.db'))).toBe(true)
})

test('a folder claimed before is claimed again', () => {
	claimDemoFolder(env())
	put('alongside.db')
	claimDemoFolder(env())
	expect(readdirSync(folder).sort()).toEqual(['alongside.db', 'demo'])
})
