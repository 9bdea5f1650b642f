import { fileURLToPath } from 'node:url'
import { compile } from 'sass'
import { beforeAll, expect, test } from 'vitest'

let css: string

beforeAll(() => {
	const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
	css = compile(path('./alongside.scss'), {
		loadPaths: [path('../../../node_modules')],
		quietDeps: true,
		style: 'compressed',
	}).css
}, 30_000)

test('the style sheet asks nobody but us for anything', () => {
	const asked = [...css.matchAll(/url\(["']?([^"')]+)/g)].map(([, url]) => url!)
	expect(asked.length).toBeGreaterThan(0)
	expect(asked.filter((url) => !/^(@fontsource-variable\/|data:|#)/.test(url))).toEqual([])
	expect(css).not.toMatch(/@import/)
})

test('nothing moves, so nobody has to ask for less motion', () => {
	expect(css).not.toMatch(/transition:|animation:|scroll-behavior:smooth/)
})

test('nothing of the GOV.UK brand is left in it', () => {
	expect(css).not.toMatch(/GDS Transport|crown|#1d70b8/i)
})
