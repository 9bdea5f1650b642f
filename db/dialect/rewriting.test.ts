import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openRewriting } from './rewriting.ts'

test('a thread that cannot open the file refuses whatever it is asked, and can be closed', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'rewriting-'))
	rmSync(folder, { recursive: true })
	const rewriting = openRewriting(join(folder, 'alongside.db'))
	await expect(rewriting.rewriteAll()).rejects.toThrow()
	await expect(rewriting.cutLog()).rejects.toThrow()
	await rewriting.close()
})

test('one that has been closed refuses too', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'rewriting-'))
	const rewriting = openRewriting(join(folder, 'alongside.db'))
	expect(await rewriting.rewriteAll()).toBe(true)
	await rewriting.close()
	await expect(rewriting.rewriteVotes()).rejects.toThrow('has ended')
	rmSync(folder, { recursive: true })
})
