import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { comeBack, cutShort } from './form-door.ts'
import { RequestsUnderWay } from './requests-under-way.ts'

let server: Server
let underWay: RequestsUnderWay
let origin: string
/** Lets the slow page answer. */
let answer: () => void
let begun: Promise<void>

beforeEach(async () => {
	underWay = new RequestsUnderWay()
	const web = express()
	web.use(underWay.admit(comeBack))
	begun = new Promise((begin) => {
		web.all('/slow', (_request, response) => {
			answer = () => !response.headersSent && response.send('done')
			begin()
		})
	})
	server = await new Promise((resolve) => {
		const listening = web.listen(0, '127.0.0.1', () => resolve(listening))
	})
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
	server.closeAllConnections()
	server.close()
})

test('stopping waits for what was begun, and sends away with words what comes after', async () => {
	const slow = fetch(`${origin}/slow`)
	await begun
	let finished = false
	const finish = underWay.finish(60_000).then(() => (finished = true))
	const late = await fetch(`${origin}/slow`)
	expect(late.status).toBe(503)
	expect(late.headers.get('connection')).toBe('close')
	expect(await late.text()).toContain('Nothing was changed')
	expect(finished).toBe(false)
	answer()
	expect(await (await slow).text()).toBe('done')
	await finish
})

test('stopping does not wait for ever', async () => {
	const slow = fetch(`${origin}/slow`).catch(() => null)
	await begun
	await underWay.finish(10)
	server.closeAllConnections()
	await slow
})

test.each([
	['POST', 'It may have been saved'],
	['GET', 'load this page again'],
])('a %s that is not done by then is answered in words', async (method, words) => {
	const slow = fetch(`${origin}/slow`, { method })
	await begun
	await underWay.finish(10)
	underWay.letGo(cutShort)
	await underWay.finish(60_000)
	const answered = await slow
	expect([answered.status, await answered.text()]).toEqual([503, expect.stringContaining(words)])
	answer()
})

test('with nothing under way it is done at once', async () => {
	await underWay.finish(60_000)
})
